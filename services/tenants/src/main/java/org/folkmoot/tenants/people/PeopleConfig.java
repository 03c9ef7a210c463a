package org.folkmoot.tenants.people;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Patience with what keeps the people of an ICS. */
@ConfigMapping(prefix = "folkmoot.tenants.people")
interface PeopleConfig {

    /** After so long Keycloak counts as not answering, and an administrator is told to try again. */
    @WithDefault("5s")
    Duration patience();

    /** So long a change waits for another one of the same ICS's people. */
    @WithDefault("5s")
    Duration turn();
}
