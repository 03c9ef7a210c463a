package org.folkmoot.executive.calendar;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Result;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Ics;
import org.folkmoot.tenancy.IcsDirectory;
import org.folkmoot.tenancy.IcsState;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.jboss.resteasy.reactive.RestPath;

/** Calendars at secret addresses, over HTTP. */
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
@Tag(name = "Calendars", description = "A person's dates, for a calendar program.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class FeedResource {

    private static final String CALENDAR = "text/calendar";

    /** An ICS, and as many characters as the secret has. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?<ics>[a-z0-9]{3}|[a-z0-9]{5})/(?<token>[A-Za-z0-9_-]{43})\\.ics");

    private final Feeds feeds;
    private final IcsDirectory directory;
    private final TenantScope scope;
    private final Caller caller;

    FeedResource(Feeds feeds, IcsDirectory directory, TenantScope scope, Caller caller) {
        this.feeds = feeds;
        this.directory = directory;
        this.scope = scope;
        this.caller = caller;
    }

    @PUT
    @Path("my/calendar-feed")
    @Operation(
            operationId = "makeCalendarFeed",
            summary = "Make the caller's secret address",
            description = "It is told this once. One that was made before leads nowhere any more.")
    public FeedView make() {
        return feeds.make(caller.subject());
    }

    @GET
    @Path("my/calendar-feed")
    @Operation(
            operationId = "getCalendarFeed",
            summary = "Whether the caller has a secret address, since when, and until when it answers")
    @APIResponse(
            responseCode = "200",
            description = "There is one; what it is, is not told again",
            content = @Content(schema = @Schema(implementation = FeedView.class)))
    public Response mine() {
        return Result.found(feeds.of(caller.subject()));
    }

    @DELETE
    @Path("my/calendar-feed")
    @Operation(operationId = "revokeCalendarFeed", summary = "Revoke the caller's secret address, if there is one")
    @APIResponse(responseCode = "204", description = "There is none")
    public void revoke() {
        feeds.revoke(caller.subject());
    }

    @DELETE
    @Path("people/{person}/calendar-feed")
    @RolesAllowed(Roles.ICS_ADMIN)
    @Operation(operationId = "revokeCalendarFeedOf", summary = "Revoke somebody's secret address, if there is one")
    @APIResponse(responseCode = "204", description = "There is none")
    public void revokeOf(@RestPath String person) {
        feeds.revoke(person);
    }

    @GET
    @Path("calendars/{ics}/{file}")
    @PermitAll
    @Produces(CALENDAR)
    @Operation(
            operationId = "fetchCalendar",
            summary = "The calendar at a secret address",
            description =
                    "Without a token: the address is the proof. One that is wrong or revoked is not found, and one"
                            + " whose owner has not used the service in a role for a calendar since until.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar, RFC 5545",
            content = @Content(mediaType = CALENDAR, schema = @Schema(implementation = String.class)))
    public Response fetch(@RestPath String ics, @RestPath String file) {
        Matcher address = ADDRESS.matcher(ics + "/" + file);
        Optional<String> calendar = address.matches()
                ? directory
                        .byTenant(Tenant.of(address.group("ics")))
                        .filter(known -> known.state() == IcsState.ACTIVE)
                        .map(Ics::tenant)
                        .flatMap(tenant -> scope.call(tenant, () -> feeds.fetch(address.group("token"))))
                : Optional.empty();
        return Result.found(
                calendar,
                answer -> answer.type(CALENDAR + ";charset=utf-8")
                        .header("Content-Disposition", "inline; filename=\"folkmoot.ics\""));
    }
}
