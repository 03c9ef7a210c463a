package org.folkmoot.neighbourhood.fhir;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Gives a sender's {@code X-Request-Id} and {@code X-Correlation-Id} back with every answer under {@code /fhir}, refusals
 * included, as BaRS asks of a receiver. And knows the operation by both of its spellings: some clients encode the dollar.
 */
@ApplicationScoped
class ExchangeHeaders {

    static final String REQUEST = "X-Request-Id";
    static final String CORRELATION = "X-Correlation-Id";

    /** What else a header may hold is not repeated. */
    private static final Pattern UUID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private static final String OPERATION = OperationOutcomes.ROOT + "/" + Capabilities.PROCESS_MESSAGE;
    private static final String OPERATION_ENCODED = OPERATION.replace("$", "%24");

    /** Before whatever may answer, save the front door. */
    private static final int EARLY = 1_000;

    static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }

    void install(@Observes Filters filters) {
        filters.register(ExchangeHeaders::exchange, EARLY);
    }

    private static void exchange(RoutingContext routing) {
        String path = String.valueOf(routing.request().path());
        if (path.equals(OPERATION_ENCODED)) {
            routing.reroute(OPERATION);
            return;
        }
        if (path.startsWith(OperationOutcomes.ROOT)) {
            MultiMap asked = routing.request().headers();
            routing.addHeadersEndHandler(done -> {
                for (String header : List.of(REQUEST, CORRELATION)) {
                    String given = asked.get(header);
                    if (given != null && isUuid(given)) {
                        routing.response().putHeader(header, given);
                    }
                }
            });
        }
        routing.next();
    }
}
