package org.folkmoot.portal.home;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.folkmoot.portal.service.Registry.Member;
import org.folkmoot.portal.service.Registry.Pcn;

/**
 * Which practices a network had when somebody looked.
 *
 * @param pcn the network's code
 * @param practices their codes
 */
record Seen(String pcn, Set<String> practices) {

    static Seen of(Pcn pcn) {
        return new Seen(pcn.code(), pcn.members().stream().map(Member::code).collect(Collectors.toSet()));
    }

    /** In one line. */
    String text() {
        return pcn + ":" + String.join(",", new TreeSet<>(practices));
    }

    /** What that line says. */
    static Seen of(String text) {
        int colon = text.indexOf(':');
        return new Seen(
                text.substring(0, Math.max(colon, 0)),
                Arrays.stream(text.substring(colon + 1).split(",", -1))
                        .filter(code -> !code.isEmpty())
                        .collect(Collectors.toSet()));
    }
}
