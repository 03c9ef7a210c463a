package org.folkmoot.portal.release;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.folkmoot.http.Table;
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Registry;
import org.folkmoot.portal.service.Registry.Job;
import org.folkmoot.portal.service.Registry.QuarantinedRow;
import org.folkmoot.portal.service.Registry.Release;
import org.folkmoot.portal.service.Registry.Report;
import org.folkmoot.portal.service.Registry.Upload;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Releases of national files, for the platform's operators. */
@Path("/{ics}/releases/")
@RolesAllowed(Roles.PLATFORM_OPERATOR)
@RunOnVirtualThread
class ReleaseResource {

    /** The lists of one page, as its addresses name them. */
    private static final String RELEASES = "releases";

    private static final String LOADS = "loads";

    private static final int QUARANTINED_ROWS = 50;

    private static final Table.Columns<QuarantinedRow> QUARANTINE = Table.<QuarantinedRow>columns()
            .text("File", QuarantinedRow::file)
            .integer("Line", row -> Math.toIntExact(row.line()))
            .text("Reason", QuarantinedRow::reason)
            .text("Row", QuarantinedRow::raw);

    @CheckedTemplate(basePath = "release")
    static class Templates {
        static native TemplateInstance releases(Frame frame, ReleasesView view);

        static native TemplateInstance addRelease(Frame frame, AddReleaseView view);

        static native TemplateInstance job(Frame frame, JobView view);

        static native TemplateInstance progress(JobView view);

