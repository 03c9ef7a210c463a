package org.folkmoot.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Some who do the same thing at the same time, each again as soon as it is done. */
public final class Crowd {

    private Crowd() {}

    /** One of them. */
    public interface Member extends AutoCloseable {

        /** Does it once. */
        void act() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** How one comes to be. */
    public interface Arrival {

        /**
         * The one of that number.
         *
         * @param number 0 for the first
         */
        Member of(int number) throws IOException;
    }

    /**
     * Lets them begin together and go on for that time.
     *
     * @throws IllegalStateException when one of them fails
     */
    public static Turn during(int members, Duration time, Arrival arrival) {
        List<Future<long[]>> all = new ArrayList<>();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < members; i++) {
                int number = i;
                all.add(threads.submit(() -> act(arrival, number, end)));
            }
        }
        long[] micros =
                all.stream().map(Crowd::result).flatMapToLong(LongStream::of).toArray();
        return new Turn(micros.length / ((System.nanoTime() - begin) / 1e9), Latencies.of(micros));
    }

    private static long[] act(Arrival arrival, int number, long end) throws IOException {
        var micros = new long[1024];
        int count = 0;
        try (Member member = arrival.of(number)) {
            for (long now = System.nanoTime(); now < end; ) {
                member.act();
                long done = System.nanoTime();
                if (count == micros.length) {
                    micros = Arrays.copyOf(micros, count * 2);
                }
                micros[count++] = (done - now) / 1_000;
                now = done;
            }
        }
        return Arrays.copyOf(micros, count);
    }

    private static long[] result(Future<long[]> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a turn failed: " + e.getCause(), e);
        }
    }
}
