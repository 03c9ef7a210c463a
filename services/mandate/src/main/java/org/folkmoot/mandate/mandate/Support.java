package org.folkmoot.mandate.mandate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.ballot.Fraction;
import org.folkmoot.ballot.Threshold;
import org.folkmoot.mandate.electorate.Practice;
import org.folkmoot.mandate.group.StandingShare;

/**
 * Who stands behind a group, as numbers and as shares of its constituents.
 *
 * @param practices how many of its practices
 * @param ofPractices how many it has
 * @param practicesShare the share, as an exact fraction
 * @param patients registered with those practices
 * @param ofPatients registered with all of its practices
 * @param patientsShare the share
 * @param pcns networks of which more than half of the practices do
 * @param ofPcns networks in which it has practices
 * @param pcnsShare the share
 */
record Support(
        long practices,
        long ofPractices,
        String practicesShare,
        long patients,
        long ofPatients,
        String patientsShare,
        long pcns,
        long ofPcns,
        String pcnsShare) {

    /** What these practices are among the constituents. Who is no constituent any more counts for nothing. */
    static Support of(List<Practice> constituents, Set<String> behind) {
        long practices = 0;
        long patients = 0;
        long ofPatients = 0;
        Map<String, Integer> members = new HashMap<>();
        Map<String, Integer> membersBehind = new HashMap<>();
        for (Practice practice : constituents) {
            boolean stands = behind.contains(practice.code());
            int list = practice.patients() == null ? 0 : practice.patients();
            practices += stands ? 1 : 0;
            patients += stands ? list : 0;
            ofPatients += list;
            String pcn = practice.pcn();
            if (pcn != null) {
                members.merge(pcn, 1, Integer::sum);
                membersBehind.merge(pcn, stands ? 1 : 0, Integer::sum);
            }
        }
        long pcns = members.entrySet().stream()
                .filter(network -> membersBehind.getOrDefault(network.getKey(), 0) * 2 > network.getValue())
                .count();
        return new Support(
                practices,
                constituents.size(),
                share(practices, constituents.size()),
                patients,
                ofPatients,
                share(patients, ofPatients),
                pcns,
                members.size(),
                share(pcns, members.size()));
    }

    /** Whether anybody stands behind. */
    @JsonIgnore
    boolean isAny() {
        return practices > 0;
    }

    /** Whether it is enough, by every share that the constitution asks for. */
    boolean reaches(Collection<StandingShare> shares) {
        return shares.stream().allMatch(share -> {
            var threshold = new Threshold(Fraction.parse(share.atLeast()), share.strict());
            return switch (share.of()) {
                case "practices" -> threshold.isReachedBy(Fraction.of(practices), Fraction.of(ofPractices));
                case "patients" -> threshold.isReachedBy(Fraction.of(patients), Fraction.of(ofPatients));
                case "pcns" -> threshold.isReachedBy(Fraction.of(pcns), Fraction.of(ofPcns));
                default -> throw new IllegalStateException("no share of " + share.of());
            };
        });
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "0" : Fraction.of(part, whole).toString();
    }

    /** The practices that give, in these positions. */
    static Set<String> givers(List<Position> positions) {
        return positions.stream()
                .filter(Position::isGiven)
                .map(Position::practice)
                .collect(Collectors.toSet());
    }
}
