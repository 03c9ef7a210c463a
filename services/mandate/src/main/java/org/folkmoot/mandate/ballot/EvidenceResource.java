package org.folkmoot.mandate.ballot;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.http.Table;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** All that anybody needs to re-check a ballot, over HTTP. */
@Path("/")
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
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Evidence",
        description = "The electorate, the log, checkpoints, and the file with which anyone can re-check.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class EvidenceResource {

    private static final int EXPORTED = 1_000_000;

    private static final Table.Columns<ElectorRow> COLUMNS = Table.<ElectorRow>columns()
            .text("Voter", ElectorRow::voter)
            .text("Kind", elector -> elector.kind().slug())
            .text("Name", ElectorRow::name)
            .text("Weights", elector -> elector.weights().toString())
            .bool("Voted", ElectorRow::voted)
            .bool("Recused", ElectorRow::recused)
            .text("Interest", ElectorRow::interest)
            .bool("Present", ElectorRow::present)
            .bool("Lapsed", ElectorRow::lapsed);

    private final ReadBallot read;

    EvidenceResource(ReadBallot read) {
        this.read = read;
    }

    @GET
    @Path("ballots/{id}/electorate")
    @Operation(
            operationId = "listElectors",
            summary = "Who may vote, with what weight, and who has",
            description = "Never how.")
    public Page<ElectorRow> electorate(
            @RestPath UUID id,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        int after = cursor == null ? -1 : (int) cursor.number(0);
        List<ElectorRow> rows = Result.within(read.electorate(id, after, limit + 1));
        return rows.size() <= limit
                ? new Page<>(rows, null)
                : new Page<>(rows.subList(0, limit), Cursor.after(after + limit).toString());
    }

    @GET
    @Path("ballots/{id}/electorate")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Operation(hidden = true)
    public Table<ElectorRow> exportElectorate(@RestPath UUID id) {
        return COLUMNS.table("electorate", Result.within(read.electorate(id, -1, EXPORTED)).stream());
    }

    @GET
    @Path("ballots/{id}/electorate/frozen")
    @Operation(
            operationId = "getFrozenElectorate",
            summary = "Voters and weights to the letter as they were hashed",
            description = "The SHA-256 of this text is the electorateHash that was announced when the ballot opened.")
    @APIResponse(
            responseCode = "200",
            description = "Canonical JSON (RFC 8785)",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class)))
    public Response frozen(@RestPath UUID id) {
        return Result.found(read.frozen(id));
    }

    @GET
    @Path("ballots/{id}/log")
    @Operation(
            operationId = "getLog",
            summary = "The log of votes, in order",
            description = "Until it may be known who voted how, entry numbers and hashes only.")
    public Page<LogLine> log(
            @RestPath UUID id,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return Page.of(
                Result.within(read.log(id, cursor == null ? 0 : cursor.number(0), limit + 1)),
                limit,
                line -> Cursor.after(line.entry()));
    }

    @GET
    @Path("ballots/{id}/checkpoints")
    @Operation(
            operationId = "listCheckpoints",
            summary = "The signed statements about the log that were announced, one JSON text each",
            description = "The verifier takes them as they are.")
    public Page<String> checkpoints(@RestPath UUID id) {
        return new Page<>(Result.within(read.checkpoints(id)), null);
    }

    @GET
    @Path("ballots/{id}/file")
    @Operation(
            operationId = "getBallotFile",
            summary = "The ballot file of a declared ballot",
            description = "Format folkmoot-ballot/1: `folkmoot ballot verify` recomputes the outcome from it alone.")
    @APIResponse(
            responseCode = "200",
            description = "The file, to the letter as it was published",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response file(@RestPath UUID id) {
        return Result.found(
                read.file(id),
                answer -> answer.header(
                        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ballot-" + id + ".json\""));
    }

    @GET
    @Path("signing-keys")
    @Operation(
            operationId = "listSigningKeys",
            summary = "The public keys with which this ICS's checkpoints are signed",
            description = "Ed25519, as PEM files have them. None before the first vote.")
    public Page<Map<String, String>> keys() {
        return new Page<>(
                read.keys().stream()
                        .map(key -> Map.of("id", key.id(), "pem", key.pem()))
                        .toList(),
                null);
    }
}
