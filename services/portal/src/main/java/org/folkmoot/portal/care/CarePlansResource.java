package org.folkmoot.portal.care;

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
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.CarePlans;
import org.folkmoot.portal.service.CarePlans.Coverage;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Teams;
import org.folkmoot.portal.service.Teams.Team;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The care plans of the person's teams: which are due for review, and how many people have one. */
@Path("/{ics}/care-plans/")
@RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
class CarePlansResource {

    private static final Set<String> REVIEWS = Set.of("ahead", "due", "overdue");

    @CheckedTemplate(basePath = "care")
    static class Templates {
        static native TemplateInstance plans(Frame frame, CarePlansView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Panels panels;
    private final CarePlans plans;
    private final Teams teams;

    CarePlansResource(Visitor visitor, Frames frames, Panels panels, CarePlans plans, Teams teams) {
        this.visitor = visitor;
        this.frames = frames;
        this.panels = panels;
        this.plans = plans;
        this.teams = teams;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance plans(@RestQuery @DefaultValue("") String review, @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        String wanted = REVIEWS.contains(review) ? review : "";
        Loading<List<String>> coverage = panels.load(() -> coverage(visit));
        Query asked = Query.of(visit.base() + PortalPage.CARE_PLANS.example()).with("review", wanted);
        return Templates.plans(
                frames.of(visit, PortalPage.CARE_PLANS, "Care plans"),
                new CarePlansView(
                        wanted,
                        coverage.panel(),
                        Listing.of(
                                plans.agreed(visit, wanted, cursor, Listing.ROWS)
                                        .orPage(),
                                cursor,
                                asked,
                                CarePlansView.Row::of)));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(
            @RestQuery @DefaultValue("") String review, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return Exports.answer(
                plans.agreedTable(visitor.now(), REVIEWS.contains(review) ? review : "", Exports.type(accept)));
    }

    /** A sentence for each team in whose care somebody is. */
    private Reply<List<String>> coverage(Visit visit) {
        Loading<List<Team>> known = panels.load(() -> teams.all(visit, Map.of("mine", true)));
        return plans.coverage(visit)
                .then(covered -> known.reply().map(mine -> {
                    Map<UUID, String> names = mine.stream().collect(Collectors.toMap(Team::id, Team::name));
                    return covered.stream()
                            .flatMap(each -> sentence(each, names.getOrDefault(each.team(), "A team")))
                            .toList();
                }));
    }

    private static Stream<String> sentence(Coverage covered, String team) {
        BigDecimal percent = covered.percent();
        return percent == null
                ? Stream.empty()
                : Stream.of(CarePlansView.sentence(team, covered.inCare(), covered.withPlan(), percent));
    }
}
