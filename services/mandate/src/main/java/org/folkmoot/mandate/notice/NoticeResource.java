package org.folkmoot.mandate.notice;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Notices, over HTTP: what a person wants to be told, and what became of a ballot's mails. */
@Path("/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.LMC_EXECUTIVE, Roles.EXECUTIVE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices", description = "Mails: which a person wants, and what became of them.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class NoticeResource {

    private final VoterMailboxes mailboxes;
    private final Notices notices;
    private final Caller caller;

    NoticeResource(VoterMailboxes mailboxes, Notices notices, Caller caller) {
        this.mailboxes = mailboxes;
        this.notices = notices;
        this.caller = caller;
    }

    @GET
    @Path("my/notices")
    @Operation(operationId = "getMyNotices", summary = "Which mails the caller wants, and where they go")
    @APIResponse(
            responseCode = "200",
            description = "The wishes",
            content = @Content(schema = @Schema(implementation = NoticeWishes.class)))
    public Response mine() {
        return Result.found(mailboxes.wishes(caller.subject()));
    }

    /** The same wish again changes nothing, so no version has to be seen before. */
    @PUT
    @Path("my/notices")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setMyNotices",
            summary = "Say which mails the caller wants",
            description = "The address is that of the account, and is changed there.")
    @APIResponse(
            responseCode = "200",
            description = "The wishes",
            content = @Content(schema = @Schema(implementation = NoticeWishes.class)))
    public Response wish(@NotNull @Valid NoticeWishesRequest wishes) {
        mailboxes.wish(caller.subject(), wishes);
        return mine();
    }

    @GET
    @Path("my/notices/sent")
    @Operation(operationId = "listMyMails", summary = "The latest mails about ballots that were written for the caller")
    public Page<OwnMail> sentToMe() {
        return new Page<>(notices.of(caller.subject()), null);
    }

    @GET
    @Path("ballots/{id}/notices")
    @RolesAllowed(Roles.GROUP_SECRETARY)
    @Operation(
            operationId = "getNotices",
            summary = "What became of a ballot's mails, and which electors no mail reaches",
            description = "Numbers and electors; never addresses.")
    @APIResponse(
            responseCode = "200",
            description = "The notices",
            content = @Content(schema = @Schema(implementation = NoticesSent.class)))
    public Response sent(@RestPath UUID id) {
        return Result.found(notices.sent(id));
    }

    @GET
    @Path("ballots/{id}/notices/mails")
    @RolesAllowed(Roles.GROUP_SECRETARY)
    @Operation(
            operationId = "listBallotMails",
            summary = "What became of each mail about a ballot, and when",
            description = "Each by the electors for whom its receiver votes; never names of people or addresses.")
    public Page<BallotMail> mails(
            @RestPath UUID id,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return Page.of(
                        Result.within(notices.mails(id, after(cursor, 0), after(cursor, 1), limit + 1)),
                        limit,
                        last -> Cursor.after(last.mail().kind(), last.subject()))
                .map(Notices.Addressed::mail);
    }

    private static String after(@Nullable Cursor cursor, int place) {
        return cursor == null ? "" : cursor.text(place);
    }
}
