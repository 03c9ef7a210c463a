package org.folkmoot.benchmark;

import java.time.Duration;

/** Waiting a little. */
public final class Pause {

    private Pause() {}

    /** Waits so long. */
    public static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
