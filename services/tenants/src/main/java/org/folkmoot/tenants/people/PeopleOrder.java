package org.folkmoot.tenants.people;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * In which order people are listed. Keycloak has one of its own, by username, and goes along it; for every other all who are
 * meant are put in order here. An ICS has some hundreds of people, and a few thousand at most.
 */
enum PeopleOrder {
    /** Keycloak's. */
    USERNAME,
    /** By last name and first name, upper and lower case alike. */
    NAME,
    /** The account that was made last at the top. */
    NEWEST;

    static final String PATTERN = "username|name|newest";

    private static final Comparator<UserRepresentation> BY_NAME = Comparator.comparing(
                    (UserRepresentation account) -> text(account.getLastName()), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(account -> text(account.getFirstName()), String.CASE_INSENSITIVE_ORDER);

    private static final Comparator<UserRepresentation> BY_AGE = Comparator.comparing(
            UserRepresentation::getCreatedTimestamp, Comparator.nullsFirst(Comparator.<Long>naturalOrder()));

    private final String slug = name().toLowerCase(Locale.ROOT);

    /** The order of that name, which is one of the pattern's. */
    static PeopleOrder of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }

    String slug() {
        return slug;
    }

    /** How to put people in this order; null for Keycloak's own. */
    @Nullable
    Comparator<UserRepresentation> comparator() {
        return switch (this) {
            case USERNAME -> null;
            case NAME -> BY_NAME;
            case NEWEST -> BY_AGE.reversed();
        };
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
