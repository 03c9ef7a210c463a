package org.folkmoot.tenancy;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.folkmoot.nhs.OdsCode;

/**
 * The person or machine behind the request, as its verified token tells.
 *
 * <p>Roles say what they may do, organisations say for whom. A use case asks both.
 */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The subject: stable for a person within a tenant, and the key for what they did. */
    public String subject() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Objects.requireNonNullElse(token.getSubject(), token.getName())
                : identity.getPrincipal().getName();
    }

    /** The name to show: the person's, or the user name where the token has no other; never a key. */
    public String name() {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getClaim("name") instanceof String name
                ? name
                : identity.getPrincipal().getName();
    }

    /** The roles, already narrowed to those that the token's realm can give. */
    public Set<String> roles() {
        return identity.getRoles().stream()
                .filter(role -> !role.equals(Roles.ANYBODY_OF_AN_ICS))
                .collect(toUnmodifiableSet());
    }

    /** The practices, PCNs, teams or boards for which the caller acts; empty for a platform operator. */
    public Set<OdsCode> organisations() {
        return TokenTenant.organisations(identity);
    }

    /** Whether the caller acts for that organisation. */
    public boolean speaksFor(OdsCode organisation) {
        return organisations().contains(organisation);
    }

    /** Whether the caller comes from the platform realm. */
    public boolean isPlatform() {
        return Tenant.PLATFORM.equals(identity.getAttribute(TokenTenant.ATTRIBUTE));
    }
}
