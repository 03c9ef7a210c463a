package org.folkmoot.mandate.ballot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the service; each is explained in docs/operating.md. */
@ConfigMapping(prefix = "folkmoot.mandate")
interface MandateConfig {

    /**
     * The key under which signing keys and the choices of secret ballots lie encrypted: 32 bytes in Base64. Whoever loses it
     * can declare no secret ballot that is open.
     */
    String sealKey();

    /** How often ballots that are due are opened and closed, and checkpoints are signed. */
    @WithDefault("2s")
    Duration watchInterval();

    /** How long after closing a ballot is declared by itself, unless somebody has declared or annulled it. */
    @WithDefault("24h")
    Duration declareAfter();

    /** How often a voter's vote in a ballot can be replaced within a minute; whoever asks for more is told to wait. */
    @WithDefault("20")
    int replacementsPerMinute();

    /** Which copy of the registry's states is kept; a higher number reads them all again. */
    @WithDefault("1")
    int electorateCopy();
}
