package org.folkmoot.portal.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.tenancy.Ics;
import org.folkmoot.tenancy.IcsDirectory;
import org.folkmoot.tenancy.Tenant;

/** The realms at which people may sign in: those of the ICSs that are known, and the platform's. */
@ApplicationScoped
class Realms {

    private final IcsDirectory ics;
    private final String platformIssuer;
    private final String publicUrl;
    private final String url;

    Realms(
            IcsDirectory ics,
            @ConfigProperty(name = "folkmoot.tenancy.platform-issuer") String platformIssuer,
            @ConfigProperty(name = "folkmoot.keycloak.public-url") String publicUrl,
            @ConfigProperty(name = "folkmoot.tenancy.keycloak-url", defaultValue = "${folkmoot.keycloak.public-url}")
                    String url) {
        this.ics = ics;
        this.platformIssuer = platformIssuer;
        this.publicUrl = publicUrl;
        this.url = url;
    }

    /** The realm of that tenant. May read the database. */
    Optional<Realm> of(Tenant tenant) {
        return tenant.isPlatform()
                ? Optional.of(realm(tenant, "Folkmoot platform", platformIssuer))
                : ics.byTenant(tenant).map(this::realm);
    }

    /** The tenant that a text names, if it is one that is known here. May read the database. */
    Optional<Realm> named(String text) {
        try {
            return of(Tenant.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Realm realm(Ics known) {
        return realm(known.tenant(), known.name(), known.issuer());
    }

    private Realm realm(Tenant tenant, String name, String issuer) {
        return new Realm(tenant, name, issuer, issuer.replace(publicUrl, url));
    }
}
