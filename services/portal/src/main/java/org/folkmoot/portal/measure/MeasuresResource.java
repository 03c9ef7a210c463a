package org.folkmoot.portal.measure;

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
import java.time.Clock;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Measures;
import org.folkmoot.portal.service.Measures.Row;
import org.folkmoot.portal.service.Teams;
import org.folkmoot.portal.service.Teams.Team;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.portal.term.Terms;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The measures of neighbourhood teams. */
@Path("/{ics}/measures/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
class MeasuresResource {

    private static final String ICS = "ics";
    private static final String YEAR = "12";
    private static final Set<String> MONTHS = Set.of(YEAR, "24", "30");

    @CheckedTemplate(basePath = "measure")
    static class Templates {
        static native TemplateInstance measures(Frame frame, MeasuresView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Panels panels;
    private final Measures measures;
    private final Teams teams;
    private final Clock clock;

    MeasuresResource(Visitor visitor, Frames frames, Panels panels, Measures measures, Teams teams, Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.panels = panels;
        this.measures = measures;
        this.teams = teams;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance measures(
            @RestQuery @DefaultValue(ICS) String by,
            @RestQuery @DefaultValue(YEAR) String months,
            @RestQuery @DefaultValue("") String team,
            @RestQuery @DefaultValue("1") int page) {
        Visit visit = visitor.now();
        Optional<Loading<List<Team>>> mine = PortalPage.TRIAGE.isFor(visit.roles())
                ? Optional.of(panels.load(() -> teams.all(visit, Map.of("mine", true))))
                : Optional.empty();
        String kind = kind(by);
        String over = MONTHS.contains(months) ? months : YEAR;
        List<Row> rows = measures.rows(visit, parameters(kind, over, team)).orPage();
        Query asked = Query.of(visit.base() + PortalPage.MEASURES.example())
                .with("by", kind)
                .with("months", over)
                .with("team", team);
        return Templates.measures(
                frames.of(visit, PortalPage.MEASURES, "Measures of neighbourhood teams"),
                new MeasuresView(
                        kind,
                        over,
                        team,
                        mine.map(loading -> loading.reply().orPage()).orElse(List.of()),
                        rows,
                        Listing.of(
                                rows.stream()
                                        .sorted(Comparator.comparing(Row::month).reversed())
                                        .map(MeasuresView.Line::of)
                                        .toList(),
                                page,
                                asked)));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(
            @RestQuery @DefaultValue(ICS) String by,
            @RestQuery @DefaultValue(YEAR) String months,
            @RestQuery @DefaultValue("") String team,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        String over = MONTHS.contains(months) ? months : YEAR;
        return Exports.answer(measures.table(visitor.now(), parameters(kind(by), over, team), Exports.type(accept)));
    }

    private static String kind(String by) {
        return Terms.isOneOf(MeasuresView.BY, by) ? by : ICS;
    }

    /** The service's parameters: the month that is not over is the last. */
    private Map<String, String> parameters(String by, String months, String team) {
        YearMonth until = YearMonth.from(LondonTime.today(clock));
        return Query.of("")
                .with("by", by)
                .with("team", team)
                .with("from", until.minusMonths(Long.parseLong(months) - 1))
                .with("until", until)
                .parameters();
    }
}
