package org.folkmoot.tenancy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** Settings of tenancy, the same in every service. */
@ConfigMapping(prefix = "folkmoot.tenancy")
interface TenancyConfig {

    /** Issuer of the platform realm's tokens. */
    String platformIssuer();

    /** Where services reach Keycloak, when that is not the address that issuers begin with. */
    @WithDefault("${folkmoot.keycloak.public-url}")
    String keycloakUrl();

    /** The address that every issuer begins with: how people reach Keycloak. */
    @WithDefault("${folkmoot.keycloak.public-url}")
    String keycloakPublicUrl();

    /** What an access token must name as audience. */
    @WithDefault("folkmoot")
    String audience();

    /** The clients whose tokens are taken: the token's authorised party ({@code azp}) must be one of them. */
    @WithDefault("folkmoot-portal,folkmoot-cli")
    Set<String> authorisedParties();

    /** After so long Keycloak counts as not answering: when a realm's keys are asked for, or a token is fetched. */
    @WithDefault("5s")
    Duration keycloakPatience();

    /** How long a replica may believe what it knew about an ICS before it looks again; a suspension bites after this. */
    @WithDefault("2s")
    Duration icsMaxAge();
}
