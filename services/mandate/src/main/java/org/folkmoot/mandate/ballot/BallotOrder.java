package org.folkmoot.mandate.ballot;

import java.util.Arrays;

/**
 * In which order the ballots of the ICS are listed: by a rank, a number, and words, each an expression of SQL; what these do
 * not tell apart follows by id.
 */
enum BallotOrder {
    /** Open ones first, that which closes soonest at the top; then the others, that which closed or closes last first. */
    USUAL(
            "usual",
            "case when state = 'open' then 0 else 1 end",
            "case when state = 'open' then 1 else -1 end * " + BallotOrder.MICROS.formatted("closes_at"),
            "''"),
    /** By the hour of closing. */
    CLOSING("closing", "0", BallotOrder.MICROS.formatted("closes_at"), "''"),
    /** Declared ones first, the latest at the top. */
    DECLARED(
            "declared",
            "case when state = 'declared' then 0 else 1 end",
            "-" + BallotOrder.MICROS.formatted("case when state = 'declared' then declared_at else closes_at end"),
            "''"),
    /** By title. */
    TITLE("title", "0", "0::bigint", "lower(title)");

    static final String PATTERN = "usual|closing|declared|title";

    /** A moment as a whole number, of which the latest can come first. */
    private static final String MICROS = "(extract(epoch from %s) * 1000000)::bigint";

    private final String slug;
    private final String rank;
    private final String number;
    private final String words;

    BallotOrder(String slug, String rank, String number, String words) {
        this.slug = slug;
        this.rank = rank;
        this.number = number;
        this.words = words;
    }

    /** The order of that name, which is one of the pattern's. */
    static BallotOrder of(String slug) {
        return Arrays.stream(values())
                .filter(order -> order.slug.equals(slug))
                .findFirst()
                .orElseThrow();
    }

    String rank() {
        return rank;
    }

    String number() {
        return number;
    }

    String words() {
        return words;
    }
}
