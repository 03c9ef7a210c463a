package org.folkmoot.portal.action;

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
import org.folkmoot.portal.frame.PeopleByName;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.service.Actions;
import org.folkmoot.portal.service.Actions.Action;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Tenants.PersonName;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Giving an action to somebody else, who is found by name. */
@Path("/{ics}/actions/{id}/owner/")
@RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class HandOverResource {

    private static final Map<String, Field> FIELDS =
            Map.of("owner", new Field("owner", "The person"), "reason", new Field("reason", "The reason"));

    @CheckedTemplate(basePath = "action")
    static class Templates {
        static native TemplateInstance handOver(Frame frame, HandOverView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final PeopleByName people;
    private final Actions actions;

    HandOverResource(Visitor visitor, Frames frames, Forms forms, PeopleByName people, Actions actions) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.people = people;
        this.actions = actions;
    }

    @GET
    public TemplateInstance write(@RestPath UUID id, @RestQuery @Nullable String q, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return page(visit, id, forms.shown(visit, path(visit, id) + "owner/", draft, Entered.NOTHING.with("q", q)));
    }

    @POST
    public Response handOver(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<PersonName> owner = people.chosen(visit, entered.text("q"), entered.text("owner"));
        return FormAnswer.of(
                FormErrors.NONE
                        .unless(owner.isPresent(), "owner", "Choose the person")
                        .unless(entered.ticked("reason"), "reason", "Enter why somebody else does it"),
                () -> actions.handOver(visit, id, owner.orElseThrow(), entered.text("reason"), entered.text("tag")),
                FIELDS,
                action -> path(visit, id) + "?done=handed-over",
                mistakes -> page(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance page(Visit visit, UUID id, Form form) {
        Reply.Given<Action> given = actions.action(visit, id).given();
        return Templates.handOver(
                frames.of(visit, PortalPage.HAND_ACTION_OVER, "Give an action to somebody else"),
                new HandOverView(
                        given.value(),
                        given.tag().orElse(""),
                        people.found(visit, form.text("q")).orElse(null),
                        form));
    }

    private static String path(Visit visit, UUID id) {
        return visit.base() + "/actions/" + id + "/";
    }
}
