package org.folkmoot.tenancy;

import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.folkmoot.nhs.OdsCode;

/**
 * Puts the tenant on a verified identity, and narrows its roles to those that its realm can give.
 *
 * <p>By now the signature, the issuer, the audience and the expiry have been checked against the realm that
 * {@link RealmOfIssuer} chose. The tenant is that realm's, and the issuer is compared once more, so that a mistake in
 * choosing a realm cannot become a mistake in choosing a tenant.
 */
@ApplicationScoped
class TokenTenant implements SecurityIdentityAugmentor {

    /** Attribute of the identity: its {@link Tenant}. */
    static final String ATTRIBUTE = "folkmoot.tenant";

    private static final String ORGANISATIONS = "organisations";

    private final RealmOfIssuer realms;
    private final TenancyConfig config;

    TokenTenant(RealmOfIssuer realms, TenancyConfig config) {
        this.realms = realms;
        this.config = config;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        return Uni.createFrom().item(() -> ofTenant(identity));
    }

    private SecurityIdentity ofTenant(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new AuthenticationFailedException("the credential is no token");
        }
        String realm = Optional.ofNullable(identity.<String>getAttribute(OidcUtils.TENANT_ID_ATTRIBUTE))
                .orElseThrow(() -> new AuthenticationFailedException("the token was verified against no realm"));
        Tenant tenant = Tenant.of(realm);
        if (!realms.issuerOf(tenant).equals(Optional.of(token.getIssuer()))) {
            throw new AuthenticationFailedException("the token's issuer is not its realm's");
        }
        String party = token.getClaim("azp");
        if (party == null || !config.authorisedParties().contains(party)) {
            throw new AuthenticationFailedException("the token was issued to a client that is not served here");
        }
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addAttribute(ATTRIBUTE, tenant)
                .addRoles(roles(identity, tenant))
                .build();
    }

    private static Set<String> roles(SecurityIdentity identity, Tenant tenant) {
        Set<String> believed = tenant.isPlatform() ? Roles.OF_THE_PLATFORM : Roles.OF_AN_ICS;
        Set<String> roles = new HashSet<>(identity.getRoles());
        roles.retainAll(believed);
        if (!tenant.isPlatform() && !roles.isEmpty()) {
            roles.add(Roles.ANYBODY_OF_AN_ICS);
        }
        return roles;
    }

    /** The organisations that the token names; a value that is no ODS code counts as none. */
    static Set<OdsCode> organisations(SecurityIdentity identity) {
        Set<OdsCode> codes = new LinkedHashSet<>();
        if (identity.getPrincipal() instanceof JsonWebToken token
                && token.getClaim(ORGANISATIONS) instanceof JsonArray values) {
            for (var value : values) {
                if (value instanceof JsonString text) {
                    OdsCode.parse(text.getString()).ifPresent(codes::add);
                }
            }
        }
        return codes;
    }
}
