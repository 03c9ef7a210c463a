package org.folkmoot.registry.ics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.registry.directory.IcsPractice;
import org.folkmoot.registry.directory.IcsPractices;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;

/**
 * How far a person reaches among the practices of their ICS. Some roles reach all of them; which, each use case says. A
 * practice's voter reaches the practices for which they speak, and, where a use case says so, a network's clinical director
 * those of the network.
 */
@ApplicationScoped
public class Reach {

    private final Caller caller;
    private final IcsPractices practices;
    private final Clock clock;

    Reach(Caller caller, IcsPractices practices, Clock clock) {
        this.caller = caller;
        this.practices = practices;
        this.clock = clock;
    }

    /** Whether the person has one of the roles that reach every practice. */
    public boolean isEverywhere(String... roles) {
        return Arrays.stream(roles).anyMatch(caller.roles()::contains);
    }

    /** Whether the person speaks for the practice, or has one of the roles that reach every practice. */
    public boolean covers(OdsCode practice, String... everywhere) {
        return isEverywhere(everywhere)
                || (caller.roles().contains(Roles.PRACTICE_VOTER) && caller.speaksFor(practice));
    }

    /** The answer to whoever does not reach the practice: 403. */
    public Optional<Problem> refusal(OdsCode practice, String... everywhere) {
        return covers(practice, everywhere)
                ? Optional.empty()
                : Optional.of(Problem.of(CommonProblem.FORBIDDEN).withDetail("You do not speak for " + practice + "."));
    }

    /** The codes of the practices for which the person speaks; none for whoever is no practice's voter. */
    public List<String> own() {
        return caller.roles().contains(Roles.PRACTICE_VOTER)
                ? caller.organisations().stream().map(OdsCode::code).toList()
                : List.of();
    }

    /** {@link #own()}, and those that are today in a network for which the person speaks as its clinical director. */
    public List<String> ownAndOfOwnNetworks() {
        if (!caller.roles().contains(Roles.PCN_CLINICAL_DIRECTOR)) {
            return own();
        }
        Set<String> spokenFor =
                caller.organisations().stream().map(OdsCode::code).collect(Collectors.toSet());
        return Stream.concat(
                        own().stream(),
                        practices.on(LondonTime.today(clock)).stream()
                                .filter(practice -> practice.pcn() != null && spokenFor.contains(practice.pcn()))
                                .map(IcsPractice::code))
                .toList();
    }
}
