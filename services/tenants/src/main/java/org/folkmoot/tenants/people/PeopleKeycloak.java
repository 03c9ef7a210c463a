package org.folkmoot.tenants.people;

import io.quarkus.keycloak.admin.client.common.runtime.KeycloakAdminClientConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.Client;
import org.folkmoot.tenancy.CurrentTenant;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;

/**
 * Keycloak for requests that a person waits for: it is given up soon, and its token and connections outlive the request.
 * The platform's own bean, made anew for each request, waits half a minute, which is right for building a realm.
 */
@ApplicationScoped
class PeopleKeycloak {

    private final Keycloak keycloak;
    private final CurrentTenant tenant;

    PeopleKeycloak(KeycloakAdminClientConfig server, PeopleConfig config, CurrentTenant tenant) {
        Client http = Keycloak.getClientProvider().newRestEasyClient(null, null, false);
        http.property(
                QuarkusRestClientProperties.READ_TIMEOUT, config.patience().toMillis());
        this.keycloak = KeycloakBuilder.builder()
                .serverUrl(server.serverUrl().orElseThrow())
                .realm(server.realm())
                .clientId(server.clientId())
                .clientSecret(server.clientSecret().orElseThrow())
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .resteasyClient(http)
                .build();
        this.tenant = tenant;
    }

    /** The realm of the ICS whose work this is. Good on any thread once it is at hand. */
    RealmResource realm() {
        return keycloak.realm(tenant.require().id());
    }

    @PreDestroy
    void close() {
        keycloak.close();
    }
}
