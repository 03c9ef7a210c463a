package org.folkmoot.mandate.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.ballot.BallotDocument;
import org.folkmoot.mandate.MandateProblem;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Roles;

/** Rehearsals, over HTTP. Nothing is created, so nothing needs a key. */
@Path("/rehearsals")
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
@Tag(name = "Rehearsals", description = "What rules would make of votes.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class RehearsalResource {

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rehearse",
            summary = "Count a ballot that is not one",
            description =
                    "The body is a ballot file (folkmoot-ballot/1); format, rules, electorate and votes are enough.")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "200",
            description = "The declaration that would follow",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response rehearse(@NotNull JsonNode file) {
        Optional<String> tooMuch = RehearsalSize.objection(file);
        if (tooMuch.isPresent()) {
            return Problem.of(MandateProblem.REHEARSAL_TOO_LARGE)
                    .withDetail(tooMuch.get())
                    .toResponse();
        }
        return switch (BallotDocument.read(file.toString().getBytes(StandardCharsets.UTF_8))) {
            case BallotDocument.Reading.Read(BallotDocument document) ->
                Response.ok(document.tally().toJson()).build();
            case BallotDocument.Reading.Unreadable(String place, String reason) ->
                Problem.of(CommonProblem.INVALID_REQUEST)
                        .withError("#" + pointer(place), reason)
                        .toResponse();
        };
    }

    /** {@code rules.classes[0].atLeast} as a JSON pointer. */
    private static String pointer(String place) {
        return place.isEmpty()
                ? ""
                : "/" + place.replace("[", "/").replace("]", "").replace('.', '/');
    }
}
