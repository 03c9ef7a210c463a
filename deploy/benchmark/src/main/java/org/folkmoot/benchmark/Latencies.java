package org.folkmoot.benchmark;

import java.util.Arrays;

/** How long many of the same thing took, in microseconds. */
public final class Latencies {

    private final long[] sorted;

    private Latencies(long[] sorted) {
        this.sorted = sorted;
    }

    /** These latencies; there must be one at least. */
    public static Latencies of(long[] micros) {
        if (micros.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        long[] sorted = micros.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    /** How many there are. */
    public int count() {
        return sorted.length;
    }

    /** What that share of them did not exceed, in milliseconds: 0.5 for the median, 0.99 for the slow ones. */
    public double millis(double share) {
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.clamp(index, 0, sorted.length - 1)] / 1000.0;
    }
}
