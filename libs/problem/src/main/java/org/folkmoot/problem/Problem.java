package org.folkmoot.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A refusal or failure in the form of RFC 9457. Immutable; made from a {@link ProblemType} and made more precise step
 * by step:
 *
 * <pre>{@code
 * Problem.of(RegistryProblem.RELEASE_OLDER).withDetail("In force is the release of 2026-05-29.").with("inForce", "2026-05-29")
 * }</pre>
 *
 * <p>Detail and extensions are read by whoever sent the request: they must hold nothing that this caller may not know.
 *
 * @param type reference that names the kind, {@code about:blank} where the status says everything
 * @param title the kind in one phrase, the same for each occurrence
 * @param status the HTTP status
 * @param detail what happened this time and what would help, for a person
 * @param instance the path of the request; filled in when the answer leaves
 * @param errors the values that were refused, in the order found
 * @param extensions further members of the JSON object, for a program
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "errors"})
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        List<FieldError> errors,
        @JsonAnyGetter @JsonAnySetter Map<String, Object> extensions) {

    /** RFC 9457 section 3. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The same as a JAX-RS value. */
    public static final MediaType MEDIA_TYPE_TYPE = new MediaType("application", "problem+json");

    private static final Set<String> MEMBERS = Set.of("type", "title", "status", "detail", "instance", "errors");
    private static final String RETRY_AFTER = "retryAfter";

    /** @throws IllegalArgumentException if the status is no error status or an extension takes a standard member's name */
    public Problem {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(title, "title");
        // Readers of a problem may meet one that leaves members out; a program that reads answers gets empty lists.
        errors = errors == null ? List.of() : List.copyOf(errors);
        extensions = extensions == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("Not an error status: " + status);
        }
        for (String name : extensions.keySet()) {
            if (MEMBERS.contains(name)) {
                throw new IllegalArgumentException("An extension cannot be called " + name);
            }
        }
    }

    /** The bare problem of a type. */
    public static Problem of(ProblemType type) {
        return new Problem(type.uri(), type.title(), type.status(), null, null, List.of(), Map.of());
    }

    /**
     * The problem that says no more than a status: of the {@linkplain CommonProblem#ofStatus common catalogue}, or
     * {@code about:blank} with the status' standard phrase (RFC 9457 section 4.2.1).
     */
    static Problem ofStatus(int status) {
        return CommonProblem.ofStatus(status).map(Problem::of).orElseGet(() -> {
            Response.Status known = Response.Status.fromStatusCode(status);
            return new Problem(
                    "about:blank",
                    known == null ? "HTTP status " + status : known.getReasonPhrase(),
                    status,
                    null,
                    null,
                    List.of(),
                    Map.of());
        });
    }

    /** The same problem with this explanation. */
    public Problem withDetail(String explanation) {
        return new Problem(type, title, status, explanation, instance, errors, extensions);
    }

    /** The same problem, said of the request to this path. */
    public Problem withInstance(String path) {
        return new Problem(type, title, status, detail, path, errors, extensions);
    }

    /** The same problem with one more member. The value is a text, number, boolean, list or map of these. */
    public Problem with(String name, Object value) {
        var more = new LinkedHashMap<>(extensions);
        more.put(name, value);
        return new Problem(type, title, status, detail, instance, errors, more);
    }

    /** The same problem with one more refused value; for {@code pointer} see {@link FieldError}. */
    public Problem withError(String pointer, String explanation) {
        var more = new ArrayList<>(errors);
        more.add(new FieldError(pointer, explanation));
        return new Problem(type, title, status, detail, instance, more, extensions);
    }

    /** The same problem with the advice to try again, in the body and as header {@code Retry-After}; whole seconds. */
    public Problem withRetryAfter(Duration pause) {
        return with(RETRY_AFTER, Math.max(1, pause.toSeconds()));
    }

    /** The answer: status, {@code application/problem+json}, never to be cached. */
    public Response toResponse() {
        Response.ResponseBuilder response = Response.status(status)
                .entity(this)
                .type(MEDIA_TYPE_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        retryAfterSeconds().ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        return response.build();
    }

    OptionalLong retryAfterSeconds() {
        return extensions.get(RETRY_AFTER) instanceof Number seconds
                ? OptionalLong.of(seconds.longValue())
                : OptionalLong.empty();
    }

    /** The JSON object as UTF-8, for answers that no resource writes. */
    public byte[] toJson() {
        return ProblemJson.write(this);
    }

    /**
     * Reads an answer of another service.
     *
     * @throws IllegalArgumentException if it is not a problem
     */
    public static Problem parse(byte[] json) {
        return ProblemJson.read(json);
    }
}
