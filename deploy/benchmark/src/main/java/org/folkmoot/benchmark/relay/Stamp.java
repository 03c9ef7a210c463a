package org.folkmoot.benchmark.relay;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time in microseconds since 1970: one clock for all processes, since they share the machine. */
final class Stamp {

    private Stamp() {}

    static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
