package org.folkmoot.portal.session;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.jboss.resteasy.reactive.RestPath;

/** Keycloak's word that a session has ended there, signed by the realm; it ends here at once then. */
@Path("/back-channel-logout/{ics}")
@RunOnVirtualThread
class BackChannelLogoutResource {

    private final Realms realms;
    private final LogoutTokens tokens;
    private final SessionStore store;

    BackChannelLogoutResource(Realms realms, LogoutTokens tokens, SessionStore store) {
        this.realms = realms;
        this.tokens = tokens;
        this.store = store;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@RestPath String ics, @FormParam("logout_token") @DefaultValue("") String token) {
        Optional<Realm> realm = realms.named(ics);
        Optional<LogoutTokens.Ended> ended = realm.flatMap(known -> tokens.read(known, token));
        if (realm.isEmpty() || ended.isEmpty()) {
            return Problem.of(CommonProblem.INVALID_REQUEST)
                    .withError("#form/logout_token", "must be a logout token of this realm")
                    .toResponse();
        }
        store.transaction(realm.get().tenant(), connection -> {
            store.endAll(
                    connection,
                    realm.get().tenant(),
                    ended.get().session(),
                    ended.get().subject());
            return true;
        });
        return Response.ok().build();
    }
}
