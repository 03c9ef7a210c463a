package org.folkmoot.tenants.realm;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.tenancy.Tenant;

/** Asks Keycloak which issuer a realm's tokens will name; what it answers depends on the hostname that it was given. */
@ApplicationScoped
class IssuerCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String url;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    IssuerCheck(@ConfigProperty(name = "folkmoot.keycloak.url") String url) {
        this.url = url;
    }

    /** The issuer that the realm announces; empty when it announces none. */
    String announcedFor(Tenant tenant) {
        var request = HttpRequest.newBuilder(
                        URI.create(url + "/realms/" + tenant.id() + "/.well-known/openid-configuration"))
                .timeout(PATIENCE)
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode description = answer.statusCode() == 200
                    ? RealmJson.MAPPER.readTree(answer.body())
                    : RealmJson.MAPPER.createObjectNode();
            return description.path("issuer").asText();
        } catch (IOException e) {
            throw new KeycloakSilent(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeycloakSilent(e);
        }
    }
}
