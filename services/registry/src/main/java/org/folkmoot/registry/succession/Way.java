package org.folkmoot.registry.succession;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.registry.directory.IcsPractice;

/**
 * What takes one way, to one successor.
 *
 * @param practices their ODS codes
 * @param networks the ODS codes of those networks of which every practice of the ICS takes this way
 */
record Way(Set<String> practices, Set<String> networks) {

    /** The way of these practices, where the ICS has those now. */
    static Way of(Collection<String> practices, List<IcsPractice> now) {
        Map<String, List<String>> members = now.stream()
                .filter(practice -> practice.pcn() != null)
                .collect(Collectors.groupingBy(
                        practice -> String.valueOf(practice.pcn()),
                        Collectors.mapping(IcsPractice::code, Collectors.toList())));
        return new Way(
                new TreeSet<>(practices),
                members.entrySet().stream()
                        .filter(network -> practices.containsAll(network.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The codes of all of it. */
    List<String> codes() {
        return Stream.concat(practices.stream(), networks.stream()).toList();
    }
}
