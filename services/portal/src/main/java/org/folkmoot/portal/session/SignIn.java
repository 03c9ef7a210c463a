package org.folkmoot.portal.session;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.SignatureAlgorithm;
import io.quarkus.oidc.runtime.OidcUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the realm at which a person signs in: by the first segment of the path, from the tenants that are known. A
 * request with a token of its own goes on to the choice by issuer that every service has; this only stands before it.
 *
 * <p>The choice decides which cookie is looked at and against which realm it is verified. Whose data a page then shows is
 * the matter of the verified issuer alone.
 */
@Decorator
@Priority(10)
class SignIn implements TenantConfigResolver {

    /** The portal's client in every realm. */
    static final String CLIENT = "folkmoot-portal";

    /** Where Keycloak sends people back to; the same for all realms, which know exact addresses only. */
    static final String SIGNED_IN = "/signed-in";

    private static final String STATE_COOKIE = "q_auth_";
    private static final Duration LONGEST_SESSION = Duration.ofHours(10);

    private final TenantConfigResolver byIssuer;
    private final Realms realms;
    private final PortalConfig config;
    private final Vault vault;
    private final Map<Realm, OidcTenantConfig> known = new ConcurrentHashMap<>();

    SignIn(@Any @Delegate TenantConfigResolver byIssuer, Realms realms, PortalConfig config, Vault vault) {
        this.byIssuer = byIssuer;
        this.realms = realms;
        this.config = config;
        this.vault = vault;
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        if (request.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            return byIssuer.resolve(request, context);
        }
        // The platform has guessed a tenant from the first cookie that it met, and would end that session for this one.
        request.remove(OidcUtils.TENANT_ID_ATTRIBUTE);
        request.remove(OidcUtils.TENANT_ID_SET_BY_SESSION_COOKIE);
        request.remove(OidcUtils.TENANT_ID_SET_BY_STATE_COOKIE);
        Optional<String> named = tenantNamed(request);
        if (named.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return context.runBlocking(() -> realms.named(named.get())
                .map(realm -> known.computeIfAbsent(realm, this::client))
                .orElse(null));
    }

    /** The first segment of the path; on the way back from Keycloak the tenant for which the person had left. */
    private static Optional<String> tenantNamed(RoutingContext request) {
        String path = request.normalizedPath();
        if (!path.equals(SIGNED_IN)) {
            return Paths.tenant(path).map(Tenant::id);
        }
        List<String> states = request.queryParam("state");
        return states.size() == 1
                ? request.request().cookies().stream()
                        .map(Cookie::getName)
                        .filter(name -> name.startsWith(STATE_COOKIE) && name.endsWith("_" + states.getFirst()))
                        .map(name -> name.substring(
                                STATE_COOKIE.length(),
                                name.length() - states.getFirst().length() - 1))
                        .map(People::tenantId)
                        .findFirst()
                : Optional.empty();
    }

    private @Nullable OidcTenantConfig client(Realm realm) {
        return OidcTenantConfig.authServerUrl(realm.address())
                .tenantId(People.of(realm.tenant()))
                .clientId(CLIENT)
                .credentials(config.clientSecret())
                .applicationType(ApplicationType.WEB_APP)
                .authentication()
                .redirectPath(config.url() + SIGNED_IN)
                .restorePathAfterRedirect()
                .errorPath(SIGNED_IN)
                .pkceRequired()
                .nonceRequired()
                .stateSecret(vault.secret(Vault.Purpose.STATE))
                .stateCookieAge(Duration.ofMinutes(30))
                .cookiePath("/")
                .cookieForceSecure(config.isSecure())
                .sessionAgeExtension(LONGEST_SESSION)
                .javaScriptAutoRedirect(false)
                .end()
                .token()
                .issuer(realm.issuer())
                .signatureAlgorithm(SignatureAlgorithm.RS256)
                .subjectRequired()
                .issuedAtRequired()
                .refreshExpired()
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .end()
                .roles()
                .roleClaimPath("realm_access/roles")
                .end()
                .tokenStateManager()
                .encryptionRequired(false)
                .end()
                .build();
    }
}
