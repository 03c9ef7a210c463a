package org.folkmoot.tenants.ics;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.tenancy.Tenant;

/** The issuer that services are told to trust for a tenant: how people reach Keycloak, and the realm. */
@ApplicationScoped
public class Issuers {

    private final String publicUrl;

    Issuers(@ConfigProperty(name = "folkmoot.keycloak.public-url") String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Exactly as it stands in the tokens of that tenant's people. */
    public String of(Tenant tenant) {
        return publicUrl + "/realms/" + tenant.id();
    }
}
