package org.folkmoot.portal.dspt;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Found;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Registry.Upload;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Toolkit;
import org.folkmoot.portal.service.Toolkit.Course;
import org.folkmoot.portal.service.Toolkit.Report;
import org.folkmoot.portal.service.Toolkit.Status;
import org.folkmoot.portal.service.Toolkit.Wanted;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** How organisations stand by the toolkit, and handing in its list. */
@Path("/{ics}/dspt/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
class DsptResource {

    private static final Map<String, Field> SEARCHED = Map.of(
            "organisation", new Field("organisation", "The organisation"), "status", new Field("status", "The status"));

    private static final Map<String, Field> FIELDS =
            Map.of("file", new Field("file", "The file"), "asAt", new Field("asAt-day", "The day"));

    private static final Set<String> ORDERS = Set.of("name", "status");

    @CheckedTemplate(basePath = "dspt")
    static class Templates {
        static native TemplateInstance statuses(Frame frame, DsptListView view);

        static native TemplateInstance organisation(Frame frame, DsptView view);

        static native TemplateInstance handIn(Frame frame, HandInView view);

        static native TemplateInstance report(Frame frame, ReportView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Toolkit toolkit;

    DsptResource(Visitor visitor, Frames frames, Toolkit toolkit) {
        this.visitor = visitor;
        this.frames = frames;
        this.toolkit = toolkit;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance statuses(
            @RestQuery @DefaultValue("") String organisation,
            @RestQuery @DefaultValue("") String status,
            @RestQuery @DefaultValue("") String practices,
            @RestQuery @DefaultValue("") String sort,
            @RestQuery @Nullable String asAt,
            @RestQuery("asAt-day") @Nullable String day,
            @RestQuery("asAt-month") @Nullable String month,
            @RestQuery("asAt-year") @Nullable String year,
            @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        AsAtChoice choice = AsAtChoice.of(asAt, day, month, year);
        Wanted wanted = wanted(organisation, status, practices, choice, sort);
        Query here = Query.of(visit.base() + PortalPage.DSPT.example())
                .with("organisation", organisation)
                .with("status", status)
                .with("practices", practices)
                .with("sort", wanted.sort());
        return Templates.statuses(
                frames.of(visit, PortalPage.DSPT, "Data security and protection"),
                new DsptListView(
                        choice,
                        organisation,
                        status,
                        wanted.practices(),
                        wanted.sort(),
                        PortalPage.HAND_IN_DSPT.isFor(visit.roles()),
                        Found.of(
                                toolkit.list(visit, wanted, cursor, Listing.ROWS),
                                SEARCHED,
                                cursor,
                                here.with("asAt", choice.date()),
                                DsptListView.Row::new),
                        here));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(
            @RestQuery @DefaultValue("") String organisation,
            @RestQuery @DefaultValue("") String status,
            @RestQuery @DefaultValue("") String practices,
            @RestQuery @DefaultValue("") String sort,
            @RestQuery @Nullable String asAt,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        AsAtChoice choice = AsAtChoice.of(asAt, null, null, null);
        return Exports.answer(toolkit.table(
                visitor.now(), wanted(organisation, status, practices, choice, sort), Exports.type(accept)));
    }

    private static Wanted wanted(String organisation, String status, String practices, AsAtChoice choice, String sort) {
        return new Wanted(
                organisation, status, !practices.isEmpty(), choice.date(), ORDERS.contains(sort) ? sort : null);
    }

    @GET
    @Path("{code}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance organisation(@RestPath String code) {
        Visit visit = visitor.now();
        Course course = toolkit.of(visit, code).orPage();
        String name = course.facts().stream().findFirst().map(Status::words).orElse(course.organisation());
        return Templates.organisation(
                frames.of(visit, PortalPage.DSPT_OF, name),
                new DsptView(
                        course.organisation(),
                        name,
                        course.facts().stream().map(DsptListView.Row::new).toList()));
    }

    @GET
    @Path("add/")
    @RolesAllowed(Roles.ICS_ADMIN)
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance add() {
        return form(visitor.now(), AsAtChoice.of(null, null, null, null), FormErrors.NONE);
    }

    /** What became of the list is told at once: a list is read within seconds, and who hands it in waits for it. */
    @POST
    @Path("add/")
    @RolesAllowed(Roles.ICS_ADMIN)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_HTML)
    public Response handIn(
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("asAt-day") @Nullable String day,
            @RestForm("asAt-month") @Nullable String month,
            @RestForm("asAt-year") @Nullable String year,
            @RestForm @DefaultValue("") String request) {
        Visit visit = visitor.now();
        AsAtChoice choice = AsAtChoice.of(null, day, month, year);
        LocalDate asAt = choice.date();
        if (file == null || file.fileName().isEmpty() || asAt == null) {
            String mistake = choice.mistake();
            return FormAnswer.again(form(
                    visit,
                    choice,
                    FormErrors.NONE
                            .unless(file != null && !file.fileName().isEmpty(), "file", "Choose the file")
                            .unless(
                                    asAt != null,
                                    "asAt-day",
                                    mistake == null ? "Enter the day on which the list was taken" : mistake)));
        }
        Upload upload = new Upload(file.fileName(), file.uploadedFile());
        return switch (toolkit.handIn(visit, upload, asAt, Request.of(request))) {
            case Reply.Given<Report>(Report report, var tag, var location) ->
                FormAnswer.again(Templates.report(
                        frames.of(visit, PortalPage.HAND_IN_DSPT, "What became of the list"), new ReportView(report)));
            case Reply.Refused<Report>(Problem problem)
            when FormAnswer.isAboutTheForm(problem) ->
                FormAnswer.again(form(visit, choice, FormErrors.of(problem, FIELDS)));
            case Reply<Report> other -> {
                other.orPage();
                yield Response.serverError().build();
            }
        };
    }

    private TemplateInstance form(Visit visit, AsAtChoice asAt, FormErrors errors) {
        return Templates.handIn(
                frames.of(visit, PortalPage.HAND_IN_DSPT, "Hand in the toolkit's list"),
                new HandInView(asAt, Request.fresh(), errors));
    }
}
