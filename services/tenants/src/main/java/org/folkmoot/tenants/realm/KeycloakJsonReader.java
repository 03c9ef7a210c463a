package org.folkmoot.tenants.realm;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import org.jboss.resteasy.reactive.server.jackson.JacksonBasicMessageBodyReader;

/**
 * Reads what Keycloak answers, and passes over what the client does not know: a newer server says more of a realm than an
 * older client can name. Comes before any reader of this service's own requests, which takes nothing for granted.
 */
@Provider
@Singleton
@ConstrainedTo(RuntimeType.CLIENT)
@Priority(1)
@Consumes(MediaType.APPLICATION_JSON)
public class KeycloakJsonReader extends JacksonBasicMessageBodyReader {

    KeycloakJsonReader() {
        super(RealmJson.MAPPER);
    }
}
