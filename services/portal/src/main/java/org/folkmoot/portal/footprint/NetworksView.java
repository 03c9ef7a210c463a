package org.folkmoot.portal.footprint;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.nhsuk.picture.Band;
import org.folkmoot.nhsuk.picture.HexMap;
import org.folkmoot.nhsuk.picture.Unit;
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Footprints.PcnHealth;

/**
 * The networks of an ICS and how they stand.
 *
 * @param band the one that is shown alone; empty for all
 * @param sort the order of the list; empty for that of names
 * @param networks all that are shown, for the map
 * @param list a page of them, for the table
 * @param here the address of the list, for the present
 */
public record NetworksView(
        AsAtChoice asAt, String band, String sort, List<PcnHealth> networks, Listing<Row> list, Query here) {

    /** The usual order. */
    static final Comparator<PcnHealth> BY_NAME = Comparator.comparing(PcnHealth::words, String.CASE_INSENSITIVE_ORDER);

    /** The others. */
    static final Map<String, Comparator<PcnHealth>> ORDERS = Map.of(
            "largest",
                    Comparator.comparing(PcnHealth::patients, Comparator.nullsFirst(Comparator.<Long>naturalOrder()))
                            .reversed(),
            "smallest",
                    Comparator.comparing(PcnHealth::patients, Comparator.nullsLast(Comparator.<Long>naturalOrder())));

    /** A network in words. */
    public record Row(PcnHealth network) {

        /** Its size against what is expected. */
        public String size() {
            return switch (network.band()) {
                case null -> "Not known";
                case "below" -> "Below";
                case "above" -> "Above";
                default -> "Within";
            };
        }

        /** What it says of itself. */
        public String fitness() {
            return Fitness.words(network.selfCheck());
        }

        /** Who joined within a year. */
        public String joiners() {
            return String.join(", ", network.joiners());
        }

        /** Who left within a year. */
        public String leavers() {
            return String.join(", ", network.leavers());
        }
    }

    /** All of which it is known at a glance. */
    public HexMap map() {
        return new HexMap(
                "PCNs and their size",
                Unit.PATIENTS,
                "PCN",
                Band.PCN_PATIENTS,
                networks.stream()
                        .flatMap(network -> Stream.ofNullable(network.patients())
                                .map(patients -> new HexMap.Tile(network.code(), network.words(), patients)))
                        .toList());
    }
}
