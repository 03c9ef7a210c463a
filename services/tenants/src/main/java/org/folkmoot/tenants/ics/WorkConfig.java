package org.folkmoot.tenants.ics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the work for ICSs is done. */
@ConfigMapping(prefix = "folkmoot.tenants.work")
interface WorkConfig {

    /** How many ICSs a replica works for at the same time. */
    @WithDefault("3")
    int parallel();

    /** How soon work is seen that another replica accepted, or that a replica which died left behind. */
    @WithDefault("1s")
    Duration pollInterval();

    /** How long work stays in the hands of a replica that has gone silent. */
    @WithDefault("15s")
    Duration lease();

    /** After so long a step is broken off and counts as failed. */
    @WithDefault("3m")
    Duration stepLimit();

    /** The pause after the first failure of a step; it doubles with each further one. */
    @WithDefault("1s")
    Duration firstPause();

    /** The longest pause between two tries. */
    @WithDefault("1m")
    Duration longestPause();

    /** After so many failures of one step an onboarding stalls, and waits for an operator's retry. */
    @WithDefault("10")
    int attempts();

    /** How often realm, topics and rights of an ICS are compared with what they should be, and corrected. */
    @WithDefault("1h")
    Duration upkeepInterval();

    /** How old the export may be with which an ICS is let go. */
    @WithDefault("24h")
    Duration exportMaxAge();
}
