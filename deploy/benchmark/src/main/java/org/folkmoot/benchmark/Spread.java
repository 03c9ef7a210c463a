package org.folkmoot.benchmark;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * Several measurements of one thing, told by the one in the middle and the two at the ends.
 *
 * @param median the middle one; of an even number the mean of the two in the middle
 * @param least the smallest
 * @param greatest the largest
 * @param all every one, in the order in which they were taken
 */
public record Spread(double median, double least, double greatest, List<Double> all) {

    /** The spread of these; there must be one at least. */
    public static Spread of(List<Double> measurements) {
        if (measurements.isEmpty()) {
            throw new IllegalArgumentException("no measurement, no spread");
        }
        List<Double> sorted = measurements.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast(), List.copyOf(measurements));
    }

    /** The ratio of each pair. */
    public static Spread ofRatios(List<Double> ours, List<Double> peers) {
        return ofPairs(ours, peers, (our, peer) -> our / peer);
    }

    private static Spread ofPairs(List<Double> ours, List<Double> peers, DoubleBinaryOperator operator) {
        if (ours.size() != peers.size()) {
            throw new IllegalArgumentException(ours.size() + " of ours cannot be paired with " + peers.size());
        }
        return of(IntStream.range(0, ours.size())
                .mapToObj(i -> operator.applyAsDouble(ours.get(i), peers.get(i)))
                .toList());
    }
}
