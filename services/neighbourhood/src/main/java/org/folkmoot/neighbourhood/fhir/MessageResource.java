package org.folkmoot.neighbourhood.fhir;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.referral.Outcome;
import org.folkmoot.neighbourhood.referral.Stage;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** Takes messages in. One takes place once for each {@code X-Request-Id}; a repetition gets the same answer. */
@Path(OperationOutcomes.ROOT + "/" + Capabilities.PROCESS_MESSAGE)
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces({FhirJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
class MessageResource {

    private final FhirJson fhir;
    private final ReceiveMessage receive;
    private final MessageAnswer answer;
    private final Caller caller;

    MessageResource(FhirJson fhir, ReceiveMessage receive, MessageAnswer answer, Caller caller) {
        this.fhir = fhir;
        this.receive = receive;
        this.answer = answer;
        this.caller = caller;
    }

    @POST
    @Consumes({FhirJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Idempotent(header = ExchangeHeaders.REQUEST)
    @Operation(hidden = true)
    public Response process(
            @HeaderParam(ExchangeHeaders.REQUEST) @Nullable String request,
            @HeaderParam(ExchangeHeaders.CORRELATION) @Nullable String correlation,
            @Nullable String body)
            throws IOException {
        if (request == null || !ExchangeHeaders.isUuid(request)) {
            return refused(ExchangeHeaders.REQUEST, "must be a UUID, the message's own", request);
        }
        if (correlation == null || !ExchangeHeaders.isUuid(correlation)) {
            return refused(ExchangeHeaders.CORRELATION, "must be a UUID, that of the journey", correlation);
        }
        return switch (fhir.bundle(Objects.requireNonNullElse(body, ""))) {
            case FhirJson.Read.Unreadable(Problem problem) -> problem.toResponse();
            case FhirJson.Read.Whole(var bundle) ->
                switch (ReadMessage.of(bundle)) {
                    case ReadMessage.Read.Refused(Problem problem) -> problem.toResponse();
                    case ReadMessage.Read.Understood(RequestMessage message) ->
                        answer(request, message, UUID.fromString(correlation));
                };
        };
    }

    private Response answer(String request, RequestMessage message, UUID journey) {
        return switch (receive.receive(message, journey, Reader.of(caller))) {
            case Result.Refused<Stage>(Problem problem) -> problem.toResponse();
            case Result.Done<Stage>(Stage referral, long _) ->
                Response.ok(fhir.write(answer.to(
                                request,
                                referral,
                                message instanceof RequestMessage.Cancel ? Outcome.WITHDRAWN : null)))
                        .type(FhirJson.MEDIA_TYPE)
                        .build();
        };
    }

    private static Response refused(String header, String words, @Nullable String given) {
        IssueType kind = given == null ? IssueType.REQUIRED : IssueType.VALUE;
        return Problem.of(CommonProblem.INVALID_REQUEST)
                .withError("#header/" + header, words)
                .with(OperationOutcomes.ISSUE, kind.toCode())
                .toResponse();
    }
}
