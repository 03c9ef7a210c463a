package org.folkmoot.portal.session;

import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.folkmoot.tenancy.Tenant;

/**
 * The two ways into one realm have names of their own, {@code qkk} for tokens and {@code qkk.people} for sessions, since
 * the platform keeps one configuration for each name. To all that comes after, both are the same realm: this gives an
 * identity out of a session its realm's name, before the tenant is made from it.
 */
@ApplicationScoped
class People implements SecurityIdentityAugmentor {

    private static final String SESSIONS = ".people";
    private static final int BEFORE_THE_TENANT = 100;

    static String of(Tenant tenant) {
        return tenant.id() + SESSIONS;
    }

    static String tenantId(String realm) {
        return realm.endsWith(SESSIONS) ? realm.substring(0, realm.length() - SESSIONS.length()) : realm;
    }

    /** The tenant of a realm's name, in either form. */
    static Tenant tenant(String realm) {
        return Tenant.of(tenantId(realm));
    }

    @Override
    public int priority() {
        return BEFORE_THE_TENANT;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        String realm = identity.getAttribute(OidcUtils.TENANT_ID_ATTRIBUTE);
        if (realm == null || !realm.endsWith(SESSIONS)) {
            return Uni.createFrom().item(identity);
        }
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder(identity)
                        .addAttribute(OidcUtils.TENANT_ID_ATTRIBUTE, tenantId(realm))
                        .build());
    }
}
