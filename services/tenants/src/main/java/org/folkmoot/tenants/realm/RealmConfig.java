package org.folkmoot.tenants.realm;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** What realms are made of that differs from one installation to the next. */
@ConfigMapping(prefix = "folkmoot.tenants")
interface RealmConfig {

    /** Creates the client {@code folkmoot-cli}, by which a person at a terminal signs in with a password. Local only. */
    @WithDefault("false")
    boolean localClients();

    Portal portal();

    Broker cis2();

    Broker nhsmail();

    /** The web portal as an OpenID Connect client. */
    interface Portal {

        /** Where a person comes back to after signing in: exact addresses, no wildcard. */
        @WithDefault("http://localhost:8080/signed-in")
        List<String> redirectUris();

        /** Where a person comes back to after signing out. */
        @WithDefault("http://localhost:8080/")
        List<String> afterLogoutUris();

        /** Where Keycloak itself reaches the portal, to tell it that a session has ended; without a slash at the end. */
        @WithDefault("http://localhost:8080")
        String backChannelUrl();

        /** The secret by which the portal proves itself; without it Keycloak makes one up for each realm. */
        Optional<String> clientSecret();
    }

    /** Another place at which people may sign in; off until it is set up. */
    interface Broker {

        @WithDefault("false")
        boolean enabled();

        @WithDefault("https://not-set-up.invalid")
        String issuer();

        @WithDefault("https://not-set-up.invalid/authorize")
        String authorizationUrl();

        @WithDefault("https://not-set-up.invalid/token")
        String tokenUrl();

        @WithDefault("https://not-set-up.invalid/jwks")
        String jwksUrl();

        @WithDefault("https://not-set-up.invalid/userinfo")
        String userInfoUrl();

        @WithDefault("not-set-up")
        String clientId();

        Optional<String> clientSecret();

        @WithDefault("openid profile email")
        String scopes();
    }
}
