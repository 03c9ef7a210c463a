package org.folkmoot.portal.footprint;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Footprints;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The neighbourhoods of the ICS, and whose team is late. */
@Path("/{ics}/neighbourhoods/")
@RolesAllowed({
    Roles.PCN_CLINICAL_DIRECTOR,
    Roles.PRACTICE_VOTER,
    Roles.LMC_EXECUTIVE,
    Roles.GROUP_SECRETARY,
    Roles.EXECUTIVE_MANAGER,
    Roles.INT_CLINICIAN,
    Roles.CASE_MANAGER,
    Roles.ICS_OBSERVER,
    Roles.ICS_ADMIN
})
@RunOnVirtualThread
class NeighbourhoodsResource {

    private static final Set<String> STATES = Set.of("working", "late", "ahead", "not-planned");

    @CheckedTemplate(basePath = "footprint")
    static class Templates {
        static native TemplateInstance neighbourhoods(Frame frame, NeighbourhoodsView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Footprints footprints;

    NeighbourhoodsResource(Visitor visitor, Frames frames, Footprints footprints) {
        this.visitor = visitor;
        this.frames = frames;
        this.footprints = footprints;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance neighbourhoods(
            @RestQuery @Nullable String progress,
            @RestQuery @Nullable String asAt,
            @RestQuery("asAt-day") @Nullable String day,
            @RestQuery("asAt-month") @Nullable String month,
            @RestQuery("asAt-year") @Nullable String year) {
        Visit visit = visitor.now();
        AsAtChoice choice = AsAtChoice.of(asAt, day, month, year);
        Query asked = Query.of(visit.base() + PortalPage.NEIGHBOURHOODS.example())
                .with("progress", known(progress))
                .with("asAt", choice.date());
        return Templates.neighbourhoods(
                frames.of(visit, PortalPage.NEIGHBOURHOODS, "Neighbourhoods and their teams"),
                new NeighbourhoodsView(
                        choice,
                        progress == null ? "" : progress,
                        footprints.neighbourhoods(visit, known(progress), choice.date()).orPage().items().stream()
                                .map(NeighbourhoodsView.Row::new)
                                .toList(),
                        asked.with("format", "csv").href(),
                        asked.with("format", "xlsx").href()));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(
            @RestQuery @Nullable String progress,
            @RestQuery @Nullable String asAt,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        AsAtChoice choice = AsAtChoice.of(asAt, null, null, null);
        return Exports.answer(
                footprints.neighbourhoodsTable(visitor.now(), known(progress), choice.date(), Exports.type(accept)));
    }

    /** What is none of these shows all. */
    private static @Nullable String known(@Nullable String progress) {
        return progress != null && STATES.contains(progress) ? progress : null;
    }
}
