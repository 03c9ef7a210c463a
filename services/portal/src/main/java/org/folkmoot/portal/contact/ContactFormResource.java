package org.folkmoot.portal.contact;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Contacts;
import org.folkmoot.portal.service.Contacts.Contact;
import org.folkmoot.portal.service.Contacts.Details;
import org.folkmoot.portal.service.Footprints;
import org.folkmoot.portal.service.Footprints.Place;
import org.folkmoot.portal.service.Models;
import org.folkmoot.portal.service.Models.Body;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Recording and amending whom to ring, and saying who leaves. */
@Path("/{ics}/contacts/")
@RolesAllowed({Roles.ICS_ADMIN, Roles.EXECUTIVE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ContactFormResource {

    private static final Map<String, Field> FIELDS = Map.of(
            "specialty", new Field("specialty", "The specialty"),
            "place", new Field("place", "The place"),
            "organisation", new Field("code", "Where they work"),
            "name", new Field("name", "The name"),
            "post", new Field("post", "The post"),
            "phone", new Field("phone", "The phone number"),
            "email", new Field("email", "The mail address"),
            "hours", new Field("hours", "When they are reached"),
            "on", new Field("on-day", "The last day"));

    @CheckedTemplate(basePath = "contact")
    static class Templates {
        static native TemplateInstance contactForm(Frame frame, ContactFormView view);

        static native TemplateInstance leave(Frame frame, LeaveView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Contacts contacts;
    private final Footprints footprints;
    private final Models models;

    ContactFormResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            Contacts contacts,
            Footprints footprints,
            Models models) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.contacts = contacts;
        this.footprints = footprints;
        this.models = models;
    }

    /** What the form offers to choose from, asked for side by side. */
    private record Choices(Loading<List<Place>> places, Loading<List<Body>> bodies) {}

    @GET
    @Path("add/")
    public TemplateInstance write(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return page(
                visit,
                null,
                choices(visit),
                forms.shown(visit, visit.base() + PortalPage.ADD_CONTACT.example(), draft, Entered.NOTHING));
    }

    @POST
    @Path("add/")
    public Response record() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                mistakes(entered),
                () -> contacts.record(visit, details(entered), Request.of(entered.text(Request.FIELD))),
                FIELDS,
                contact -> ContactResource.path(visit, contact.id()) + "?done=recorded",
                mistakes -> page(visit, null, choices(visit), Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/amend/")
    public TemplateInstance rewrite(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Choices choices = choices(visit);
        Reply.Given<Contact> given = contacts.find(visit, id).given();
        Entered known = known(given.value(), choices.bodies().reply().orPage());
        return page(
                visit, given, choices, forms.shown(visit, ContactResource.path(visit, id) + "amend/", draft, known));
    }

    @POST
    @Path("{id}/amend/")
    public Response amend(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                mistakes(entered),
                () -> contacts.amend(visit, id, details(entered), entered.text("tag")),
                FIELDS,
                contact -> ContactResource.path(visit, id) + "?done=amended",
                mistakes ->
                        page(visit, contacts.find(visit, id).given(), choices(visit), Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/leave/")
    public TemplateInstance writeDeparture(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return leavePage(
                visit, id, forms.shown(visit, ContactResource.path(visit, id) + "leave/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/leave/")
    public Response leave(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<LocalDate> on = entered.day("on");
        return FormAnswer.of(
                FormErrors.NONE.unless(on.isPresent(), "on-day", "The last day must be a real date, such as 31 3 2027"),
                () -> contacts.leave(visit, id, on.orElseThrow(), entered.text("tag")),
                FIELDS,
                contact -> ContactResource.path(visit, id) + "?done=left",
                mistakes -> leavePage(visit, id, Form.again(entered, mistakes)));
    }

    private static FormErrors mistakes(Entered entered) {
        boolean worksAtOne = entered.ticked("code") != entered.ticked("body");
        return FormErrors.NONE
                .unless(entered.ticked("specialty"), "specialty", "Enter what they are asked about")
                .unless(entered.ticked("name"), "name", "Enter their name")
                .unless(entered.ticked("post"), "post", "Enter what they are there")
                .unless(worksAtOne, "code", "Enter the ODS code of where they work, or choose one")
                .unless(
                        entered.ticked("phone") || entered.ticked("email"),
                        "phone",
                        "Enter a phone number or a mail address: nobody can be reached by neither");
    }

    private static Details details(Entered entered) {
        return new Details(
                entered.text("specialty"),
                entered.id("place").orElse(null),
                entered.text("code") + entered.text("body"),
                entered.text("name"),
                entered.text("post"),
                entered.orNull("phone"),
                entered.orNull("email"),
                entered.orNull("hours"));
    }

    private static Entered known(Contact contact, List<Body> bodies) {
        boolean isABody = bodies.stream().anyMatch(body -> body.id().toString().equals(contact.organisation()));
        return Entered.NOTHING
                .with("specialty", contact.specialty())
                .with("place", contact.place())
                .with(isABody ? "body" : "code", contact.organisation())
                .with("name", contact.name())
                .with("post", contact.post())
                .with("phone", contact.phone())
                .with("email", contact.email())
                .with("hours", contact.hours());
    }

    private Choices choices(Visit visit) {
        return new Choices(panels.load(() -> footprints.places(visit, null)), panels.load(() -> models.bodies(visit)));
    }

    private TemplateInstance page(Visit visit, Reply.@Nullable Given<Contact> given, Choices choices, Form form) {
        return Templates.contactForm(
                frames.of(
                        visit,
                        given == null ? PortalPage.ADD_CONTACT : PortalPage.AMEND_CONTACT,
                        given == null ? "Record a contact" : "Amend a contact"),
                new ContactFormView(
                        given == null ? null : given.value(),
                        given == null ? "" : given.tag().orElse(""),
                        choices.places().reply().orPage(),
                        choices.bodies().reply().orPage(),
                        form));
    }

    private TemplateInstance leavePage(Visit visit, UUID id, Form form) {
        Reply.Given<Contact> given = contacts.find(visit, id).given();
        return Templates.leave(
                frames.of(visit, PortalPage.CONTACT_LEAVES, "Say when a contact leaves"),
                new LeaveView(given.value(), given.tag().orElse(""), form));
    }
}
