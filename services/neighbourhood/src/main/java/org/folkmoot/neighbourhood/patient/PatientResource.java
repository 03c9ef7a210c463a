package org.folkmoot.neighbourhood.patient;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.Made;
import org.folkmoot.neighbourhood.access.ReadAudit;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Patients, over HTTP. No address holds more of one than an identifier that says nothing. */
@Path("/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Patients", description = "People who were referred, for those who may see them.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class PatientResource {

    /** Microseconds until the year 9999. */
    private static final long LATEST = 253_000_000_000_000_000L;

    private final SeePatient see;
    private final Caller caller;

    PatientResource(SeePatient see, Caller caller) {
        this.see = see;
        this.caller = caller;
    }

    @POST
    @Path("patients")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "describePatient",
            summary = "Describe a person who is to be referred",
            description = "Gives the patient with that NHS number, made if there is none yet: the answer does not tell"
                    + " which. The date of birth must agree with what is known.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "Which patient",
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response describe(@NotNull @Valid PersonRequest person) {
        return switch (see.describe(person, Reader.of(caller))) {
            // Its version would tell whether somebody described the person before.
            case Result.Done<UUID>(UUID id, long _) ->
                Response.created(URI.create("/patients/" + id))
                        .entity(new Made(id))
                        .build();
            case Result.Refused<UUID>(Problem problem) -> problem.toResponse();
        };
    }

    @POST
    @Path("patients/search")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "searchPatient",
            summary = "Look for a patient by NHS number, among those whom the caller may see")
    public FoundPatients search(@NotNull @Valid SearchRequest request) {
        return new FoundPatients(see.search(request.nhsNumber(), Reader.of(caller)));
    }

    @GET
    @Path("patients/{id}")
    @Operation(operationId = "getPatient", summary = "A patient")
    @APIResponse(
            responseCode = "200",
            description = "The patient. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = PatientView.class)))
    public Response get(@RestPath UUID id) {
        return see.see(id, Reader.of(caller)).answer();
    }

    @PUT
    @Path("patients/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "correctPatient",
            summary = "Correct what is known of a patient",
            description = "For the patient's practice and team.")
    @APIResponse(
            responseCode = "200",
            description = "The patient as they are known now",
            content = @Content(schema = @Schema(implementation = PatientView.class)))
    public Response change(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PatientChangeRequest request) {
        return see.change(id, ifMatch, request, Reader.of(caller)).answer();
    }

    @GET
    @Path("patients/{id}/reads")
    @Operation(
            operationId = "listReads",
            summary = "Who looked at a patient's data, the latest first",
            description = "So that a patient who asks can be shown.")
    public Page<ReadView> reads(
            @RestPath UUID id,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        List<ReadAudit.Look> looks = Result.within(see.looks(
                id,
                Reader.of(caller),
                cursor == null ? null : moment(cursor),
                cursor == null ? "" : cursor.text(1),
                cursor == null ? 0 : cursor.number(2),
                limit + 1));
        return Page.of(looks, limit, last -> Cursor.after(micros(last.at()), last.stream(), last.number()))
                .map(ReadView::of);
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    private static Instant moment(Cursor cursor) {
        // Whatever a forged cursor says, it says a time that the database can hold.
        return Instant.EPOCH.plus(Math.clamp(cursor.number(0), 0L, LATEST), ChronoUnit.MICROS);
    }
}
