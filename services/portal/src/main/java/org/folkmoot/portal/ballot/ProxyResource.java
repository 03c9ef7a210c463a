package org.folkmoot.portal.ballot;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Ballots;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Ballots.NewProxy;
import org.folkmoot.portal.service.Registry;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Giving another voter the power to vote, and taking it back. */
@Path("/{ics}/ballots/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ProxyResource {

    private static final Map<String, Field> FIELDS = Map.of(
            "giver", new Field("giver", "The giver"),
            "receiver", new Field("receiver", "The receiver"),
            "until", new Field("until-day", "The last day"));

    @CheckedTemplate(basePath = "ballot")
    static class Templates {
        static native TemplateInstance proxies(Frame frame, ProxiesView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Ballots ballots;
    private final Registry registry;
    private final Clock clock;

    ProxyResource(Visitor visitor, Frames frames, Forms forms, Ballots ballots, Registry registry, Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.ballots = ballots;
        this.registry = registry;
        this.clock = clock;
    }

    @GET
    @Path("{id}/proxies/")
    public TemplateInstance proxies(
            @RestPath UUID id, @RestQuery @Nullable String draft, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        return page(
                visit,
                ballots.ballot(visit, id).orPage(),
                forms.shown(visit, path(visit, id), draft, Entered.NOTHING.with("for", "ballot")),
                switch (done) {
                    case "given" -> "The proxy is given.";
                    case "revoked" -> "The proxy is taken back.";
                    case null, default -> null;
                });
    }

    @POST
    @Path("{id}/proxies/")
    public Response give(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Ballot ballot = ballots.ballot(visit, id).orPage();
        boolean forTerm = entered.text("for").equals("term");
        LocalDate today = LondonTime.today(clock);
        LocalDate until = forTerm ? entered.day("until").orElse(null) : LondonTime.dateOf(ballot.closesAt());
        FormErrors errors = FormErrors.NONE;
        errors = entered.text("giver").isEmpty() ? errors.and("giver", "Choose who gives the proxy") : errors;
        errors = entered.text("receiver").isEmpty() ? errors.and("receiver", "Say who shall vote instead") : errors;
        errors =
                until == null ? errors.and("until-day", "The last day must be a real date, such as 31 3 2027") : errors;
        if (errors.any() || until == null) {
            return FormAnswer.again(page(visit, ballot, Form.again(entered, errors), null));
        }
        return FormAnswer.of(
                ballots.giveProxy(
                        visit,
                        ballot.group(),
                        new NewProxy(
                                entered.text("giver"),
                                entered.text("receiver").toUpperCase(Locale.ROOT),
                                forTerm ? null : id,
                                today,
                                until.isBefore(today) ? today : until),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                proxy -> path(visit, id) + "?done=given",
                mistakes -> page(visit, ballot, Form.again(entered, mistakes), null));
    }

    @POST
    @Path("{id}/proxies/{proxy}/revoke/")
    public Response revoke(@RestPath UUID id, @RestPath UUID proxy) {
        Visit visit = visitor.now();
        // Nothing of a proxy can change but that it is taken back, so the newest version is the one that was seen.
        String tag = ballots.proxy(visit, proxy).given().tag().orElse("");
        return FormAnswer.of(
                ballots.revoke(visit, proxy, tag),
                Map.of(),
                revoked -> path(visit, id) + "?done=revoked",
                errors -> page(visit, ballots.ballot(visit, id).orPage(), Form.again(Entered.NOTHING, errors), null));
    }

    /** A button that was pressed too late leads here, where there is nothing but the way back. */
    @GET
    @Path("{id}/proxies/{proxy}/revoke/")
    public Response back(@RestPath UUID id) {
        return FormAnswer.see(path(visitor.now(), id));
    }

    private TemplateInstance page(Visit visit, Ballot ballot, Form form, @Nullable String done) {
        List<String> own = givers(visit);
        return Templates.proxies(
                frames.of(visit, PortalPage.PROXIES, "Proxies"),
                new ProxiesView(
                        ballot,
                        ballots.proxies(visit, ballot.group()).orPage().items().stream()
                                .map(proxy -> new ProxiesView.Row(
                                        proxy, proxy.revokedAt() == null && own.contains(proxy.giver())))
                                .toList(),
                        own,
                        ballot.openedAt() == null
                                ? List.of()
                                : ballots.electorate(visit, ballot.id()).orPage().stream()
                                        .filter(elector -> !elector.kind().equals("seat"))
                                        .filter(elector -> !own.contains(elector.voter()))
                                        .toList(),
                        done,
                        form));
    }

    /** Those of the person's organisations for which they may vote. */
    private List<String> givers(Visit visit) {
        return visit.organisations().stream()
                .map(OdsCode::code)
                .filter(code -> registry.organisation(visit, code, null)
                        .ifThere()
                        .filter(organisation -> Speaking.votesFor(visit, organisation.kind()))
                        .isPresent())
                .toList();
    }

    private static String path(Visit visit, UUID id) {
        return BallotResource.path(visit, id) + "proxies/";
    }
}
