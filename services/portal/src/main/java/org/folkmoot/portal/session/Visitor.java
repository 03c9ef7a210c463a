package org.folkmoot.portal.session;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.CurrentTenant;

/** The person who asks for a page. */
@RequestScoped
public class Visitor {

    private final SecurityIdentity identity;
    private final Caller caller;
    private final CurrentTenant tenant;
    private final Realms realms;

    Visitor(SecurityIdentity identity, Caller caller, CurrentTenant tenant, Realms realms) {
        this.identity = identity;
        this.caller = caller;
        this.tenant = tenant;
        this.realms = realms;
    }

    /** The visit, or empty when nobody is signed in. */
    public Optional<Visit> get() {
        return identity.isAnonymous() ? Optional.empty() : Optional.of(now());
    }

    /**
     * The visit.
     *
     * @throws IllegalStateException when nobody is signed in
     */
    public Visit now() {
        var here = tenant.require();
        var token = identity.getCredential(AccessTokenCredential.class);
        if (token == null) {
            throw new IllegalStateException("a signed-in person without a token");
        }
        return new Visit(
                here,
                realms.of(here).map(Realm::name).orElse(here.id()),
                caller.subject(),
                caller.name(),
                Set.copyOf(caller.roles()),
                caller.organisations().stream().sorted().toList(),
                token.getToken());
    }
}