        static native TemplateInstance report(Frame frame, ReportView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Panels panels;
    private final Registry registry;
    private final ExecutorService threads;

    ReleaseResource(
            Visitor visitor, Frames frames, Panels panels, Registry registry, @VirtualThreads ExecutorService threads) {
        this.visitor = visitor;
        this.frames = frames;
        this.panels = panels;
        this.registry = registry;
        this.threads = threads;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance releases(@RestQuery @Nullable String releases, @RestQuery @Nullable String loads) {
        Visit visit = visitor.now();
        Query here = Query.of(visit.base() + PortalPage.RELEASES.example());
        Loading<Listing<Release>> taken = panels.load(() -> registry.releases(visit, releases, Listing.ROWS)
                .map(page -> Listing.of(RELEASES, page, releases, here.with(LOADS, loads), release -> release)));
        Loading<Listing<ReleasesView.Load>> handedIn = panels.load(() -> registry.jobs(visit, loads, Listing.ROWS)
                .map(page -> Listing.of(LOADS, page, loads, here.with(RELEASES, releases), ReleasesView.Load::of)));
        return Templates.releases(
                frames.of(visit, PortalPage.RELEASES, "Releases"), new ReleasesView(taken.panel(), handedIn.panel()));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(
            @RestQuery @DefaultValue(RELEASES) String list, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        Visit visit = visitor.now();
        String type = Exports.type(accept);
        return Exports.answer(
                list.equals(LOADS) ? registry.jobsTable(visit, type) : registry.releasesTable(visit, type));
    }

    @GET
    @Path("add/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance add() {
        Visit visit = visitor.now();
        return form(visit, AsAtChoice.of(null, null, null, null), false, FormErrors.NONE);
    }

    @POST
    @Path("add/")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_HTML)
    public Response handIn(
            @RestForm("files") @Nullable List<FileUpload> files,
            @RestForm("asAt-day") @Nullable String day,
            @RestForm("asAt-month") @Nullable String month,
            @RestForm("asAt-year") @Nullable String year,
            @RestForm @Nullable String acceptShrink,
            @RestForm @DefaultValue("") String request) {
        Visit visit = visitor.now();
        AsAtChoice asAt = AsAtChoice.of(null, day, month, year);
        List<Upload> uploads = files == null
                ? List.of()
                : files.stream()
                        .filter(file -> !file.fileName().isEmpty())
                        .map(file -> new Upload(file.fileName(), file.uploadedFile()))
                        .toList();
        FormErrors errors = FormErrors.NONE;
        if (uploads.isEmpty()) {
            errors = errors.and("files", "Choose at least one file");
        }
        if (asAt.mistake() != null) {
            errors = errors.and("asAt-day", asAt.mistake());
        }
        if (errors.any()) {
            return again(visit, asAt, acceptShrink != null, errors);
        }
        return switch (registry.handIn(visit, uploads, asAt.date(), acceptShrink != null, Request.of(request))) {
            case Reply.Given<Job>(Job job, var tag, var location) ->
                Response.seeOther(URI.create(visit.base() + "/releases/jobs/" + job.id() + "/"))
                        .build();
            case Reply.Refused<Job>(Problem problem)
            when problem.status() < 500 && problem.status() != 403 ->
                again(
                        visit,
                        asAt,
                        acceptShrink != null,
                        FormErrors.of(
                                problem,
                                Map.of(
                                        "files",
                                        new FormErrors.Field("files", "The files"),
                                        "asAt",
                                        new FormErrors.Field("asAt-day", "The date"))));
            case Reply<Job> other -> {
                other.orPage();
                yield Response.serverError().build();
            }
        };
    }

    @GET
    @Path("jobs/{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance job(@RestPath UUID id) {
        Visit visit = visitor.now();
        return Templates.job(
                frames.of(visit, PortalPage.JOB, "Loading a release"),
                new JobView(registry.job(visit, id).orPage()));
    }

    /** The part of the page that changes, again each time that it has. */
    @GET
    @Path("jobs/{id}/progress/")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_HTML)
    @Blocking
    public Multi<OutboundSseEvent> progress(@RestPath UUID id, @Context Sse sse) {
        Visit visit = visitor.now();
        registry.job(visit, id).orPage();
        return Multi.createFrom()
                .emitter(listener -> threads.execute(() -> {
                    registry.progress(visit, id, job -> {
                        String html = Templates.progress(new JobView(job)).render();
                        listener.emit(sse.newEventBuilder()
                                .name(job.ended() ? "ended" : "progress")
                                .data(html.replaceAll("\\s+", " "))
                                .build());
                        return !job.ended() && !listener.isCancelled();
                    });
                    listener.complete();
                }));
    }

    @GET
    @Path("jobs/{id}/report/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance report(
            @RestPath UUID id,
            @RestQuery @DefaultValue("") String reason,
            @RestQuery("page") @DefaultValue("1") int number) {
        Visit visit = visitor.now();
        Loading<Job> job = panels.load(() -> registry.job(visit, id));
        Report report = registry.report(visit, id).orPage();
        List<QuarantinedRow> matching = matching(report, reason).toList();
        int page = Math.max(1, Math.min(number, 1 + matching.size() / QUARANTINED_ROWS));
        int from = Math.min((page - 1) * QUARANTINED_ROWS, matching.size());
        int until = Math.min(from + QUARANTINED_ROWS, matching.size());
        Query here =
                Query.of(visit.base() + "/releases/jobs/" + id + "/report/").with("reason", reason);
        return Templates.report(
                frames.of(visit, PortalPage.REPORT, "What became of a release"),
                new ReportView(
                        job.reply().orPage(),
                        report,
                        reason,
                        ReportView.reasons(report),
                        matching.subList(from, until),
                        matching.size(),
                        until < matching.size() ? here.with("page", page + 1).href() : null,
                        page > 1 ? here.with("page", page - 1).href() : null,
                        here.with("format", "csv").href()));
    }

    @GET
    @Path("jobs/{id}/report/")
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<QuarantinedRow> quarantine(@RestPath UUID id, @RestQuery @DefaultValue("") String reason) {
        Report report = registry.report(visitor.now(), id).orPage();
        return QUARANTINE.table("quarantine", matching(report, reason));
    }

    private static Stream<QuarantinedRow> matching(Report report, String reason) {
        return report.quarantine().stream()
                .filter(row -> reason.isEmpty() || row.reason().equals(reason));
    }

    private Response again(Visit visit, AsAtChoice asAt, boolean acceptShrink, FormErrors errors) {
        return FormAnswer.again(form(visit, asAt, acceptShrink, errors));
    }

    private TemplateInstance form(Visit visit, AsAtChoice asAt, boolean acceptShrink, FormErrors errors) {
        return Templates.addRelease(
                frames.of(visit, PortalPage.ADD_RELEASE, "Load a release"),
                new AddReleaseView(asAt, acceptShrink, Request.fresh(), errors));
    }
}
