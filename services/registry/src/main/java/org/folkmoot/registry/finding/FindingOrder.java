package org.folkmoot.registry.finding;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.folkmoot.http.Cursor;

/** In which order findings are listed: by these members, the last of which tells all of them apart. */
enum FindingOrder {
    /** The first that was noted at the top. */
    NOTED("noted", false, "id"),
    /** The last that was noted at the top. */
    NEWEST("newest", true, "id"),
    /** By the organisation's code. */
    CODE("code", false, "subject", "id"),
    /** By kind, within it by code. */
    KIND("kind", false, "kind", "subject", "id");

    static final String PATTERN = "noted|newest|code|kind";

    private final String slug;
    private final boolean descending;
    private final List<String> members;

    FindingOrder(String slug, boolean descending, String... members) {
        this.slug = slug;
        this.descending = descending;
        this.members = List.of(members);
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

    /** The members by which it sorts, as an {@code order by} has them. */
    String members() {
        return members.stream()
                .map(member -> descending ? member + " desc" : member)
                .collect(Collectors.joining(", "));
    }

    /** What holds of the findings after a place: the parameter {@code after1} is its first member, and so on. */
    String after() {
        String condition = "";
        for (int place = members.size(); place > 0; place--) {
            String member = members.get(place - 1);
            String beyond = member + (descending ? " < " : " > ") + ":after" + place;
            condition = condition.isEmpty()
                    ? beyond
                    : "(" + beyond + " or " + member + " = :after" + place + " and " + condition + ")";
        }
        return condition;
    }

    /** How many members a place has. */
    int length() {
        return members.size();
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
