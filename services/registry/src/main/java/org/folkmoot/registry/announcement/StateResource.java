package org.folkmoot.registry.announcement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Idempotent;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;

/** Filling the topics of states again. */
@Path("/directory")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "States")
class StateResource {

    private final TellState tell;
    private final Caller caller;

    StateResource(TellState tell, Caller caller) {
        this.tell = tell;
        this.caller = caller;
    }

    @POST
    @Path("/icbs/{code}/state")
    @RolesAllowed(Roles.PLATFORM_OPERATOR)
    @Idempotent
    @RunOnVirtualThread
    @Operation(
            summary = "Tell an ICS the whole state of its practices and networks anew",
            description = "For when Kafka has lost its topics of states. Nothing is told to any other ICS.")
    @APIResponseSchema(
            value = StatesTold.class,
            responseCode = "202",
            responseDescription = "They are on their way to Kafka")
    @APIResponse(responseCode = "404", description = "No ICS of that board is served")
    public Response tellState(@RestPath OdsCode code) {
        OptionalLong told = tell.tell(code, caller.subject());
        return told.isPresent()
                ? Response.accepted(new StatesTold(code.code(), told.getAsLong()))
                        .build()
                : Problem.of(CommonProblem.NOT_FOUND).toResponse();
    }
}
