package org.folkmoot.portal.footprint;

import java.util.Comparator;
import java.util.Map;
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Footprints.Place;
import org.jspecify.annotations.Nullable;

/**
 * The places of an ICS.
 *
 * @param sort the order of the list; empty for that of names
 * @param defines whether the person may say what is a place
 * @param done what the person has just done; null if nothing
 * @param here the address of the list, for the present
 */
public record PlacesView(
        AsAtChoice asAt,
        String sort,
        Listing<Place> list,
        boolean defines,
        @Nullable String done,
        Query here) {

    /** The orders of a list other than that of names, in which the registry gives it. */
    static final Map<String, Comparator<Place>> ORDERS = Map.of(
            "largest", Comparator.comparingLong(Place::patients).reversed(),
            "smallest", Comparator.comparingLong(Place::patients));
}
