package org.folkmoot.portal.footprint;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Footprints.Neighbourhood;
import org.folkmoot.portal.service.Footprints.Place;
import org.jspecify.annotations.Nullable;

/**
 * The neighbourhoods of an ICS and how far their teams are.
 *
 * @param progress the one that is shown alone; empty for all
 * @param place the id of the place whose neighbourhoods are shown alone; empty for all
 * @param sort the order of the list; empty for that of names
 * @param places those of the ICS
 * @param defines whether the person may say what is a neighbourhood
 * @param done what the person has just done; null if nothing
 * @param here the address of the list, for the present
 */
public record NeighbourhoodsView(
        AsAtChoice asAt,
        String progress,
        String place,
        String sort,
        List<Place> places,
        Listing<Row> list,
        boolean defines,
        @Nullable String done,
        Query here) {

    /** The orders of a list other than that of names, in which the registry gives it. */
    static final Map<String, Comparator<Neighbourhood>> ORDERS = Map.of(
            "due", Comparator.comparing((Neighbourhood one) -> one.intDue() == null ? LocalDate.MAX : one.intDue()),
            "largest", Comparator.comparingLong(Neighbourhood::patients).reversed(),
            "deprived",
                    Comparator.comparingInt((Neighbourhood one) ->
                            one.deprivationDecile() == null ? Integer.MAX_VALUE : one.deprivationDecile()));

    /** A neighbourhood in words. */
    public record Row(Neighbourhood neighbourhood) {

        /** How far its team is. */
        public String progress() {
            return switch (neighbourhood.intProgress()) {
                case "working" -> "Working";
                case "late" -> "Late";
                case "ahead" -> "Not due yet";
                default -> "Not planned";
            };
        }

        /** The colour of that. */
        public String colour() {
            return switch (neighbourhood.intProgress()) {
                case "working" -> "green";
                case "late" -> "red";
                case "ahead" -> "blue";
                default -> "grey";
            };
        }

        /** Who is in it. */
        public String members() {
            return String.join(", ", neighbourhood.members());
        }
    }
}
