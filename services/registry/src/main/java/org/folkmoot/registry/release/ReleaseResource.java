package org.folkmoot.registry.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.folkmoot.registry.EveryPage;
import org.folkmoot.registry.RegistryProblem;
import org.folkmoot.registry.release.ReceiveRelease.Upload;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Handing in releases, and watching what becomes of them. */
@Path("/directory")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Releases")
class ReleaseResource {

    private static final Table.Columns<JobView> JOBS = Table.<JobView>columns()
            .date("Handed in", job -> LondonTime.dateOf(job.receivedAt()))
            .text("State", JobView::state)
            .text("Outcome", JobView::outcome)
            .integer("Rows read", JobView::rowsRead)
            .integer("Rows changed", JobView::rowsChanged)
            .integer("Held back", JobView::rowsQuarantined);

    private static final Duration FIRST_LOOK = Duration.ofMillis(1);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final ReceiveRelease receive;
    private final JobReports reports;
    private final Caller caller;
    private final ObjectMapper json;

    ReleaseResource(ReceiveRelease receive, JobReports reports, Caller caller, ObjectMapper json) {
        this.receive = receive;
        this.reports = reports;
        this.caller = caller;
        this.json = json;
    }

    @POST
    @Path("/releases")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.PLATFORM_OPERATOR)
    @Idempotent
    @RunOnVirtualThread
    @Operation(
            summary = "Hand in a release",
            description =
                    "Files of one release, in parts called files; among them perhaps release.json with the dates of"
                            + " files that state none. The answer is a job; a release that is handed in while another is being"
                            + " loaded waits its turn.")
    @APIResponseSchema(
            value = JobView.class,
            responseCode = "202",
            responseDescription = "Kept and queued; Location is the job")
    public Response handIn(
            @RestForm("files") @Nullable List<FileUpload> files,
            @RestForm("asAt") @Nullable String asAt,
            @RestForm("acceptShrink") @DefaultValue("false") boolean acceptShrink) {
        if (files == null || files.isEmpty()) {
            return refused("#form/files", "must be at least one file").toResponse();
        }
        Optional<LocalDate> declared;
        DeclaredDates dates;
        try {
            declared = asAt == null || asAt.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(asAt));
        } catch (DateTimeParseException e) {
            return refused("#form/asAt", "must be a date such as 2026-08-01").toResponse();
        }
        var uploads = new ArrayList<Upload>();
        files.forEach(file -> uploads.add(new Upload(file.fileName(), file.uploadedFile())));
        try {
            dates = DeclaredDates.in(uploads, json);
        } catch (IOException e) {
            return refused("#form/files", DeclaredDates.FILE + " must hold dates such as {\"asAt\": \"2026-08-01\"}")
                    .toResponse();
        }
        JobView job = receive.receive(uploads, dates, declared.orElse(null), acceptShrink, caller.subject());
        return Response.accepted(job)
                .location(URI.create("/directory/jobs/" + job.id()))
                .build();
    }

    @GET
    @Path("/jobs/{id}")
    @RolesAllowed(Roles.PLATFORM_OPERATOR)
    @RunOnVirtualThread
    @Operation(summary = "How far a load has come")
    @APIResponseSchema(value = JobView.class, responseCode = "200", responseDescription = "The job")
    public Response job(@RestPath UUID id) {
        return reports.job(id).map(job -> Response.ok(job).build()).orElseGet(ReleaseResource::absent);
    }

    @GET
    @Path("/jobs/{id}/progress")
    @RolesAllowed(Roles.PLATFORM_OPERATOR)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(summary = "The same as server-sent events, until the load has ended")
    public Multi<JobView> progress(@RestPath UUID id) {
        if (reports.job(id).isEmpty()) {
            throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
        }
        return Multi.createFrom()
                .ticks()
                .startingAfter(FIRST_LOOK)
                .every(LOOK)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> reports.job(id).orElseThrow())
                .skip()
                .repetitions()
                .plug(ReleaseResource::untilEnded);
    }

    @GET
    @Path("/jobs/{id}/report")
    @RolesAllowed(Roles.PLATFORM_OPERATOR)
    @RunOnVirtualThread
    @Operation(summary = "What became of a release: every row accounted for")
    @APIResponseSchema(value = LoadReport.class, responseCode = "200", responseDescription = "The report")
    @APIResponse(responseCode = "409", description = "The load has not ended yet")
    public Response report(@RestPath UUID id) {
        return switch (reports.report(id)) {
            case JobReports.Asked.Report(LoadReport report) ->
                Response.ok(report).build();
            case JobReports.Asked.NotEnded() ->
                Problem.of(RegistryProblem.LOAD_IN_PROGRESS)
                        .withDetail("Look at the job until it has ended, then ask again.")
                        .withRetryAfter(Duration.ofSeconds(1))
                        .toResponse();
            case JobReports.Asked.Absent() -> absent();
        };
    }

    @GET
    @Path("/jobs")
    @RolesAllowed(Roles.PLATFORM_OPERATOR)
    @RunOnVirtualThread
    @Operation(summary = "The loads, the newest first", description = "As a file with Accept or format: CSV, XLSX.")
    public Page<JobView> jobs(
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return reports.jobs(cursor, limit);
    }

    @GET
    @Path("/jobs")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @RolesAllowed(Roles.PLATFORM_OPERATOR)
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Table<JobView> exportJobs() {
        return JOBS.table("loads", EveryPage.of(cursor -> reports.jobs(cursor, Page.MOST)));
    }

    /** The last look, at which the job has ended, is told too. */
    private static Multi<JobView> untilEnded(Multi<JobView> looks) {
        return Multi.createFrom().emitter(emitter -> {
            var subscription = looks.subscribe()
                    .with(
                            look -> {
                                emitter.emit(look);
                                if (look.ended()) {
                                    emitter.complete();
                                }
                            },
                            emitter::fail,
                            emitter::complete);
            emitter.onTermination(subscription::cancel);
        });
    }

    private static Problem refused(String pointer, String explanation) {
        return Problem.of(CommonProblem.INVALID_REQUEST).withError(pointer, explanation);
    }

    private static Response absent() {
        return Problem.of(CommonProblem.NOT_FOUND).toResponse();
    }
}
