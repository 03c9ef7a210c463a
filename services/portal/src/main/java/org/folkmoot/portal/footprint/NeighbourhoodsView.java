package org.folkmoot.portal.footprint;

import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Footprints.Neighbourhood;

/**
 * The neighbourhoods of an ICS and how far their teams are.
 *
 * @param progress the one that is shown alone; empty for all
 * @param here the address of the list, for the present
 */
public record NeighbourhoodsView(AsAtChoice asAt, String progress, Listing<Row> list, Query here) {

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
