package org.folkmoot.registry.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.registry.body.Organisation;
import org.folkmoot.registry.link.Link;

/** Many links, so arranged that those behind one organisation are found without looking at the others. */
final class Ties {

    private final Map<String, List<Link>> byOrganisation;

    Ties(List<Link> links) {
        byOrganisation = links.stream()
                .collect(Collectors.groupingBy(link -> link.organisation().id()));
    }

    /** The practices that have links, with their names. */
    Map<String, String> practices() {
        return byOrganisation.values().stream()
                .map(links -> links.getFirst().organisation())
                .filter(Organisation::isPractice)
                .collect(Collectors.toMap(Organisation::id, Organisation::name));
    }

    /** The rule for a practice, with its links and upwards those of whoever it is linked to. */
    ModelRule rule(String practice) {
        var found = new ArrayList<Link>();
        Set<String> seen = new HashSet<>(Set.of(practice));
        var waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty()) {
            for (Link link : byOrganisation.getOrDefault(waiting.remove(), List.of())) {
                found.add(link);
                if (link.kind().leadsUpwards() && seen.add(link.other().id())) {
                    waiting.add(link.other().id());
                }
            }
        }
        return new ModelRule(practice, found);
    }
}
