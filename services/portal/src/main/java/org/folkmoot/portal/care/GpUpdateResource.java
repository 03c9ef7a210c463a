package org.folkmoot.portal.care;

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
import java.util.Map;
import java.util.UUID;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.GpUpdates;
import org.folkmoot.portal.service.GpUpdates.Update;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What teams tell practices: practices take note of it, teams see what they owe. */
@Path("/{ics}/gp-updates/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
class GpUpdateResource {

    private static final String OWED = "owed";
    private static final String TOLD = "told";

    @CheckedTemplate(basePath = "care")
    static class Templates {
        static native TemplateInstance updates(Frame frame, GpUpdatesView view);

        static native TemplateInstance update(Frame frame, GpUpdateView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final GpUpdates updates;

    GpUpdateResource(Visitor visitor, Frames frames, Forms forms, GpUpdates updates) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.updates = updates;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance updates(
            @RestQuery @DefaultValue("") String list, @RestQuery boolean all, @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        boolean owed = isOwed(visit, list);
        Query asked = Query.of(visit.base() + PortalPage.GP_UPDATES.example())
                .with("list", owed ? OWED : TOLD)
                .with("all", all ? true : null);
        return Templates.updates(
                frames.of(visit, PortalPage.GP_UPDATES, "GP updates"),
                new GpUpdatesView(
                        owed,
                        ofPractice(visit) && ofTeam(visit),
                        all,
                        owed
                                ? null
                                : Listing.of(
                                        updates.list(visit, !all, cursor, Listing.ROWS)
                                                .orPage(),
                                        cursor,
                                        asked,
                                        GpUpdatesView.UpdateRow::of),
                        owed
                                ? Listing.of(
                                        updates.owed(visit, null, cursor, Listing.ROWS)
                                                .orPage(),
                                        cursor,
                                        asked,
                                        GpUpdatesView.PointRow::of)
                                : null));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(
            @RestQuery @DefaultValue("") String list,
            @RestQuery boolean all,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        Visit visit = visitor.now();
        return Exports.answer(
                isOwed(visit, list)
                        ? updates.owedTable(visit, null, Exports.type(accept))
                        : updates.table(visit, !all, Exports.type(accept)));
    }

    private static boolean isOwed(Visit visit, String list) {
        return ofTeam(visit) && (!ofPractice(visit) || list.equals(OWED));
    }

    private static boolean ofPractice(Visit visit) {
        return visit.is(Roles.PRACTICE_VOTER) || visit.is(Roles.PCN_CLINICAL_DIRECTOR);
    }

    private static boolean ofTeam(Visit visit) {
        return PortalPage.WRITE_GP_UPDATE.isFor(visit.roles());
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance update(@RestPath UUID id, @RestQuery @Nullable String done) {
        return page(visitor.now(), id, "noted".equals(done) ? "You have taken note of it." : null, FormErrors.NONE);
    }

    @POST
    @Path("{id}/")
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR})
    @Produces(MediaType.TEXT_HTML)
    public Response acknowledge(@RestPath UUID id) {
        Visit visit = visitor.now();
        return FormAnswer.of(
                updates.acknowledge(visit, id, forms.sent().text("tag")),
                Map.of(),
                noted -> visit.base() + PortalPage.GP_UPDATES.example() + id + "/?done=noted",
                errors -> page(visit, id, null, errors));
    }

    private TemplateInstance page(Visit visit, UUID id, @Nullable String done, FormErrors errors) {
        Reply.Given<Update> given = updates.update(visit, id).given();
        Update update = given.value();
        return Templates.update(
                frames.of(visit, PortalPage.GP_UPDATE, "A GP update"),
                new GpUpdateView(
                        update,
                        given.tag().orElse(""),
                        ofPractice(visit) && update.missing().stream().anyMatch(visit.codes()::contains),
                        done,
                        errors));
    }
}
