package org.folkmoot.tenants.systems;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/**
 * A password of a machine: 40 letters and digits by chance, some 238 bits, which need no quoting in any file of settings.
 *
 * @param text never to be logged or kept
 */
record KafkaPassword(String text) {

    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 40;
    private static final SecureRandom RANDOM = new SecureRandom();

    static KafkaPassword make() {
        return new KafkaPassword(RANDOM.ints(LENGTH, 0, CHARACTERS.length())
                .mapToObj(CHARACTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining()));
    }

    @Override
    public String toString() {
        return "a password";
    }
}
