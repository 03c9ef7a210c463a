package org.folkmoot.portal.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/** Reads what Keycloak says when it ends a session (OpenID Connect Back-Channel Logout 1.0, section 2.6). */
@ApplicationScoped
class LogoutTokens {

    /**
     * Whose sessions end: those of one session at Keycloak, or all of a person.
     *
     * @param session the session at Keycloak
     * @param subject the person
     */
    record Ended(Optional<String> session, Optional<String> subject) {}

    private static final Logger LOG = Logger.getLogger(LogoutTokens.class);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final int CLOCKS_DIFFER_SECONDS = 30;

    private final Map<Realm, JwtConsumer> verifiers = new ConcurrentHashMap<>();

    /** What a token says; empty if it is not that realm's, or no token of this kind. */
    Optional<Ended> read(Realm realm, String token) {
        try {
            JwtClaims claims =
                    verifiers.computeIfAbsent(realm, LogoutTokens::verifier).processToClaims(token);
            boolean isOfThisKind = claims.getClaimValue("events") instanceof Map<?, ?> events
                    && events.containsKey(EVENT)
                    && !claims.hasClaim("nonce");
            var ended = new Ended(
                    Optional.ofNullable(claims.getStringClaimValue("sid")), Optional.ofNullable(claims.getSubject()));
            return isOfThisKind
                            && (ended.session().isPresent() || ended.subject().isPresent())
                    ? Optional.of(ended)
                    : Optional.empty();
        } catch (InvalidJwtException | MalformedClaimException e) {
            LOG.warnf(
                    "A logout token for %s is refused: %s",
                    realm.tenant(), e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static JwtConsumer verifier(Realm realm) {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(
                        new HttpsJwks(realm.address() + "/protocol/openid-connect/certs")))
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setExpectedIssuer(realm.issuer())
                .setExpectedAudience(SignIn.CLIENT)
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .setRequireJwtId()
                .setAllowedClockSkewInSeconds(CLOCKS_DIFFER_SECONDS)
                .build();
    }
}
