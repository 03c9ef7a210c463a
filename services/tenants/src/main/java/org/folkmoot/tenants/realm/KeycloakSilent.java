package org.folkmoot.tenants.realm;

/** Keycloak does not answer, or not in time. */
public final class KeycloakSilent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param cause what was seen of it */
    public KeycloakSilent(Throwable cause) {
        super("Keycloak does not answer", cause);
    }
}
