package org.folkmoot.registry.dspt;

import java.util.List;
import java.util.Locale;
import org.folkmoot.http.Cursor;
import org.folkmoot.registry.Order;

/** In which order organisations are listed. */
enum DsptOrder {
    /** By code. */
    CODE("organisation"),
    /** By what they are called; by code those that the directory does not have. */
    NAME("coalesce(name,organisation), organisation"),
    /** By status, within it by code. */
    STATUS("status, organisation");

    static final String PATTERN = "code|name|status";

    private final String members;

    DsptOrder(String members) {
        this.members = members;
    }

    /** The order of that name, which is one of the pattern's. */
    static DsptOrder of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }

    /** Its members, the last of which tells all rows apart. */
    Order order() {
        return Order.by(members);
    }

    /** Where a page ends with that organisation. */
    Cursor after(DsptView one) {
        return switch (this) {
            case CODE -> Cursor.after(slug(), one.organisation());
            case NAME -> Cursor.after(slug(), called(one), one.organisation());
            case STATUS -> Cursor.after(slug(), one.status(), one.organisation());
        };
    }

    /** The values of the members at that place. */
    List<String> place(Cursor cursor) {
        Cursor place = cursor.inOrder(slug());
        return this == CODE ? List.of(place.text(1)) : List.of(place.text(1), place.text(2));
    }

    private static String called(DsptView one) {
        String name = one.name();
        return name == null ? one.organisation() : name;
    }

    private String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
