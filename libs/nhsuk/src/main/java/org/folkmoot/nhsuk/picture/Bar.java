package org.folkmoot.nhsuk.picture;

/**
 * One thing and its number.
 *
 * @param label what it is called
 * @param value 0 or more
 */
public record Bar(String label, long value) {

    public Bar {
        if (value < 0) {
            throw new IllegalArgumentException(
                    "%s has %d, and a length is not less than nothing".formatted(label, value));
        }
    }
}
