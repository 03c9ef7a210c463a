package org.folkmoot.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Remembers for a minute which tokens were verified: that is a third of the work of reading one row, and a page of the portal
 * makes several requests with one token.
 *
 * <p>What is remembered is the answer to "is this text, to the last character, signed by that realm for us?", which does
 * not change before the token expires. What can change is asked with every request as before: whether the issuer is served
 * here ({@link RealmOfIssuer}), and tenant, roles and the state of the ICS ({@link TokenTenant}, {@link Admission}). See
 * {@code docs/adr/0023-a-token-is-verified-once.md}.
 */
@ApplicationScoped
class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest> {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** More people than an ICS has at work in a minute; some kilobytes each. */
    private static final int MOST = 2_000;

    /** Of those who verify tokens, the one with the greatest number is asked first; Quarkus' own has the usual one. */
    private static final int BEFORE_THE_USUAL = 1;

    private final IdentityProvider<TokenAuthenticationRequest> verifier;
    private final Clock clock;
    private final Cache<String, SecurityIdentity> verified;

    @Inject
    VerifiedTokens(OidcIdentityProvider verifier) {
        this(verifier, Clock.systemUTC());
    }

    VerifiedTokens(IdentityProvider<TokenAuthenticationRequest> verifier, Clock clock) {
        this.verifier = verifier;
        this.clock = clock;
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REMEMBERED)
                .build();
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public int priority() {
        return IdentityProvider.super.priority() + BEFORE_THE_USUAL;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        if (!(request.getToken() instanceof AccessTokenCredential)) {
            return Uni.createFrom().nullItem();
        }
        String token = request.getToken().getToken();
        SecurityIdentity known = verified.getIfPresent(token);
        if (known != null && !isExpired(known)) {
            return Uni.createFrom().item(() -> forRequest(known, request));
        }
        return verifier.authenticate(request, context).invoke(identity -> remember(token, identity));
    }

    /** How many tokens are remembered at the moment. */
    long remembered() {
        verified.cleanUp();
        return verified.estimatedSize();
    }

    private void remember(String token, SecurityIdentity identity) {
        if (identity != null) {
            verified.put(token, withoutRequest(identity));
        }
    }

    private boolean isExpired(SecurityIdentity identity) {
        return !(identity.getPrincipal() instanceof JsonWebToken token)
                || clock.instant().getEpochSecond() >= token.getExpirationTime();
    }

    /** Whoever asks later must not meet the request that was the first. */
    private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        Map<String, Object> attributes = new HashMap<>(identity.getAttributes());
        attributes.remove(RoutingContext.class.getName());
        attributes.remove(AuthenticationRequestContext.class.getName());
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addAttributes(attributes)
                .build();
    }

    private static SecurityIdentity forRequest(SecurityIdentity known, TokenAuthenticationRequest request) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(known.getPrincipal())
                .addRoles(known.getRoles())
                .addAttributes(known.getAttributes())
                .addCredential(request.getToken());
        RoutingContext http = HttpSecurityUtils.getRoutingContextAttribute(request);
        if (http != null) {
            OidcUtils.setRoutingContextAttribute(identity, http);
        }
        return identity.build();
    }
}
