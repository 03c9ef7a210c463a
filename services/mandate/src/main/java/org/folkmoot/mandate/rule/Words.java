package org.folkmoot.mandate.rule;

import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the value of an enumeration of {@code libs/ballot} by the word that the ballot file has for it. */
final class Words {

    private Words() {}

    /** @throws IllegalArgumentException if none has that word: what is stored was looked over before */
    static <E> E find(E[] values, Function<E, String> word, String text) {
        return Stream.of(values)
                .filter(value -> word.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown word: " + text));
    }
}
