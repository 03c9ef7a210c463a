package org.folkmoot.portal.session;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.folkmoot.portal.session.SessionStore.Session;
import org.folkmoot.tenancy.Tenant;

/**
 * Keeps the tokens of signed-in people on the server, and fresh.
 *
 * <p>Keycloak takes each refresh token once. Several requests of one person, perhaps at several replicas, would each use
 * it up for the others; so tokens are renewed here, by whoever holds the session's row, and the others find them new.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class Sessions implements TokenStateManager {

    private static final String COOKIE = "q_session_";

    /** A token that is shown to a service now must still be good when the service looks at it. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final String FOUND = Sessions.class.getName();

    private final SessionStore store;
    private final Vault vault;
    private final Keycloak keycloak;
    private final Realms realms;
    private final PortalConfig config;
    private final Clock clock;

    Sessions(SessionStore store, Vault vault, Keycloak keycloak, Realms realms, PortalConfig config, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.keycloak = keycloak;
        this.realms = realms;
        this.config = config;
        this.clock = clock;
    }

    /** The name of the cookie that a session of this tenant has. */
    static String cookie(Tenant tenant) {
        return COOKIE + People.of(tenant);
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext request,
            OidcTenantConfig realm,
            AuthorizationCodeTokens given,
            OidcRequestContext<String> context) {
        return context.runBlocking(() -> {
            Tenant tenant = tenant(realm);
            Tokens tokens = Tokens.of(given);
            String value = Vault.unguessable();
            store.transaction(tenant, connection -> {
                store.add(connection, tenant, sealed(tenant, Vault.digest(value), tokens), tokens);
                return true;
            });
            return value;
        });
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext request,
            OidcTenantConfig realm,
            String value,
            OidcRequestContext<AuthorizationCodeTokens> context) {
        if (request.get(FOUND) instanceof Tokens found) {
            return Uni.createFrom().item(found.given());
        }
        return context.runBlocking(() -> tokens(tenant(realm), value)
                .orElseThrow(() -> new AuthenticationFailedException("the session has ended"))
                .given());
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext request, OidcTenantConfig realm, String value, OidcRequestContext<Void> context) {
        return context.runBlocking(() -> {
            end(tenant(realm), value);
            return null;
        });
    }

    /** Whether the request comes with a session that goes on; its tokens are at hand for the rest of the request then. */
    boolean goesOn(RoutingContext request, Tenant tenant) {
        Cookie cookie = request.request().getCookie(cookie(tenant));
        if (cookie == null) {
            return false;
        }
        Optional<Tokens> tokens = tokens(tenant, cookie.getValue());
        tokens.ifPresent(found -> request.put(FOUND, found));
        return tokens.isPresent();
    }

    /** The tokens of that session, renewed if they were about to expire; empty if it has ended. */
    Optional<Tokens> tokens(Tenant tenant, String value) {
        byte[] digest = Vault.digest(value);
        Instant now = clock.instant();
        Optional<Session> found = store.transaction(tenant, c -> store.session(c, tenant, digest, false));
        if (found.isEmpty() || found.get().endsAt().isBefore(now)) {
            return Optional.empty();
        }
        return found.get().freshUntil().isAfter(now)
                ? opened(tenant, found.get())
                : store.transaction(tenant, c -> renewed(c, tenant, digest));
    }

    void end(Tenant tenant, String value) {
        store.transaction(tenant, connection -> {
            store.end(connection, tenant, Vault.digest(value));
            return true;
        });
    }

    private Optional<Tokens> renewed(Connection connection, Tenant tenant, byte[] digest) throws SQLException {
        Optional<Session> held = store.session(connection, tenant, digest, true);
        Optional<Tokens> old = held.flatMap(session -> opened(tenant, session));
        Optional<Realm> realm = realms.of(tenant);
        if (held.isEmpty() || old.isEmpty() || realm.isEmpty()) {
            return Optional.empty();
        }
        if (held.get().freshUntil().isAfter(clock.instant())) {
            return old;
        }
        String refresh = old.get().refresh();
        if (refresh == null) {
            return stillGood(old.get());
        }
        return switch (keycloak.renew(realm.get(), refresh, old.get())) {
            case Keycloak.Renewal.Fresh(Tokens fresh) -> {
                store.renew(connection, tenant, sealed(tenant, digest, fresh));
                yield Optional.of(fresh);
            }
            case Keycloak.Renewal.Refused() -> {
                store.end(connection, tenant, digest);
                yield Optional.empty();
            }
            case Keycloak.Renewal.Silent() -> stillGood(old.get());
        };
    }

    private Optional<Tokens> stillGood(Tokens tokens) {
        return tokens.expiry().isAfter(clock.instant()) ? Optional.of(tokens) : Optional.empty();
    }

    private Session sealed(Tenant tenant, byte[] digest, Tokens tokens) {
        Instant now = clock.instant();
        return new Session(
                digest,
                vault.seal(Vault.Purpose.TOKENS, place(tenant, digest), tokens.bytes()),
                tokens.expiry().minus(MARGIN),
                now.plus(config.sessionIdle()));
    }

    /** Empty when the portal's key is another one now. */
    private Optional<Tokens> opened(Tenant tenant, Session session) {
        return vault.open(Vault.Purpose.TOKENS, place(tenant, session.digest()), session.sealed())
                .map(Tokens::of);
    }

    private static String place(Tenant tenant, byte[] digest) {
        return tenant + "|" + HexFormat.of().formatHex(digest);
    }

    private static Tenant tenant(OidcTenantConfig realm) {
        return People.tenant(realm.tenantId().orElseThrow());
    }
}
