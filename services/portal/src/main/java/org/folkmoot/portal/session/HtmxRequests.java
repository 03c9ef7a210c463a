package org.folkmoot.portal.session;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A part of a page that a script asks for cannot be led to Keycloak: the browser would not show it. It is told that nobody
 * is signed in, and to load the whole page again, which leads there.
 */
@ApplicationScoped
class HtmxRequests implements JavaScriptRequestChecker {

    @Override
    public boolean isJavaScriptRequest(RoutingContext request) {
        boolean part = request.request().headers().contains("HX-Request");
        if (part) {
            request.response().putHeader("HX-Refresh", "true");
        }
        return part;
    }
}
