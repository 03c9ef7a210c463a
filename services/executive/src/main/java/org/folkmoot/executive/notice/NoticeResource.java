package org.folkmoot.executive.notice;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Result;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;

/** What a person wants to be told by mail, over HTTP. */
@Path("my/notices")
@RolesAllowed({
    Roles.PCN_CLINICAL_DIRECTOR,
    Roles.PRACTICE_VOTER,
    Roles.LMC_EXECUTIVE,
    Roles.GROUP_SECRETARY,
    Roles.EXECUTIVE_MANAGER,
    Roles.ICS_ADMIN
})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices", description = "Mails about what there is to see to, and bulletins: which a person wants.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class NoticeResource {

    private final PracticeMailboxes mailboxes;
    private final Caller caller;

    NoticeResource(PracticeMailboxes mailboxes, Caller caller) {
        this.mailboxes = mailboxes;
        this.caller = caller;
    }

    @GET
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
}
