package org.folkmoot.portal.model;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.folkmoot.portal.directory.Kind;
import org.folkmoot.portal.frame.Found;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Models.Body;
import org.folkmoot.portal.service.Models.Link;
import org.folkmoot.portal.service.Models.Party;

/**
 * Who stands behind practices: the bodies of the ICS, and those of the directory that hold or employ.
 *
 * @param q what the name holds, or empty
 * @param kind the kind that is shown alone, or empty
 * @param defines whether the person may define one
 * @param listed those that the directory has, as of today
 */
public record BodiesView(
        String q, String kind, List<BodyKind> kinds, boolean defines, Found<Row> found, Panel<List<Listed>> listed) {

    /** A body in the list. */
    public record Row(Body body) {

        /** What it is. */
        public String kind() {
            return BodyKind.words(body.kind());
        }
    }

    /**
     * An organisation of the directory that stands behind others.
     *
     * @param others behind how many
     */
    public record Listed(Party party, int others) {

        /** What it is. */
        public String kind() {
            return Kind.words(party.kind());
        }

        /** The page of what it holds, below the address of the ICS. */
        public String path() {
            return LinksView.pageOf(party);
        }

        /** Those among the links, in the order of their names. */
        static List<Listed> among(List<Link> links) {
            var behind = new LinkedHashMap<Party, Set<String>>();
            for (Link link : links) {
                boolean upwards =
                        LinkKind.of(link.kind()).map(LinkKind::leadsUpwards).orElse(false);
                if (upwards && BodyKind.of(link.other().kind()).isEmpty()) {
                    behind.computeIfAbsent(link.other(), party -> new LinkedHashSet<>())
                            .add(link.organisation().id());
                }
            }
            return behind.entrySet().stream()
                    .map(one -> new Listed(one.getKey(), one.getValue().size()))
                    .sorted(Comparator.comparing(one -> one.party().name()))
                    .toList();
        }
    }
}
