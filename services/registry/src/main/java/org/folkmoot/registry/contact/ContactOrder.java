package org.folkmoot.registry.contact;

import java.util.List;
import java.util.Locale;
import org.folkmoot.http.Cursor;
import org.folkmoot.registry.Order;

/** In which order contacts are listed. */
enum ContactOrder {
    /** By specialty, within it by name. */
    SPECIALTY("specialty, name, id"),
    /** By name. */
    NAME("name, specialty, id"),
    /** Those whom nobody has confirmed for longest at the top. */
    CONFIRMED("confirmedOn, name, id");

    static final String PATTERN = "specialty|name|confirmed";

    private final String members;

    ContactOrder(String members) {
        this.members = members;
    }

    /** The order of that name, which is one of the pattern's. */
    static ContactOrder of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }

    /** Its members, the last of which tells all rows apart. */
    Order order() {
        return Order.by(members);
    }

    /** Where a page ends with that contact. */
    Cursor after(Contact contact) {
        return switch (this) {
            case SPECIALTY -> Cursor.after(slug(), contact.specialty(), contact.name(), contact.id());
            case NAME -> Cursor.after(slug(), contact.name(), contact.specialty(), contact.id());
            case CONFIRMED -> Cursor.after(slug(), contact.confirmedOn(), contact.name(), contact.id());
        };
    }

    /** The values of the members at that place. */
    List<Object> place(Cursor cursor) {
        Cursor place = cursor.inOrder(slug());
        Object first = this == CONFIRMED ? place.date(1) : place.text(1);
        return List.of(first, place.text(2), place.id(3));
    }

    private String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
