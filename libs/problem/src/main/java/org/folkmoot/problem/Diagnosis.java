package org.folkmoot.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.handler.HttpException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.hibernate.StaleStateException;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.resteasy.reactive.ResteasyReactiveClientProblem;
import org.jspecify.annotations.Nullable;

/**
 * Which problem an exception is: looked for in the exception and in what caused it, since the platform wraps what
 * happens at commit. Whatever is recognised nowhere is {@link CommonProblem#INTERNAL}.
 */
final class Diagnosis {

    static final Duration PAUSE = Duration.ofSeconds(2);

    /** PostgreSQL, appendix A: what passes by itself and says nothing against the request. */
    private static final Set<String> PASSING = Set.of(
            "25006", // read-only: the connection leads to a standby after a failover
            "40001", // serialization failure
            "40P01", // deadlock
            "53300", // too many connections
            "55P03", // lock not available in time
            "57014", // statement timeout
            "57P01", // administrator shuts the server down
            "57P02", // crash of the server
            "57P03"); // server is starting up

    /** A text that PostgreSQL cannot hold, such as U+0000; JSON and query parameters can carry one. */
    private static final Set<String> UNSTORABLE_TEXT = Set.of("22021", "22P05");

    /** What the platform says, by no exception of its own, of a form's body that ends too early. */
    private static final String BROKEN_OFF = "Connection terminated parsing multipart request";

    /** The same of a body that has grown longer than it may. */
    private static final String TOO_LARGE = "Request too large";

    /** What the platform reads a body with. What goes wrong in it went wrong at the sender or on the way. */
    private static final String BODY = "org.jboss.resteasy.reactive.server.vertx.VertxInputStream";

    /** Chains of causes are short; one made into a ring must not hold a thread. */
    static final int DEEPEST_CAUSE = 20;

    private Diagnosis() {}

    /**
     * @param conditional whether the request says {@code If-Match}: who asked for a change of exactly one version is
     *     told that this version is gone, anyone else that two changes met
     */
    static Problem of(Throwable failure, boolean conditional) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            Problem recognised = recognise(cause, conditional);
            if (recognised != null) {
                return recognised;
            }
            cause = cause.getCause();
        }
        return ofStatusAlone(failure);
    }

    private static @Nullable Problem recognise(Throwable failure, boolean conditional) {
        return switch (failure) {
            case ProblemException answer -> answer.problem();
            // What we cannot write or read because of our own classes is our fault, though its cause is about JSON.
            case InvalidDefinitionException ignored -> Problem.of(CommonProblem.INTERNAL);
            case JsonProcessingException json -> ofJson(json);
            case OptimisticLockException ignored -> concurrentChange(conditional);
            case StaleStateException ignored -> concurrentChange(conditional);
            case AuthenticationException ignored -> Problem.of(CommonProblem.UNAUTHENTICATED);
            case UnauthorizedException ignored -> Problem.of(CommonProblem.UNAUTHENTICATED);
            case ForbiddenException ignored -> Problem.of(CommonProblem.FORBIDDEN);
            case JDBCConnectionException ignored -> unavailable();
            case SQLException sql -> ofSql(sql);
            case RejectedExecutionException ignored -> unavailable();
            case IOException io
            when BROKEN_OFF.equals(io.getMessage()) ->
                Problem.of(CommonProblem.MALFORMED_REQUEST).withDetail("The body breaks off before its last boundary.");
            case IOException io
            when isOfTheBody(io) ->
                TOO_LARGE.equals(io.getMessage())
                        ? Problem.of(CommonProblem.BODY_TOO_LARGE)
                        : Problem.of(CommonProblem.MALFORMED_REQUEST)
                                .withDetail("The body could not be read to its end.");
            default -> null;
        };
    }

    private static boolean isOfTheBody(IOException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith(BODY);
    }

    /** For exceptions of the platform that mean a status: only the outermost one was meant for the caller. */
    private static Problem ofStatusAlone(Throwable failure) {
        int status = switch (failure) {
            case ResteasyReactiveClientProblem ignored -> 500;
            case WebApplicationException web -> web.getResponse().getStatus();
            case HttpException http -> http.getStatusCode();
            default -> 500;
        };
        return status >= 400 && status <= 599 ? Problem.ofStatus(status) : Problem.of(CommonProblem.INTERNAL);
    }

    private static Problem ofJson(JsonProcessingException json) {
        Problem malformed = Problem.of(CommonProblem.MALFORMED_REQUEST);
        return switch (json) {
            case UnrecognizedPropertyException unknown ->
                malformed
                        .withDetail("The body holds a property that is not known here.")
                        .withError(Pointers.ofJson(unknown.getPath()), "is not known here");
            case InvalidFormatException format ->
                malformed
                        .withDetail("The body holds a value of the wrong form.")
                        .withError(
                                Pointers.ofJson(format.getPath()), "must be " + JsonTypes.name(format.getTargetType()));
            case MismatchedInputException mismatch ->
                malformed
                        .withDetail("The body does not have the expected form.")
                        .withError(
                                Pointers.ofJson(mismatch.getPath()),
                                "must be " + JsonTypes.name(mismatch.getTargetType()));
            case StreamConstraintsException ignored ->
                malformed.withDetail("The body is JSON nested too deeply, or holds a number or text that is too long.");
            case JsonMappingException value
            when value.getCause() instanceof InputCoercionException range ->
                malformed
                        .withDetail("The body holds a value out of range.")
                        .withError(
                                Pointers.ofJson(value.getPath()), "must be " + JsonTypes.name(range.getTargetType()));
            case ValueInstantiationException refused ->
                malformed
                        .withDetail("The body holds a value that is not allowed there.")
                        .withError(Pointers.ofJson(refused.getPath()), "is not a value that is allowed here");
            default -> {
                var place = json.getLocation();
                yield malformed.withDetail(
                        place == null
                                ? "The body is not JSON."
                                : "The body is not JSON: the mistake is at or before line %d, column %d."
                                        .formatted(place.getLineNr(), place.getColumnNr()));
            }
        };
    }

    private static @Nullable Problem ofSql(SQLException sql) {
        if (sql instanceof SQLTransientConnectionException || sql instanceof SQLNonTransientConnectionException) {
            return unavailable();
        }
        String state = sql.getSQLState();
        if (state == null) {
            // The connection pool has no exception type or SQL state of its own for "all connections are in use".
            String message = sql.getMessage();
            return message != null && message.toLowerCase(Locale.ROOT).contains("acquisition timeout")
                    ? unavailable()
                    : null;
        }
        if (state.startsWith("08") || PASSING.contains(state)) {
            return unavailable();
        }
        return UNSTORABLE_TEXT.contains(state)
                ? Problem.of(CommonProblem.MALFORMED_REQUEST)
                        .withDetail("A text in the request holds a character that cannot be stored, such as U+0000.")
                : null;
    }

    private static Problem concurrentChange(boolean conditional) {
        return conditional
                ? Problem.of(CommonProblem.PRECONDITION_FAILED)
                        .withDetail("Somebody changed it after you read it. Read it again and decide anew.")
                : Problem.of(CommonProblem.CONFLICT)
                        .withDetail("Somebody else changed the same thing at the same moment. Try again.");
    }

    static Problem unavailable() {
        return Problem.of(CommonProblem.UNAVAILABLE)
                .withDetail("Something this service needs did not answer in time. Try again.")
                .withRetryAfter(PAUSE);
    }
}
