package org.folkmoot.ballot;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much one elector's vote counts in each class.
 *
 * @param classes the names of the classes; electors of one kind share the list
 * @param numbers the weights, in the same order
 */
public record Weights(List<String> classes, List<Fraction> numbers) {

    /** @throws IllegalArgumentException if there are not as many weights as classes */
    public Weights {
        classes = List.copyOf(classes);
        numbers = List.copyOf(numbers);
        if (classes.size() != numbers.size()) {
            throw new IllegalArgumentException("Each class has one weight");
        }
    }

    /** The weights in these classes. */
    public static Weights of(Map<String, Fraction> weights) {
        var sorted = new TreeMap<>(weights);
        return new Weights(List.copyOf(sorted.keySet()), List.copyOf(sorted.values()));
    }

    /** Class and weight, sorted by class, so that equal weights are equal maps. */
    public Map<String, Fraction> byClass() {
        var sorted = new TreeMap<String, Fraction>();
        for (int index = 0; index < classes.size(); index++) {
            sorted.put(classes.get(index), numbers.get(index));
        }
        return sorted;
    }
}
