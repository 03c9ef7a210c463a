package org.folkmoot.registry.capability;

import java.util.List;
import java.util.Locale;
import org.folkmoot.http.Cursor;
import org.folkmoot.registry.Order;

/** In which order is listed what practices share. */
enum CapabilityOrder {
    /** In the order in which it was recorded. */
    RECORDED("id"),
    /** By what it is called. */
    TITLE("title, id"),
    /** By kind, within it by what it is called. */
    KIND("kind, title, id");

    static final String PATTERN = "recorded|title|kind";

    private final String members;

    CapabilityOrder(String members) {
        this.members = members;
    }

    /** The order of that name, which is one of the pattern's. */
    static CapabilityOrder of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }

    /** Its members, the last of which tells all rows apart. */
    Order order() {
        return Order.by(members);
    }

    /** Where a page ends with that. */
    Cursor after(CapabilityView capability) {
        return switch (this) {
            case RECORDED -> Cursor.after(slug(), capability.id());
            case TITLE -> Cursor.after(slug(), capability.title(), capability.id());
            case KIND -> Cursor.after(slug(), capability.kind(), capability.title(), capability.id());
        };
    }

    /** The values of the members at that place. */
    List<Object> place(Cursor cursor) {
        Cursor place = cursor.inOrder(slug());
        return switch (this) {
            case RECORDED -> List.of(place.id(1));
            case TITLE -> List.of(place.text(1), place.id(2));
            case KIND -> List.of(place.text(1), place.text(2), place.id(3));
        };
    }

    private String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
