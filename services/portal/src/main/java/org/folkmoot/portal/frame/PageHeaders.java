package org.folkmoot.portal.frame;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.portal.session.PortalConfig;

/** What a browser may do with a page: nothing that did not come from here. */
@ApplicationScoped
class PageHeaders {

    private static final int EARLY = 9_000;

    private final String policy;
    private final boolean secure;

    PageHeaders(PortalConfig config, @ConfigProperty(name = "folkmoot.keycloak.public-url") String keycloak) {
        URI realms = URI.create(keycloak);
        // Some browsers hold a form's redirects to form-action too, and a late form leads to Keycloak.
        this.policy = "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none';"
                + " form-action 'self' " + realms.getScheme() + "://" + realms.getRawAuthority();
        this.secure = config.isSecure();
    }

    void install(@Observes Filters filters) {
        filters.register(
                routing -> {
                    var response = routing.response();
                    response.putHeader("Content-Security-Policy", policy);
                    // A form must be able to say where it comes from; other sites learn nothing.
                    response.putHeader("Referrer-Policy", "same-origin");
                    response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
                    response.putHeader("Cross-Origin-Resource-Policy", "same-origin");
                    response.putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
                    if (secure) {
                        response.putHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
                    }
                    routing.next();
                },
                EARLY);
    }
}
