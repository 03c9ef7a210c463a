package org.folkmoot.portal.session;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.Cookie;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.folkmoot.tenancy.Tenant;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Signs a person out: here, and at Keycloak, without an address that holds a token. */
@Path("/{ics}" + SignOutResource.PATH)
@RunOnVirtualThread
class SignOutResource {

    static final String PATH = "/sign-out";

    /** Where people are led to, whether or not there was a session to end. */
    static final String AFTERWARDS = "/?signed-out=yes";

    private static final String ONLY_HERE = "/?signed-out=here";

    private final Sessions sessions;
    private final Keycloak keycloak;
    private final Realms realms;
    private final PortalConfig config;
    private final CurrentVertxRequest request;

    SignOutResource(
            Sessions sessions, Keycloak keycloak, Realms realms, PortalConfig config, CurrentVertxRequest request) {
        this.sessions = sessions;
        this.keycloak = keycloak;
        this.realms = realms;
        this.config = config;
        this.request = request;
    }

    @POST
    @PermitAll
    public Response signOut(@RestPath String ics, @FormParam(FormFields.TOKEN) @Nullable String token) {
        Optional<Realm> realm = realms.named(ics);
        if (realm.isEmpty()) {
            return Response.seeOther(URI.create("/")).build();
        }
        Tenant tenant = realm.get().tenant();
        Cookie cookie = request.getCurrent().request().getCookie(Sessions.cookie(tenant));
        boolean everywhere = true;
        if (cookie != null) {
            Optional<String> refresh =
                    sessions.tokens(tenant, cookie.getValue()).map(Tokens::refresh);
            sessions.end(tenant, cookie.getValue());
            everywhere = refresh.map(one -> keycloak.signOut(realm.get(), one)).orElse(true);
        }
        return Response.seeOther(URI.create(everywhere ? AFTERWARDS : ONLY_HERE))
                .header("Set-Cookie", removal(tenant))
                .build();
    }

    private String removal(Tenant tenant) {
        return Sessions.cookie(tenant) + "=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax"
                + (config.isSecure() ? "; Secure" : "");
    }
}
