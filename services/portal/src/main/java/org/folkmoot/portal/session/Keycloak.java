package org.folkmoot.portal.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** What the portal asks of Keycloak besides signing people in: fresh tokens, and the end of a session. */
@ApplicationScoped
class Keycloak {

    private static final Logger LOG = Logger.getLogger(Keycloak.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What became of a wish for fresh tokens. */
    sealed interface Renewal {
        record Fresh(Tokens tokens) implements Renewal {}

        /** The session at Keycloak has ended. */
        record Refused() implements Renewal {}

        record Silent() implements Renewal {}
    }

    private final PortalConfig config;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    Keycloak(PortalConfig config) {
        this.config = config;
    }

    Renewal renew(Realm realm, String refreshToken, Tokens before) {
        try {
            HttpResponse<byte[]> answer =
                    post(realm, "token", Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
            if (answer.statusCode() == 400 || answer.statusCode() == 401) {
                return new Renewal.Refused();
            }
            if (answer.statusCode() != 200) {
                LOG.warnf("Keycloak answers %d to a wish for fresh tokens of %s", answer.statusCode(), realm.tenant());
                return new Renewal.Silent();
            }
            JsonNode given = JSON.readTree(answer.body());
            return new Renewal.Fresh(new Tokens(
                    given.path("id_token").asText(before.id()),
                    given.path("access_token").asText(),
                    given.path("refresh_token").asText(refreshToken)));
        } catch (IOException e) {
            LOG.warnf("Keycloak gives no fresh tokens of %s: %s", realm.tenant(), e);
            return new Renewal.Silent();
        }
    }

    /** Ends the session at Keycloak, and says whether that is certain. */
    boolean signOut(Realm realm, String refreshToken) {
        try {
            int status =
                    post(realm, "logout", Map.of("refresh_token", refreshToken)).statusCode();
            // 400: the token is of a session that has ended already.
            return status < 300 || status == 400;
        } catch (IOException e) {
            LOG.warnf("Keycloak does not end a session of %s: %s", realm.tenant(), e);
            return false;
        }
    }

    private HttpResponse<byte[]> post(Realm realm, String endpoint, Map<String, String> fields) throws IOException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(realm.address() + "/protocol/openid-connect/" + endpoint))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        form + "&client_id=" + SignIn.CLIENT + "&client_secret=" + encoded(config.clientSecret())))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
