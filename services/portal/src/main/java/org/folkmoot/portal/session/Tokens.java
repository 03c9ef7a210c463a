package org.folkmoot.portal.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.AuthorizationCodeTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What Keycloak gave for a session.
 *
 * @param id who signed in
 * @param access what services are shown
 * @param refresh what the next tokens are had for; each works once
 */
record Tokens(String id, String access, @Nullable String refresh) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Tokens of(AuthorizationCodeTokens given) {
        return new Tokens(given.getIdToken(), given.getAccessToken(), given.getRefreshToken());
    }

    AuthorizationCodeTokens given() {
        return new AuthorizationCodeTokens(id, access, refresh);
    }

    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("three texts can be written as JSON", e);
        }
    }

    static Tokens of(byte[] bytes) {
        try {
            return JSON.readValue(bytes, Tokens.class);
        } catch (IOException e) {
            throw new IllegalStateException("what was sealed as tokens is none", e);
        }
    }

    String subject() {
        return claim("sub");
    }

    /** The session at Keycloak. */
    String keycloakSession() {
        return claim("sid");
    }

    /** When the first of the two that are looked at expires. */
    Instant expiry() {
        return Instant.ofEpochSecond(Math.min(
                claims(id).path("exp").asLong(), claims(access).path("exp").asLong()));
    }

    private String claim(String name) {
        return claims(id).path(name).asText("");
    }

    /** Read without a check: they came from Keycloak itself, and whoever relies on them verifies them. */
    private static JsonNode claims(String token) {
        try {
            String payload = token.split("\\.", -1)[1];
            return JSON.readTree(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Keycloak gave a token that is none", e);
        }
    }
}
