package org.folkmoot.portal.session;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.folkmoot.tenancy.Tenant;

/** At which ICSs the browser has a session, as far as its cookies tell: good for putting these first, and for no more. */
@ApplicationScoped
public class OpenSessions {

    private final CurrentVertxRequest request;

    OpenSessions(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Whether the browser came with a session's cookie; the session may have ended. */
    public boolean mayBe(Tenant tenant) {
        return request.getCurrent().request().getCookie(Sessions.cookie(tenant)) != null;
    }
}
