package org.folkmoot.tenants.realm;

/** Keycloak does not answer, or not in time. */
final class KeycloakSilent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeycloakSilent(Throwable cause) {
        super("Keycloak does not answer", cause);
    }
}
