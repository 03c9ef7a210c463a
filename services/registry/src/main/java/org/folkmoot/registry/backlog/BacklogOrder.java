package org.folkmoot.registry.backlog;

import java.util.List;
import java.util.Locale;
import org.folkmoot.http.Cursor;
import org.folkmoot.registry.Order;

/** In which order returns are listed. */
enum BacklogOrder {
    /** The newest week first, within it by practice. */
    WEEK("b.week desc, b.practice"),
    /** By practice, of each the newest week first. */
    PRACTICE("b.practice, b.week desc"),
    /** Where most wait first. */
    WAITING("b.waiting desc, b.week desc, b.practice");

    static final String PATTERN = "week|practice|waiting";

    private final String members;

    BacklogOrder(String members) {
        this.members = members;
    }

    /** The order of that name, which is one of the pattern's. */
    static BacklogOrder of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }

    /** Its members, the last of which tells all rows apart. */
    Order order() {
        return Order.by(members);
    }

    /** Where a page ends with that return. */
    Cursor after(BacklogView reported) {
        return switch (this) {
            case WEEK -> Cursor.after(slug(), reported.week(), reported.practice());
            case PRACTICE -> Cursor.after(slug(), reported.practice(), reported.week());
            case WAITING -> Cursor.after(slug(), reported.waiting(), reported.week(), reported.practice());
        };
    }

    /** The values of the members at that place. */
    List<Object> place(Cursor cursor) {
        Cursor place = cursor.inOrder(slug());
        return switch (this) {
            case WEEK -> List.of(place.date(1), place.text(2));
            case PRACTICE -> List.of(place.text(1), place.date(2));
            case WAITING -> List.of(place.number(1), place.date(2), place.text(3));
        };
    }

    private String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
