package org.folkmoot.portal.footprint;

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
import java.util.Set;
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Footprints;
import org.folkmoot.portal.service.Footprints.PcnHealth;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The PCNs of the ICS, and which of them are outside the expected size; its neighbourhoods, and whose team is late. */
@Path("/{ics}/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
class FootprintResource {

    private static final Set<String> BANDS = Set.of("below", "within", "above");
    private static final Set<String> PROGRESS = Set.of("working", "late", "ahead", "not-planned");

    @CheckedTemplate(basePath = "footprint")
    static class Templates {
        static native TemplateInstance networks(Frame frame, NetworksView view);

        static native TemplateInstance neighbourhoods(Frame frame, NeighbourhoodsView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Footprints footprints;

    FootprintResource(Visitor visitor, Frames frames, Footprints footprints) {
        this.visitor = visitor;
        this.frames = frames;
        this.footprints = footprints;
    }

    @GET
    @Path("networks/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance networks(
            @RestQuery @DefaultValue("") String band,
            @RestQuery @Nullable String asAt,
            @RestQuery("asAt-day") @Nullable String day,
            @RestQuery("asAt-month") @Nullable String month,
            @RestQuery("asAt-year") @Nullable String year,
            @RestQuery @DefaultValue("1") int page) {
        Visit visit = visitor.now();
        AsAtChoice choice = AsAtChoice.of(asAt, day, month, year);
        String wanted = oneOf(BANDS, band);
        Query here = Query.of(visit.base() + PortalPage.NETWORKS.example()).with("band", wanted);
        List<PcnHealth> networks =
                footprints.networks(visit, wanted, choice.date()).orPage().items();
        return Templates.networks(
                frames.of(visit, PortalPage.NETWORKS, "PCNs and how they stand"),
                new NetworksView(
                        choice,
                        wanted,
                        networks,
                        Listing.of(
                                networks.stream().map(NetworksView.Row::new).toList(),
                                page,
                                here.with("asAt", choice.date())),
                        here));
    }

    @GET
    @Path("networks/")
    @Produces({Exports.CSV, Exports.XLSX})
    public Response exportNetworks(
            @RestQuery @DefaultValue("") String band,
            @RestQuery @Nullable String asAt,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        AsAtChoice choice = AsAtChoice.of(asAt, null, null, null);
        return Exports.answer(footprints.networksTable(
                visitor.now(), oneOf(BANDS, band), choice.date(), Exports.type(accept)));
    }

    @GET
    @Path("neighbourhoods/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance neighbourhoods(
            @RestQuery @DefaultValue("") String progress,
            @RestQuery @Nullable String asAt,
            @RestQuery("asAt-day") @Nullable String day,
            @RestQuery("asAt-month") @Nullable String month,
            @RestQuery("asAt-year") @Nullable String year,
            @RestQuery @DefaultValue("1") int page) {
        Visit visit = visitor.now();
        AsAtChoice choice = AsAtChoice.of(asAt, day, month, year);
        String wanted = oneOf(PROGRESS, progress);
        Query here = Query.of(visit.base() + PortalPage.NEIGHBOURHOODS.example())
                .with("progress", wanted);
        return Templates.neighbourhoods(
                frames.of(visit, PortalPage.NEIGHBOURHOODS, "Neighbourhoods and their teams"),
                new NeighbourhoodsView(
                        choice,
                        wanted,
                        Listing.of(
                                footprints.neighbourhoods(visit, wanted, choice.date()).orPage().items().stream()
                                        .map(NeighbourhoodsView.Row::new)
                                        .toList(),
                                page,
                                here.with("asAt", choice.date())),
                        here));
    }

    @GET
    @Path("neighbourhoods/")
    @Produces({Exports.CSV, Exports.XLSX})
    public Response exportNeighbourhoods(
            @RestQuery @DefaultValue("") String progress,
            @RestQuery @Nullable String asAt,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        AsAtChoice choice = AsAtChoice.of(asAt, null, null, null);
        return Exports.answer(footprints.neighbourhoodsTable(
                visitor.now(), oneOf(PROGRESS, progress), choice.date(), Exports.type(accept)));
    }

    /** What is none of these shows all. */
    private static String oneOf(Set<String> known, String wanted) {
        return known.contains(wanted) ? wanted : "";
    }
}
