package org.folkmoot.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.problem.Problem;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * An answer in a form that can be kept.
 *
 * @param status the HTTP status
 * @param headers those that mean something to the caller; the others are made anew with each answer
 * @param body as it was sent: JSON, or whatever text it was
 */
record Answer(int status, Map<String, String> headers, String body) {

    private static final List<String> KEPT = List.of(
            HttpHeaders.LOCATION,
            HttpHeaders.ETAG,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.CONTENT_LOCATION,
            HttpHeaders.LINK);

    /** What the platform will send for this result of a resource's method. */
    static Answer of(@Nullable Object result, @Nullable ResponseStatus marked, ObjectMapper json) {
        return switch (result) {
            case Response response -> of(response, json);
            case RestResponse<?> response -> of(response.toResponse(), json);
            case null -> new Answer(marked == null ? 204 : marked.value(), Map.of(), "");
            default ->
                of(
                        Response.status(marked == null ? 200 : marked.value())
                                .entity(result)
                                .build(),
                        json);
        };
    }

    private static Answer of(Response response, ObjectMapper json) {
        var headers = new LinkedHashMap<String, String>();
        for (String name : KEPT) {
            String value = response.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        Object entity = response.getEntity();
        if (entity != null) {
            MediaType usual = entity instanceof String ? MediaType.TEXT_PLAIN_TYPE : MediaType.APPLICATION_JSON_TYPE;
            headers.putIfAbsent(
                    HttpHeaders.CONTENT_TYPE,
                    usual.withCharset(StandardCharsets.UTF_8.name()).toString());
        }
        return new Answer(response.getStatus(), headers, text(entity, json));
    }

    private static String text(@Nullable Object entity, ObjectMapper json) {
        try {
            return switch (entity) {
                case null -> "";
                case String text -> text;
                case Problem problem -> new String(problem.toJson(), StandardCharsets.UTF_8);
                default -> json.writeValueAsString(entity);
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The answer cannot be written as JSON", e);
        }
    }

    boolean isRefusal() {
        return status >= 400;
    }

    boolean isFailure() {
        return status >= 500;
    }

    /** The same answer once more. */
    Response again() {
        Response.ResponseBuilder response = Response.status(status);
        headers.forEach(response::header);
        response.header("Idempotency-Replayed", true);
        if (!body.isEmpty()) {
            response.entity(isRefusal() ? Problem.parse(body.getBytes(StandardCharsets.UTF_8)) : body);
        }
        return response.build();
    }
}
