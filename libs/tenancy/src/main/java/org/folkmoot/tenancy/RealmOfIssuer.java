package org.folkmoot.tenancy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.SignatureAlgorithm;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Chooses the realm against which a bearer token is verified: by the issuer that it claims, from an allow-list.
 *
 * <p>The claim is read before the signature is checked, so it only picks a realm that this platform knows; whether the
 * token is that realm's is then verified with that realm's keys alone. A header such as {@code jku}, {@code x5u} or
 * {@code jwk} is never looked at.
 */
@ApplicationScoped
class RealmOfIssuer implements TenantConfigResolver {

    private static final String BEARER = "Bearer ";
    private static final int LONGEST_TOKEN = 16 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final IcsDirectory ics;
    private final TenancyConfig config;
    private final Map<String, OidcTenantConfig> realms = new ConcurrentHashMap<>();

    RealmOfIssuer(IcsDirectory ics, TenancyConfig config) {
        this.ics = ics;
        this.config = config;
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        String header = request.request().getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Uni.createFrom().nullItem();
        }
        Optional<String> issuer =
                claimedIssuer(header.substring(BEARER.length()).strip());
        if (issuer.isEmpty()) {
            return refused("the credential is no token of a realm");
        }
        if (issuer.get().equals(config.platformIssuer()) || ics.knows(issuer.get())) {
            return realm(issuer.get());
        }
        return context.runBlocking(() -> verifierOf(issuer.get())
                .orElseThrow(() -> new AuthenticationFailedException("the token's issuer is not served here")));
    }

    /** The issuer of that tenant's tokens, or empty for a tenant that is not served here. */
    Optional<String> issuerOf(Tenant tenant) {
        return tenant.isPlatform()
                ? Optional.of(config.platformIssuer())
                : ics.byTenant(tenant).map(Ics::issuer);
    }

    private Uni<OidcTenantConfig> realm(String issuer) {
        return verifierOf(issuer)
                .map(realm -> Uni.createFrom().item(realm))
                .orElseGet(() -> refused("the token's issuer is not served here"));
    }

    private static Uni<OidcTenantConfig> refused(String why) {
        return Uni.createFrom().failure(new AuthenticationFailedException(why));
    }

    private Optional<OidcTenantConfig> verifierOf(String issuer) {
        Optional<Tenant> tenant = issuer.equals(config.platformIssuer())
                ? Optional.of(Tenant.PLATFORM)
                : ics.byIssuer(issuer).map(Ics::tenant);
        return tenant.map(known -> realms.computeIfAbsent(issuer, i -> verifier(known, i)));
    }

    private OidcTenantConfig verifier(Tenant tenant, String issuer) {
        return OidcTenantConfig.authServerUrl(issuer.replace(config.keycloakPublicUrl(), config.keycloakUrl()))
                .tenantId(tenant.id())
                .clientId(config.audience())
                .applicationType(ApplicationType.SERVICE)
                .token()
                .issuer(issuer)
                .audience(config.audience())
                .signatureAlgorithm(SignatureAlgorithm.RS256)
                .tokenType("Bearer")
                .subjectRequired()
                .issuedAtRequired()
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .end()
                .roles()
                .roleClaimPath("realm_access/roles")
                .end()
                .build();
    }

    private static Optional<String> claimedIssuer(String token) {
        String[] parts = token.length() > LONGEST_TOKEN ? new String[0] : token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            return Optional.ofNullable(claims.path("iss").textValue());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }
}
