package org.folkmoot.tenants.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Timing of the work on what the platform itself needs. */
@ConfigMapping(prefix = "folkmoot.tenants.platform")
interface PlatformConfig {

    /** The pause after a failed try. */
    @WithDefault("2s")
    Duration retryInterval();

    /** The pause after a good one. */
    @WithDefault("1h")
    Duration upkeepInterval();
}
