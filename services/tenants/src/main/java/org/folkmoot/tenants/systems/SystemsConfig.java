package org.folkmoot.tenants.systems;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of systems outside the platform. */
@ConfigMapping(prefix = "folkmoot.tenants.systems")
interface SystemsConfig {

    /** How many systems an ICS may have at a time: each credential has a right of its own to each topic. */
    @WithDefault("50")
    int most();

    /** So long a change waits for another one of the same ICS's systems. */
    @WithDefault("5s")
    Duration turn();
}
