package org.folkmoot.portal.outside;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.ExternalSystems;
import org.folkmoot.portal.service.ExternalSystems.Details;
import org.folkmoot.portal.service.ExternalSystems.ExternalSystem;
import org.folkmoot.portal.service.ExternalSystems.Issued;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Letting systems in, and shutting them out. */
@Path("/{ics}/external-systems/")
@RolesAllowed(Roles.ICS_ADMIN)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class SystemResource {

    private static final Map<String, Field> FIELDS = Map.of(
            "name", new Field("name", "The name"),
            "organisation", new Field("organisation", "The organisation"),
            "supplier", new Field("supplier", "The supplier"),
            "contact", new Field("contact", "The mail address"),
            "reads", new Field("reads", "What it reads"),
            "writes", new Field("writes", "What it writes"),
            "reason", new Field("reason", "The reason"));

    private static final List<AddSystemView.Choice> DOMAINS = List.of(
            new AddSystemView.Choice("all", "Everything that is published, now and later"),
            new AddSystemView.Choice("registry", "Practices, PCNs, links and neighbourhoods"),
            new AddSystemView.Choice("mandate", "Groups, motions, ballots, mandates and powers"),
            new AddSystemView.Choice("executive", "Meetings, decisions, actions, enquiries and priorities"),
            new AddSystemView.Choice("neighbourhood", "What neighbourhood teams can take on"),
            new AddSystemView.Choice("tenants", "Which external systems were let in"));

    private static final FormErrors UNHEARD = FormErrors.of(
            null,
            "No answer came. It may be done all the same: this page says how it is now, and it does no harm to send it"
                    + " again");

    private static final FormErrors UNHEARD_LET_IN = FormErrors.of(
            null, "No answer came. The system may be let in all the same: send it again, and it is let in once");

    private static final FormErrors CHANGED_MEANWHILE = FormErrors.of(
            null,
            "It has changed since you looked, and nothing was issued. If you pressed twice, the first time issued a"
                    + " credential whose password nobody has seen: drop the newest one below, and issue another");

    @CheckedTemplate(basePath = "outside")
    static class Templates {
        static native TemplateInstance systems(Frame frame, SystemsView view);

        static native TemplateInstance addSystem(Frame frame, AddSystemView view);

        static native TemplateInstance system(Frame frame, SystemView view);

        static native TemplateInstance issue(Frame frame, StepView view);

        static native TemplateInstance issued(Frame frame, IssuedView view);

        static native TemplateInstance lost(Frame frame, LostView view);

        static native TemplateInstance drop(Frame frame, StepView view);

        static native TemplateInstance revoke(Frame frame, StepView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final ExternalSystems systems;

    SystemResource(Visitor visitor, Frames frames, Forms forms, ExternalSystems systems) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.systems = systems;
    }

    @GET
    public TemplateInstance systems(
            @RestQuery @DefaultValue("false") boolean revoked, @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        Query asked =
                Query.of(visit.base() + PortalPage.EXTERNAL_SYSTEMS.example()).with("revoked", revoked ? "true" : null);
        return Templates.systems(
                frames.of(visit, PortalPage.EXTERNAL_SYSTEMS, "External systems"),
                new SystemsView(
                        revoked,
                        Listing.of(
                                systems.list(visit, revoked, cursor, Listing.ROWS)
                                        .orPage(),
                                cursor,
                                asked,
                                system -> system)));
    }

    @GET
    @Path("add/")
    public TemplateInstance add(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return addPage(
                visit,
                forms.shown(visit, visit.base() + PortalPage.ADD_EXTERNAL_SYSTEM.example(), draft, Entered.NOTHING));
    }

    @POST
    @Path("add/")
    public Response register() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        FormErrors mistakes = mistakes(entered);
        if (mistakes.any()) {
            return FormAnswer.again(addPage(visit, Form.again(entered, mistakes)));
        }
        UUID request = Request.of(entered.text(Request.FIELD));
        Reply<ExternalSystem> reply = systems.register(visit, details(entered), request);
        if (reply instanceof Reply.Silent<ExternalSystem>) {
            // The same request, which lets it in once however often it is sent.
            return FormAnswer.again(addPage(visit, new Form(entered, request.toString(), UNHEARD_LET_IN, false)));
        }
        return FormAnswer.of(
                reply,
                FIELDS,
                system -> path(visit, system.id()) + "?done=registered",
                refused -> addPage(visit, Form.again(entered, refused)));
    }

    @GET
    @Path("{id}/")
    public TemplateInstance system(@RestPath UUID id, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        ExternalSystem system = systems.find(visit, id).orPage();
        return Templates.system(
                frames.of(visit, PortalPage.EXTERNAL_SYSTEM, system.name()),
                new SystemView(system, done(system, done)));
    }

    @GET
    @Path("{id}/credentials/")
    public TemplateInstance confirmIssue(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return issuePage(visit, id, shown(visit, path(visit, id) + "credentials/", draft));
    }

    /** Answers with the page itself: a password must not stand in an address. */
    @POST
    @Path("{id}/credentials/")
    public Response issue(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        FormErrors mistakes = reasonGiven(entered);
        if (mistakes.any()) {
            return FormAnswer.again(issuePage(visit, id, Form.again(entered, mistakes)));
        }
        return switch (systems.issue(visit, id, entered.text("reason"), entered.text("tag"))) {
            case Reply.Given<Issued>(Issued issued, var tag, var location) ->
                FormAnswer.again(Templates.issued(
                        frames.of(visit, PortalPage.ISSUE_CREDENTIAL, "A new credential"), new IssuedView(id, issued)));
            case Reply.Silent<Issued> _ -> FormAnswer.again(lostPage(visit, id));
            case Reply.Refused<Issued>(Problem problem)
            when problem.status() == 412 ->
                FormAnswer.again(issuePage(visit, id, Form.again(entered, CHANGED_MEANWHILE)));
            case Reply.Refused<Issued> refused ->
                FormAnswer.of(
                        refused,
                        FIELDS,
                        issued -> path(visit, id),
                        why -> issuePage(visit, id, Form.again(entered, why)));
        };
    }

    @GET
    @Path("{id}/credentials/{number}/drop/")
    public TemplateInstance confirmDrop(@RestPath UUID id, @RestPath int number, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return dropPage(visit, id, number, shown(visit, path(visit, id) + "credentials/" + number + "/drop/", draft));
    }

    @POST
    @Path("{id}/credentials/{number}/drop/")
    public Response drop(@RestPath UUID id, @RestPath int number) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return shutOut(
                reasonGiven(entered),
                () -> systems.drop(visit, id, number, entered.text("reason"), entered.text("tag")),
                path(visit, id) + "?done=dropped",
                mistakes -> dropPage(visit, id, number, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/revoke/")
    public TemplateInstance confirmRevoke(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return revokePage(visit, id, shown(visit, path(visit, id) + "revoke/", draft));
    }

    @POST
    @Path("{id}/revoke/")
    public Response revoke(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return shutOut(
                reasonGiven(entered),
                () -> systems.revoke(visit, id, entered.text("reason"), entered.text("tag")),
                path(visit, id) + "?done=revoked",
                mistakes -> revokePage(visit, id, Form.again(entered, mistakes)));
    }

    /** What came of dropping or revoking; where no answer came, the page again, which goes by how it is now. */
    private static Response shutOut(
            FormErrors mistakes,
            Supplier<Reply<ExternalSystem>> question,
            String next,
            Function<FormErrors, TemplateInstance> form) {
        if (mistakes.any()) {
            return FormAnswer.again(form.apply(mistakes));
        }
        Reply<ExternalSystem> reply = question.get();
        return reply instanceof Reply.Silent<ExternalSystem>
                ? FormAnswer.again(form.apply(UNHEARD))
                : FormAnswer.of(reply, FIELDS, system -> next, form);
    }

    private TemplateInstance addPage(Visit visit, Form form) {
        return Templates.addSystem(
                frames.of(visit, PortalPage.ADD_EXTERNAL_SYSTEM, "Let a system in"), new AddSystemView(form, DOMAINS));
    }

    private TemplateInstance issuePage(Visit visit, UUID id, Form form) {
        return Templates.issue(
                frames.of(visit, PortalPage.ISSUE_CREDENTIAL, "A new credential"), view(visit, id, form, 0));
    }

    private TemplateInstance lostPage(Visit visit, UUID id) {
        // As far as it can be told: a page that cannot be shown would say nothing of what may have been issued.
        ExternalSystem system =
                systems.find(visit, id) instanceof Reply.Given<ExternalSystem> given ? given.value() : null;
        return Templates.lost(
                frames.of(visit, PortalPage.ISSUE_CREDENTIAL, "No answer came"), new LostView(id, system));
    }

    private TemplateInstance dropPage(Visit visit, UUID id, int number, Form form) {
        StepView view = view(visit, id, form, number);
        view.credential();
        return Templates.drop(frames.of(visit, PortalPage.DROP_CREDENTIAL, "Drop a credential"), view);
    }

    private TemplateInstance revokePage(Visit visit, UUID id, Form form) {
        return Templates.revoke(
                frames.of(visit, PortalPage.REVOKE_EXTERNAL_SYSTEM, "Shut a system out"), view(visit, id, form, 0));
    }

    private StepView view(Visit visit, UUID id, Form form, int number) {
        Reply.Given<ExternalSystem> given = systems.find(visit, id).given();
        return new StepView(given.value(), given.tag().orElse(""), form, number);
    }

    private Form shown(Visit visit, String path, @Nullable String draft) {
        return forms.shown(visit, path, draft, Entered.NOTHING);
    }

    private static FormErrors reasonGiven(Entered entered) {
        return FormErrors.NONE.unless(entered.ticked("reason"), "reason", "Enter the reason");
    }

    private static FormErrors mistakes(Entered entered) {
        boolean does = !entered.all("reads").isEmpty() || !entered.all("writes").isEmpty();
        return FormErrors.NONE
                .unless(entered.ticked("name"), "name", "Enter what it is called")
                .unless(
                        entered.ticked("organisation") || entered.ticked("supplier"),
                        "organisation",
                        "Enter the ODS code of its organisation, or its supplier")
                .unless(entered.ticked("contact"), "contact", "Enter the mail address of those who look after it")
                .unless(does, "reads", "Choose what it reads, or what it writes")
                .unless(entered.ticked("reason"), "reason", "Enter the reason");
    }

    private static Details details(Entered entered) {
        return new Details(
                entered.text("name"),
                entered.orNull("organisation"),
                entered.orNull("supplier"),
                entered.text("contact"),
                entered.all("reads"),
                entered.all("writes"),
                entered.text("reason"));
    }

    private static String path(Visit visit, UUID id) {
        return visit.base() + "/external-systems/" + id + "/";
    }

    /** What has been done. What Kafka has not been told of is not done: the page says that itself. */
    private static @Nullable String done(ExternalSystem system, @Nullable String done) {
        return switch (done) {
            case "registered" -> "The system is let in. Give it a credential: it has none yet.";
            case "dropped" -> system.isClosing() ? null : "The credential is good no more.";
            case "revoked" -> system.isClosing() ? null : "The system is shut out.";
            case null, default -> null;
        };
    }
}
