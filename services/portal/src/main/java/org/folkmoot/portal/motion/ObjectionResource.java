package org.folkmoot.portal.motion;

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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.http.Table;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.EveryGroup;
import org.folkmoot.portal.frame.Exports;
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
import org.folkmoot.portal.service.Motions;
import org.folkmoot.portal.service.Motions.Objection;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Objections and comments, and replying to one. */
@Path("/{ics}/objections/")
@RolesAllowed({
    Roles.PCN_CLINICAL_DIRECTOR,
    Roles.PRACTICE_VOTER,
    Roles.LMC_EXECUTIVE,
    Roles.GROUP_SECRETARY,
    Roles.EXECUTIVE_MANAGER,
    Roles.ICS_OBSERVER,
    Roles.ICS_ADMIN
})
@RunOnVirtualThread
class ObjectionResource {

    private static final Map<String, Field> FIELDS = Map.of("words", new Field("words", "The reply"));

    private static final Table.Columns<ObjectionsView.Row> COLUMNS = Table.<ObjectionsView.Row>columns()
            .text("Kind", row -> row.objection().kind())
            .text("Group", ObjectionsView.Row::group)
            .text("Organisation", row -> row.objection().organisation())
            .text("Words", row -> row.objection().words())
            .text("Raised", row -> row.objection().raisedAt().toString())
            .text("Reply", row -> row.objection().reply());

    @CheckedTemplate(basePath = "motion")
    static class Templates {
        static native TemplateInstance objections(Frame frame, ObjectionsView view);

        static native TemplateInstance objection(Frame frame, ObjectionView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final EveryGroup every;
    private final Motions motions;

    ObjectionResource(Visitor visitor, Frames frames, Forms forms, EveryGroup every, Motions motions) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.every = every;
        this.motions = motions;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance objections(
            @RestQuery @DefaultValue("") String show,
            @RestQuery @DefaultValue("") String kind,
            @RestQuery @DefaultValue("1") int page) {
        Visit visit = visitor.now();
        Query asked = Query.of(visit.base() + PortalPage.OBJECTIONS.example())
                .with("show", show)
                .with("kind", kind);
        return Templates.objections(
                frames.of(visit, PortalPage.OBJECTIONS, "Objections and comments"),
                new ObjectionsView(show, kind, Listing.of(rows(visit, show, kind), page, asked)));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<ObjectionsView.Row> export(
            @RestQuery @DefaultValue("") String show, @RestQuery @DefaultValue("") String kind) {
        return COLUMNS.table("objections", rows(visitor.now(), show, kind).stream());
    }

    private List<ObjectionsView.Row> rows(Visit visit, String show, String kind) {
        return every
                .ask(visit, (who, group) -> motions.objections(who, group, null, show.equals("waiting")))
                .orPage()
                .stream()
                .filter(each -> kind.isEmpty() || each.what().kind().equals(kind))
                .filter(each -> switch (show) {
                    case "waiting" -> each.what().reply() == null;
                    case "answered" -> each.what().reply() != null;
                    default -> true;
                })
                .sorted(Comparator.comparing(
                                (EveryGroup.Of<Objection> each) -> each.what().raisedAt())
                        .reversed())
                .map(each -> new ObjectionsView.Row(each.what(), each.group().name()))
                .toList();
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance objection(
            @RestPath UUID id, @RestQuery @Nullable String draft, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        return page(
                visit,
                id,
                "answered".equals(done) ? "The reply is published." : null,
                forms.shown(visit, path(visit, id), draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Produces(MediaType.TEXT_HTML)
    public Response reply(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        if (entered.text("words").isEmpty()) {
            return FormAnswer.again(
                    page(visit, id, null, Form.again(entered, FormErrors.of("words", "Enter the reply"))));
        }
        return FormAnswer.of(
                motions.answer(visit, id, entered.text("words"), entered.text("tag")),
                FIELDS,
                objection -> path(visit, id) + "?done=answered",
                errors -> page(visit, id, null, Form.again(entered, errors)));
    }

    private TemplateInstance page(Visit visit, UUID id, @Nullable String done, Form form) {
        Reply.Given<Objection> given = motions.objection(visit, id).given();
        Objection objection = given.value();
        boolean replies = visit.is(Roles.GROUP_SECRETARY) || visit.is(Roles.EXECUTIVE_MANAGER);
        return Templates.objection(
                frames.of(visit, PortalPage.OBJECTION, objection.formal() ? "Formal objection" : "Comment"),
                new ObjectionView(objection, given.tag().orElse(""), replies && objection.reply() == null, done, form));
    }

    private static String path(Visit visit, UUID id) {
        return visit.base() + "/objections/" + id + "/";
    }
}
