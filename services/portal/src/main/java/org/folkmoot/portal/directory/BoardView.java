package org.folkmoot.portal.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.nhsuk.picture.Band;
import org.folkmoot.nhsuk.picture.HexMap;
import org.folkmoot.nhsuk.picture.Unit;
import org.folkmoot.portal.service.Registry.Icb;
import org.folkmoot.portal.service.Registry.Practice;
import org.jspecify.annotations.Nullable;

/**
 * A board with its networks.
 *
 * @param networks in the order that was asked for
 * @param without practices that are in no network
 */
public record BoardView(
        Icb board,
        List<Network> networks,
        List<Practice> without,
        boolean sortedBySize,
        String byName,
        String bySize,
        String csv,
        String xlsx) {

    /** A network as far as it is within the board. */
    public record Network(String code, @Nullable String name, int practices, long patients) {

        /** The name, or the code where the directory knows no name. */
        public String words() {
            return name == null ? code : name;
        }

        /** Its size against what is expected. */
        public PcnSize size() {
            return PcnSize.of(patients);
        }

        Network and(Practice practice) {
            return new Network(
                    code, name, practices + 1, patients + (practice.listSize() == null ? 0 : practice.listSize()));
        }
    }

    /** All networks at a glance, in the order of the table. */
    public HexMap map() {
        return new HexMap(
                "PCNs and their size",
                Unit.PATIENTS,
                "PCN",
                Band.PCN_PATIENTS,
                networks.stream()
                        .map(network -> new HexMap.Tile(network.code(), network.words(), network.patients()))
                        .toList());
    }

    static final Comparator<Network> BY_NAME = Comparator.comparing(Network::words);
    static final Comparator<Network> BY_SIZE =
            Comparator.comparing(Network::patients).reversed().thenComparing(BY_NAME);

    static List<Network> networks(List<Practice> practices) {
        Map<String, Network> byCode = new LinkedHashMap<>();
        for (Practice practice : practices) {
            String pcn = practice.pcn();
            if (pcn != null) {
                byCode.put(
                        pcn,
                        byCode.getOrDefault(pcn, new Network(pcn, practice.pcnName(), 0, 0))
                                .and(practice));
            }
        }
        return new ArrayList<>(byCode.values());
    }
}
