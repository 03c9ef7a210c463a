package org.folkmoot.portal.model;

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
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.service.Models;
import org.folkmoot.portal.service.Models.Body;
import org.folkmoot.portal.service.Models.Correction;
import org.folkmoot.portal.service.Models.Link;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Saying that a link ends, that another thing was true than was believed, or that it never was. */
@Path("/{ics}/links/{id}/")
@RolesAllowed({Roles.ICS_ADMIN, Roles.EXECUTIVE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ChangeLinkResource {

    @CheckedTemplate(basePath = "model")
    static class Templates {
        static native TemplateInstance endLink(Frame frame, LinkFormView view);

        static native TemplateInstance correctLink(Frame frame, LinkFormView view);

        static native TemplateInstance withdrawLink(Frame frame, LinkFormView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Models models;

    ChangeLinkResource(Visitor visitor, Frames frames, Forms forms, Panels panels, Models models) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.models = models;
    }

    @GET
    @Path("end/")
    public TemplateInstance writeEnd(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return endPage(visit, id, forms.shown(visit, path(visit, id, "end/"), draft, Entered.NOTHING));
    }

    @POST
    @Path("end/")
    public Response end(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<LocalDate> until = entered.day("until");
        return FormAnswer.of(
                FormErrors.NONE
                        .unless(until.isPresent(), "until-day", "The last day must be a real date, such as 31 3 2026")
                        .unless(entered.ticked("reason"), "reason", "Enter why it ends, and what shows it"),
                () -> models.end(visit, id, until.orElseThrow(), entered.text("reason"), entered.text("tag")),
                LinkForm.FIELDS,
                link -> path(visit, id, "?done=ended"),
                mistakes -> endPage(visit, id, Form.again(entered, mistakes)));
    }

    @GET
    @Path("correct/")
    public TemplateInstance writeCorrection(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Loading<List<Body>> bodies = panels.load(() -> models.bodies(visit));
        Reply.Given<Link> given = models.link(visit, id).given();
        Form form = forms.shown(
                visit,
                path(visit, id, "correct/"),
                draft,
                believed(given.value(), bodies.reply().orPage()));
        return correctPage(visit, given, bodies, form);
    }

    @POST
    @Path("correct/")
    public Response correct(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                LinkForm.mistakes(FormErrors.NONE, entered)
                        .unless(entered.ticked("reason"), "reason", "Enter how the mistake was found"),
                () -> models.correct(
                        visit,
                        id,
                        new Correction(
                                LinkForm.other(entered),
                                entered.day("from").orElseThrow(),
                                entered.day("until").orElse(null),
                                entered.text("evidence"),
                                entered.text("reason")),
                        entered.text("tag")),
                LinkForm.FIELDS,
                link -> path(visit, id, "?done=corrected"),
                mistakes -> correctPage(
                        visit,
                        models.link(visit, id).given(),
                        panels.load(() -> models.bodies(visit)),
                        Form.again(entered, mistakes)));
    }

    @GET
    @Path("withdraw/")
    public TemplateInstance writeWithdrawal(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return withdrawPage(visit, id, forms.shown(visit, path(visit, id, "withdraw/"), draft, Entered.NOTHING));
    }

    @POST
    @Path("withdraw/")
    public Response withdraw(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                FormErrors.NONE.unless(entered.ticked("reason"), "reason", "Enter why it is known that it never was"),
                () -> models.withdraw(visit, id, entered.text("reason"), entered.text("tag")),
                LinkForm.FIELDS,
                link -> path(visit, id, "?done=withdrawn"),
                mistakes -> withdrawPage(visit, id, Form.again(entered, mistakes)));
    }

    /** What is believed, as the form to correct it begins. */
    private static Entered believed(Link link, List<Body> bodies) {
        boolean isABody = bodies.stream()
                .anyMatch(body -> body.id().toString().equals(link.other().id()));
        Entered entered = Entered.NOTHING
                .with(isABody ? "body" : "code", link.other().id())
                .withDay("from", link.from())
                .with("evidence", link.evidence());
        LocalDate until = link.until();
        return until == null ? entered : entered.withDay("until", until);
    }

    private TemplateInstance endPage(Visit visit, UUID id, Form form) {
        Reply.Given<Link> given = models.link(visit, id).given();
        return Templates.endLink(
                frames.of(visit, PortalPage.END_LINK, "Say when a link ends"), view(given, List.of(), form));
    }

    private TemplateInstance correctPage(Visit visit, Reply.Given<Link> given, Loading<List<Body>> bodies, Form form) {
        return Templates.correctLink(
                frames.of(visit, PortalPage.CORRECT_LINK, "Correct a link"),
                view(given, bodies.reply().orPage(), form));
    }

    private TemplateInstance withdrawPage(Visit visit, UUID id, Form form) {
        Reply.Given<Link> given = models.link(visit, id).given();
        return Templates.withdrawLink(
                frames.of(visit, PortalPage.WITHDRAW_LINK, "Withdraw a link"), view(given, List.of(), form));
    }

    private static LinkFormView view(Reply.Given<Link> given, List<Body> bodies, Form form) {
        return new LinkFormView(given.value(), given.tag().orElse(""), bodies, form);
    }

    private static String path(Visit visit, UUID id, String rest) {
        return LinkResource.path(visit, id) + rest;
    }
}
