package org.folkmoot.nhsuk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may stand between the begin and the end of a tag.
 *
 * @param body the option that markup there becomes; null when there is to be none
 * @param places the tags that may stand there, each of which becomes an option as well
 */
record Inside(@Nullable String body, List<Place> places) {

    /**
     * A tag within a tag.
     *
     * @param path the option of the outer tag that it becomes
     * @param isMany whether there may be several, and the option is their list
     */
    record Place(String tag, String path, boolean isMany, Inside inside) {}

    static Inside nothing(Place... places) {
        return new Inside(null, List.of(places));
    }

    static Inside markup(String body, Place... places) {
        return new Inside(body, List.of(places));
    }

    static Place items(String path, Inside inside) {
        return new Place("nhsukItem", path, true, inside);
    }

    static Place actions() {
        return new Place("nhsukAction", "actions.items", true, markup("html"));
    }

    Optional<Place> placeOf(String tag) {
        return places.stream().filter(place -> place.tag().equals(tag)).findFirst();
    }
}
