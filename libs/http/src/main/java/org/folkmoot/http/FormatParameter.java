package org.folkmoot.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.VertxProblems;

/**
 * Lets a link choose what a program chooses by {@code Accept}: {@code ?format=csv}. The parameter is reserved for this
 * in all services; it is turned into the header before routing, so that resources know only one way of choosing.
 */
@ApplicationScoped
final class FormatParameter {

    private static final Map<String, String> FORMATS =
            Map.of("json", MediaType.APPLICATION_JSON, "csv", Table.CSV, "xlsx", Table.XLSX);

    /** Addresses of the platform have a parameter of this name with another meaning. */
    private static final String PLATFORM = "/q/";

    void install(@Observes Filters filters) {
        filters.register(FormatParameter::translate, 0);
    }

    private static void translate(RoutingContext routing) {
        String query = routing.request().query();
        if (query == null
                || !query.contains("format=")
                || routing.request().path().startsWith(PLATFORM)) {
            routing.next();
            return;
        }
        List<String> chosen = routing.queryParam("format");
        if (chosen.isEmpty()) {
            routing.next();
            return;
        }
        String type = chosen.size() == 1 ? FORMATS.get(chosen.getFirst()) : null;
        if (type == null) {
            VertxProblems.end(
                    routing,
                    Problem.of(CommonProblem.INVALID_REQUEST)
                            .withError("#query/format", "must be json, csv or xlsx, and given once"));
            return;
        }
        routing.request().headers().set(HttpHeaders.ACCEPT, type);
        routing.next();
    }
}
