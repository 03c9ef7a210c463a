package org.folkmoot.nhsuk.picture;

/**
 * A range that a number is expected in, both ends included.
 *
 * @param low the least that is expected
 * @param high the most that is expected
 */
public record Band(long low, long high) {

    /** The size that a primary care network is expected to have, in patients (Network Contract DES). */
    public static final Band PCN_PATIENTS = new Band(30_000, 50_000);

    /** Where a number stands. */
    enum Position {
        BELOW("below", "▼"),
        WITHIN("within", "●"),
        ABOVE("above", "▲");

        private final String word;
        private final String sign;

        Position(String word, String sign) {
            this.word = word;
            this.sign = sign;
        }

        String word() {
            return word;
        }

        String sign() {
            return sign;
        }
    }

    public Band {
        if (low < 0 || high <= low) {
            throw new IllegalArgumentException("%d to %d is no range".formatted(low, high));
        }
    }

    Position position(long value) {
        if (value < low) {
            return Position.BELOW;
        }
        return value > high ? Position.ABOVE : Position.WITHIN;
    }

    @Override
    public String toString() {
        return Unit.grouped(low) + " to " + Unit.grouped(high);
    }
}
