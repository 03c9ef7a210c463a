package org.folkmoot.portal.frame;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.portal.session.FormFields;
import org.folkmoot.portal.session.FormTokens;
import org.folkmoot.portal.session.Paths;
import org.folkmoot.portal.session.PortalConfig;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Lets a change through only if it comes from a page of ours (what the browser says of where it comes from, before the
 * body is read) and from a form made for this person (the token in it). A request that brings a token of its own is no
 * browser's and needs neither. Public because the platform calls it.
 */
public final class FormGuard {

    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Before anything looks at the body or the session. */
    private static final int EARLY = 6_000;

    private final ErrorPages pages;
    private final FormTokens tokens;
    private final Visitor visitor;
    private final PortalConfig config;

    FormGuard(ErrorPages pages, FormTokens tokens, Visitor visitor, PortalConfig config) {
        this.pages = pages;
        this.tokens = tokens;
        this.visitor = visitor;
        this.config = config;
    }

    void install(@Observes Filters filters) {
        filters.register(
                routing -> {
                    if (isChange(routing) && !isFromHere(routing.request())) {
                        pages.end(routing, refusal());
                    } else {
                        routing.next();
                    }
                },
                EARLY);
    }

    @WithFormRead
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 100)
    public Optional<Response> check(ResteasyReactiveContainerRequestContext request, RoutingContext routing) {
        if (!isChange(routing)) {
            return Optional.empty();
        }
        Optional<Visit> visit = visitor.get();
        if (visit.isEmpty()) {
            // Nobody's change: only signing out is open to nobody.
            return Optional.empty();
        }
        Object token = ((ResteasyReactiveRequestContext) request.getServerRequestContext())
                .getFormParameter(FormFields.TOKEN, true, false);
        boolean genuine = token instanceof String text
                && tokens.subject(visit.get().tenant(), text)
                        .filter(visit.get().subject()::equals)
                        .isPresent();
        return genuine ? Optional.empty() : Optional.of(refusal().toResponse());
    }

    private static boolean isChange(RoutingContext routing) {
        return !HARMLESS.contains(routing.request().method())
                && !routing.request().headers().contains(HttpHeaders.AUTHORIZATION)
                && Paths.tenant(routing.normalizedPath()).isPresent();
    }

    /** What a browser says of itself; one that says nothing at all is not believed. */
    private boolean isFromHere(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null ? config.url().equals(request.getHeader(HttpHeaders.ORIGIN)) : site.equals("same-origin");
    }

    private static Problem refusal() {
        return Problem.of(CommonProblem.FORBIDDEN)
                .withDetail("This form was not sent from a page of Folkmoot, or the page was too old. Go back, load the"
                        + " page again and send it once more.");
    }
}
