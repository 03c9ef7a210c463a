package org.folkmoot.portal.referral;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frame.Item;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.referral.ReferralsView.Wanted;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Referrals;
import org.folkmoot.portal.service.Referrals.Counts;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.portal.term.Terms;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The worklists: the person's own referrals, those of their teams, and those that concern their practices. */
@Path("/{ics}/referrals/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
class ReferralsResource {

    private static final List<Named> LISTS = List.of(
            new Named("mine", "Me"),
            new Named("team", "My team"),
            new Named("practice", "My practice"),
            new Named("shared", "Shared with us"));

    private static final String DUE = "due";
    private static final String NEWEST = "newest";

    @CheckedTemplate(basePath = "referral")
    static class Templates {
        static native TemplateInstance referrals(Frame frame, ReferralsView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Panels panels;
    private final Referrals referrals;

    ReferralsResource(Visitor visitor, Frames frames, Panels panels, Referrals referrals) {
        this.visitor = visitor;
        this.frames = frames;
        this.panels = panels;
        this.referrals = referrals;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance referrals(
            @RestQuery @DefaultValue("") String list,
            @RestQuery @DefaultValue("") String state,
            @RestQuery @DefaultValue("") String clock,
            @RestQuery @DefaultValue("") String priority,
            @RestQuery @DefaultValue(DUE) String sort,
            @RestQuery boolean ended,
            @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        Wanted wanted = wanted(visit, list, state, clock, priority, sort, ended);
        boolean triages = PortalPage.TRIAGE.isFor(visit.roles());
        Optional<Loading<Counts>> counts =
                triages ? Optional.of(panels.load(() -> referrals.counts(visit))) : Optional.empty();
        Query asked = asked(visit, wanted);
        Page<Referral> page =
                referrals.list(visit, parameters(wanted), cursor, Listing.ROWS).orPage();
        return Templates.referrals(
                frames.of(visit, PortalPage.REFERRALS, "Referrals"),
                new ReferralsView(
                        LISTS.stream()
                                .map(each -> new Item(
                                        each.words(),
                                        asked.with("list", each.code()).href(),
                                        each.code().equals(wanted.list())))
                                .toList(),
                        wanted,
                        counts.map(Loading::panel).orElse(null),
                        triages,
                        Listing.of(page, cursor, asked, referral -> ReferralsView.Row.of(visit.base(), referral))));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(
            @RestQuery @DefaultValue("") String list,
            @RestQuery @DefaultValue("") String state,
            @RestQuery @DefaultValue("") String clock,
            @RestQuery @DefaultValue("") String priority,
            @RestQuery @DefaultValue(DUE) String sort,
            @RestQuery boolean ended,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        Visit visit = visitor.now();
        return Exports.answer(referrals.table(
                visit, parameters(wanted(visit, list, state, clock, priority, sort, ended)), Exports.type(accept)));
    }

    private static Wanted wanted(
            Visit visit, String list, String state, String clock, String priority, String sort, boolean ended) {
        return new Wanted(
                Terms.isOneOf(LISTS, list) ? list : usual(visit),
                oneOf(Terms.STATES, state),
                oneOf(Terms.CLOCKS, clock),
                oneOf(Terms.PRIORITIES, priority),
                sort.equals(NEWEST) ? NEWEST : DUE,
                ended);
    }

    /** What somebody looks for first. */
    private static String usual(Visit visit) {
        return visit.is(Roles.CASE_MANAGER) ? "mine" : visit.is(Roles.INT_CLINICIAN) ? "team" : "practice";
    }

    private static String oneOf(List<Named> known, String code) {
        return Terms.isOneOf(known, code) ? code : "";
    }

    private static Query asked(Visit visit, Wanted wanted) {
        return Query.of(visit.base() + PortalPage.REFERRALS.example())
                .with("list", wanted.list())
                .with("state", wanted.state())
                .with("clock", wanted.clock())
                .with("priority", wanted.priority())
                .with("sort", wanted.sort().equals(DUE) ? null : wanted.sort())
                .with("ended", wanted.ended() ? true : null);
    }

    /** The service's parameters. A state or a clock that is asked for may be one of the end. */
    private static Map<String, String> parameters(Wanted wanted) {
        boolean open =
                !wanted.ended() && Stream.of(wanted.state(), wanted.clock()).allMatch(String::isEmpty);
        return Query.of("")
                .with("list", wanted.list())
                .with("state", wanted.state())
                .with("clock", wanted.clock())
                .with("priority", wanted.priority())
                .with("open", open ? true : null)
                .with("sort", wanted.sort())
                .parameters();
    }
}
