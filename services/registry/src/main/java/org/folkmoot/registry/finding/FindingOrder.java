package org.folkmoot.registry.finding;

import java.util.Arrays;
import org.folkmoot.http.Cursor;

/**
 * In which order findings are listed: by members, the last of which, the id, tells all of them apart. A place in an order is
 * the members of a finding; a question for what comes after it calls them {@code after1}, {@code after2}, ….
 */
enum FindingOrder {
    /** The first that was noted at the top. */
    NOTED("noted", 1, "id", "id > :after1"),
    /** The last that was noted at the top. */
    NEWEST("newest", 1, "id desc", "id < :after1"),
    /** By the organisation's code. */
    CODE("code", 2, "subject, id", "(subject > :after1 or subject = :after1 and id > :after2)"),
    /** By kind, within it by code. */
    KIND(
            "kind",
            3,
            "kind, subject, id",
            "(kind > :after1 or kind = :after1 and (subject > :after2 or subject = :after2 and id > :after3))");

    static final String PATTERN = "noted|newest|code|kind";

    private final String slug;
    private final int length;
    private final String members;
    private final String after;

    FindingOrder(String slug, int length, String members, String after) {
        this.slug = slug;
        this.length = length;
        this.members = members;
        this.after = after;
    }

    /** The order of that name, which is one of the pattern's. */
    static FindingOrder of(String slug) {
        return Arrays.stream(values())
                .filter(order -> order.slug.equals(slug))
                .findFirst()
                .orElseThrow();
    }

    String slug() {
        return slug;
    }

    /** How many members a place has. */
    int length() {
        return length;
    }

    /** The members by which it sorts, as an {@code order by} has them. */
    String members() {
        return members;
    }

    /** What holds of the findings after a place. */
    String after() {
        return after;
    }

    /** The place of a finding. */
    Cursor place(FindingView finding) {
        return switch (this) {
            case NOTED, NEWEST -> Cursor.after(slug, finding.id());
            case CODE -> Cursor.after(slug, finding.subject(), finding.id());
            case KIND -> Cursor.after(slug, finding.kind(), finding.subject(), finding.id());
        };
    }
}
