package org.folkmoot.problem;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.ResteasyReactiveClientProblem;
import org.jspecify.annotations.Nullable;

/** Fails in every way that the test wants to see answered. */
@Path("/trial")
@PermitAll
public class TrialResource {

    enum Kind {
        PRACTICE,
        NETWORK
    }

    record Member(
            @Pattern(regexp = "[A-Z]\\d{5}", message = "must be an ODS code")
            String code) {}

    record Thing(
            @NotBlank(message = "must not be blank") String name,
            List<@Valid Member> members,
            Map<String, @Valid Member> byRole,
            @Max(value = 9, message = "must be at most 9") int share) {}

    static class Window {
        @RestQuery
        @Min(value = 1, message = "must be at least 1")
        int from = 1;
    }

    static final class FailedCall extends WebApplicationException implements ResteasyReactiveClientProblem {
        private static final long serialVersionUID = 1L;

        FailedCall() {
            super("Keycloak said no", 403);
        }
    }

    @POST
    @Path("/things")
    @Consumes(MediaType.APPLICATION_JSON)
    public String create(@NotNull(message = "must not be missing") @Valid Thing thing) {
        return thing.name();
    }

    @GET
    @Path("/things/{number}")
    public String one(@RestPath @Max(value = 99, message = "must be at most 99") int number) {
        return "thing " + number;
    }

    @GET
    @Path("/search")
    public String search(
            @RestQuery @Max(value = 100, message = "must be at most 100") @Nullable Integer limit,
            @QueryParam("opened-after") @Nullable LocalDate openedAfter,
            @RestQuery Optional<Kind> kind,
            @RestHeader("X-Mood") @Pattern(regexp = "good", message = "must be good") @Nullable String mood) {
        return limit + " " + openedAfter + " " + kind + " " + mood;
    }

    @GET
    @Path("/window")
    public int window(@BeanParam @Valid Window window) {
        return window.from;
    }

    @GET
    @Path("/promise")
    @Min(100)
    public int promise() {
        return 1;
    }

    @GET
    @Path("/failing/{how}")
    @Produces(MediaType.TEXT_PLAIN)
    public Response failing(String how) throws Exception {
        throw switch (how) {
            case "lock" -> new RuntimeException(new OptimisticLockException("row of another"));
            case "database" -> new SQLTransientConnectionException("db.internal:5432");
            case "nul" -> new SQLException("invalid byte sequence", "22021");
            case "inner-validation" -> new ConstraintViolationException("inner", Set.of());
            case "remote" -> new FailedCall();
            case "text" ->
                new WebApplicationException(Response.status(409)
                        .entity("plain text")
                        .header("X-Kept", "yes")
                        .build());
            case "problem" ->
                new ProblemException(Problem.of(CommonProblem.CONFLICT)
                        .withDetail("As said.")
                        .with("seen", 3));
            case "redirect" ->
                new WebApplicationException(
                        Response.seeOther(java.net.URI.create("/trial/window")).build());
            default -> new IllegalStateException("secret of " + how);
        };
    }

    @GET
    @Path("/bare/{status}")
    public Response bare(@RestPath int status) {
        return Response.status(status).build();
    }

    @GET
    @Path("/table")
    @Produces("text/csv")
    public Response table() {
        return Problem.of(CommonProblem.NOT_FOUND).toResponse();
    }

    @GET
    @Path("/standard/{how}")
    @RolesAllowed("reader")
    public Response standard(@RestPath String how) {
        if (how.equals("thrown")) {
            throw new IllegalStateException("secret");
        }
        return Problem.of(CommonProblem.CONFLICT).toResponse();
    }

    @GET
    @Path("/readers")
    @RolesAllowed("reader")
    public String readers() {
        return "read";
    }
}
