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
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.folkmoot.http.Table;
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Footprints;
import org.folkmoot.portal.service.Footprints.Neighbourhood;
import org.folkmoot.portal.service.Footprints.PcnHealth;
import org.folkmoot.portal.service.Footprints.Place;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The PCNs of the ICS, and which of them are outside the expected size; its neighbourhoods, and whose team is late; its
 * places.
 */
@Path("/{ics}/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
class FootprintResource {

    private static final Set<String> BANDS = Set.of("below", "within", "above", "outside");
    private static final Set<String> PROGRESS = Set.of("working", "late", "ahead", "not-planned");

    private static final Table.Columns<Place> PLACES = Table.<Place>columns()
            .text("Place", Place::name)
            .text("Members", place -> String.join(" ", place.members()))
            .integer("Practices", Place::practices)
            .integer("Patients", Place::patients)
            .date("From", Place::from);

    @CheckedTemplate(basePath = "footprint")
    static class Templates {
        static native TemplateInstance networks(Frame frame, NetworksView view);

        static native TemplateInstance neighbourhoods(Frame frame, NeighbourhoodsView view);

        static native TemplateInstance places(Frame frame, PlacesView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Panels panels;
    private final Footprints footprints;

    FootprintResource(Visitor visitor, Frames frames, Panels panels, Footprints footprints) {
        this.visitor = visitor;
        this.frames = frames;
        this.panels = panels;
        this.footprints = footprints;
    }

    @GET
    @Path("networks/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance networks(
            @RestQuery @DefaultValue("") String band,
            @RestQuery @DefaultValue("") String sort,
            @RestQuery @Nullable String asAt,
            @RestQuery("asAt-day") @Nullable String day,
            @RestQuery("asAt-month") @Nullable String month,
            @RestQuery("asAt-year") @Nullable String year,
            @RestQuery @DefaultValue("1") int page) {
        Visit visit = visitor.now();
        AsAtChoice choice = AsAtChoice.of(asAt, day, month, year);
        String wanted = oneOf(BANDS, band);
        String order = oneOf(NetworksView.ORDERS.keySet(), sort);
        Query here = Query.of(visit.base() + PortalPage.NETWORKS.example())
                .with("band", wanted)
                .with("sort", order);
        List<PcnHealth> networks = footprints.networks(visit, wanted, choice.date()).orPage().items().stream()
                .sorted(NetworksView.ORDERS.getOrDefault(order, NetworksView.BY_NAME))
                .toList();
        return Templates.networks(
                frames.of(visit, PortalPage.NETWORKS, "PCNs and how they stand"),
                new NetworksView(
                        choice,
                        wanted,
                        order,
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
        return Exports.answer(
                footprints.networksTable(visitor.now(), oneOf(BANDS, band), choice.date(), Exports.type(accept)));
    }

    @GET
    @Path("neighbourhoods/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance neighbourhoods(
            @RestQuery @DefaultValue("") String progress,
            @RestQuery @DefaultValue("") String place,
            @RestQuery @DefaultValue("") String sort,
            @RestQuery @Nullable String asAt,
            @RestQuery("asAt-day") @Nullable String day,
            @RestQuery("asAt-month") @Nullable String month,
            @RestQuery("asAt-year") @Nullable String year,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        AsAtChoice choice = AsAtChoice.of(asAt, day, month, year);
        String wanted = oneOf(PROGRESS, progress);
        String order = oneOf(NeighbourhoodsView.ORDERS.keySet(), sort);
        Loading<List<Place>> places = panels.load(() -> footprints.places(visit, choice.date()));
        Query here = Query.of(visit.base() + PortalPage.NEIGHBOURHOODS.example())
                .with("progress", wanted)
                .with("place", place)
                .with("sort", order);
        Stream<Neighbourhood> found =
                footprints.neighbourhoods(visit, wanted, place, choice.date()).orPage().items().stream();
        Comparator<Neighbourhood> other = NeighbourhoodsView.ORDERS.get(order);
        return Templates.neighbourhoods(
                frames.of(visit, PortalPage.NEIGHBOURHOODS, "Neighbourhoods and their teams"),
                new NeighbourhoodsView(
                        choice,
                        wanted,
                        place,
                        order,
                        places.reply().orPage(),
                        Listing.of(
                                (other == null ? found : found.sorted(other))
                                        .map(NeighbourhoodsView.Row::new)
                                        .toList(),
                                page,
                                here.with("asAt", choice.date())),
                        PortalPage.ADD_NEIGHBOURHOOD.isFor(visit.roles()),
                        done(done, "neighbourhood"),
                        here));
    }

    @GET
    @Path("neighbourhoods/")
    @Produces({Exports.CSV, Exports.XLSX})
    public Response exportNeighbourhoods(
            @RestQuery @DefaultValue("") String progress,
            @RestQuery @DefaultValue("") String place,
            @RestQuery @Nullable String asAt,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        AsAtChoice choice = AsAtChoice.of(asAt, null, null, null);
        return Exports.answer(footprints.neighbourhoodsTable(
                visitor.now(), oneOf(PROGRESS, progress), place, choice.date(), Exports.type(accept)));
    }

    @GET
    @Path("places/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance places(
            @RestQuery @DefaultValue("") String sort,
            @RestQuery @Nullable String asAt,
            @RestQuery("asAt-day") @Nullable String day,
            @RestQuery("asAt-month") @Nullable String month,
            @RestQuery("asAt-year") @Nullable String year,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        AsAtChoice choice = AsAtChoice.of(asAt, day, month, year);
        String order = oneOf(PlacesView.ORDERS.keySet(), sort);
        Query here = Query.of(visit.base() + PortalPage.PLACES.example()).with("sort", order);
        List<Place> places = footprints.places(visit, choice.date()).orPage();
        Comparator<Place> other = PlacesView.ORDERS.get(order);
        return Templates.places(
                frames.of(visit, PortalPage.PLACES, "Places"),
                new PlacesView(
                        choice,
                        order,
                        Listing.of(
                                other == null
                                        ? places
                                        : places.stream().sorted(other).toList(),
                                page,
                                here.with("asAt", choice.date())),
                        PortalPage.ADD_PLACE.isFor(visit.roles()),
                        done(done, "place"),
                        here));
    }

    @GET
    @Path("places/")
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<Place> exportPlaces(@RestQuery @Nullable String asAt) {
        AsAtChoice choice = AsAtChoice.of(asAt, null, null, null);
        return PLACES.table("places", footprints.places(visitor.now(), choice.date()).orPage().stream());
    }

    private static @Nullable String done(@Nullable String done, String what) {
        return "defined".equals(done) ? "The %s is defined.".formatted(what) : null;
    }

    /** What is none of these shows all. */
    private static String oneOf(Set<String> known, String wanted) {
        return known.contains(wanted) ? wanted : "";
    }
}
