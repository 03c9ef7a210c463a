package org.folkmoot.portal.contact;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Found;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Contacts;
import org.folkmoot.portal.service.Contacts.Contact;
import org.folkmoot.portal.service.Contacts.Wanted;
import org.folkmoot.portal.service.Footprints;
import org.folkmoot.portal.service.Footprints.Place;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Whom to ring. Whoever knows that a contact is right may say so. */
@Path("/{ics}/contacts/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
class ContactResource {

    private static final Map<String, Field> FIELDS =
            Map.of("specialty", new Field("specialty", "The specialty"), "place", new Field("place", "The place"));

    /** For how many days nobody has confirmed a contact. */
    private static final Set<String> STALE = Set.of("90", "365");

    private static final Set<String> ORDERS = Set.of("name", "confirmed");

    @CheckedTemplate(basePath = "contact")
    static class Templates {
        static native TemplateInstance contacts(Frame frame, ContactsView view);

        static native TemplateInstance contact(Frame frame, ContactView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Contacts contacts;
    private final Footprints footprints;
    private final Clock clock;

    ContactResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            Contacts contacts,
            Footprints footprints,
            Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.contacts = contacts;
        this.footprints = footprints;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance contacts(
            @RestQuery @DefaultValue("") String specialty,
            @RestQuery @DefaultValue("") String place,
            @RestQuery @DefaultValue("") String stale,
            @RestQuery @DefaultValue("") String sort,
            @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        Wanted wanted = wanted(specialty, place, stale, sort);
        Loading<List<Place>> places = panels.load(() -> footprints.places(visit, null));
        Query asked = Query.of(visit.base() + PortalPage.CONTACTS.example())
                .with("specialty", specialty)
                .with("place", place)
                .with("stale", stale)
                .with("sort", wanted.sort());
        return Templates.contacts(
                frames.of(visit, PortalPage.CONTACTS, "Whom to ring"),
                new ContactsView(
                        specialty,
                        place,
                        stale,
                        wanted.sort(),
                        places.panel(),
                        PortalPage.ADD_CONTACT.isFor(visit.roles()),
                        Found.of(
                                contacts.list(visit, wanted, cursor, Listing.ROWS),
                                FIELDS,
                                cursor,
                                asked,
                                contact -> contact)));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(
            @RestQuery @DefaultValue("") String specialty,
            @RestQuery @DefaultValue("") String place,
            @RestQuery @DefaultValue("") String stale,
            @RestQuery @DefaultValue("") String sort,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return Exports.answer(
                contacts.table(visitor.now(), wanted(specialty, place, stale, sort), Exports.type(accept)));
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance contact(@RestPath UUID id, @RestQuery @Nullable String done) {
        return page(
                visitor.now(),
                id,
                FormErrors.NONE,
                switch (done) {
                    case "recorded" -> "The contact is recorded.";
                    case "amended" -> "The contact is amended.";
                    case "confirmed" -> "Thank you: it is confirmed by you.";
                    case "left" -> "It is recorded when they leave.";
                    case null, default -> null;
                });
    }

    @POST
    @Path("{id}/confirm/")
    @RolesAllowed({
        Roles.ICS_ADMIN,
        Roles.EXECUTIVE_MANAGER,
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE
    })
    @Produces(MediaType.TEXT_HTML)
    public Response confirm(@RestPath UUID id) {
        Visit visit = visitor.now();
        return FormAnswer.of(
                contacts.confirm(visit, id, forms.sent().text("tag")),
                Map.of(),
                contact -> path(visit, id) + "?done=confirmed",
                mistakes -> page(visit, id, mistakes, null));
    }

    /** A button that was pressed too late leads here, where there is nothing but the way back. */
    @GET
    @Path("{id}/confirm/")
    @RolesAllowed({
        Roles.ICS_ADMIN,
        Roles.EXECUTIVE_MANAGER,
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE
    })
    public Response back(@RestPath UUID id) {
        return FormAnswer.see(path(visitor.now(), id));
    }

    private TemplateInstance page(Visit visit, UUID id, FormErrors errors, @Nullable String done) {
        Loading<List<Place>> places = panels.load(() -> footprints.places(visit, null));
        Reply.Given<Contact> given = contacts.find(visit, id).given();
        Contact contact = given.value();
        return Templates.contact(
                frames.of(visit, PortalPage.CONTACT, contact.name()),
                new ContactView(
                        contact,
                        given.tag().orElse(""),
                        place(contact, places.reply()),
                        PortalPage.CONFIRM_CONTACT.isFor(visit.roles()),
                        PortalPage.AMEND_CONTACT.isFor(visit.roles()),
                        errors,
                        done));
    }

    private static String place(Contact contact, Reply<List<Place>> places) {
        if (contact.place() == null) {
            return "The whole ICS";
        }
        Optional<String> name = places instanceof Reply.Given<List<Place>>(List<Place> known, var tag, var location)
                ? known.stream()
                        .filter(place -> place.id().equals(contact.place()))
                        .map(Place::name)
                        .findFirst()
                : Optional.empty();
        return name.orElse("A place of the ICS");
    }

    private Wanted wanted(String specialty, String place, String stale, String sort) {
        return new Wanted(
                specialty,
                place,
                STALE.contains(stale) ? LondonTime.today(clock).minusDays(Long.parseLong(stale)) : null,
                ORDERS.contains(sort) ? sort : null);
    }

    /** The address of a contact's page. */
    static String path(Visit visit, UUID id) {
        return visit.base() + "/contacts/" + id + "/";
    }
}
