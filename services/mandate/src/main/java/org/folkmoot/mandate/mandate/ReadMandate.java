package org.folkmoot.mandate.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.folkmoot.http.Result;
import org.folkmoot.mandate.electorate.Practice;
import org.folkmoot.mandate.electorate.Practices;
import org.folkmoot.mandate.group.Charter;
import org.folkmoot.mandate.group.GroupOnDay;
import org.folkmoot.mandate.group.Groups;
import org.folkmoot.nhs.LondonTime;
import org.jspecify.annotations.Nullable;

/** Mandates as they are seen, and the standing that follows from them. */
@ApplicationScoped
class ReadMandate {

    private final Mandates mandates;
    private final Positions positions;
    private final Groups groups;
    private final Practices practices;
    private final Clock clock;

    ReadMandate(Mandates mandates, Positions positions, Groups groups, Practices practices, Clock clock) {
        this.mandates = mandates;
        this.positions = positions;
        this.groups = groups;
        this.practices = practices;
        this.clock = clock;
    }

    @Transactional
    Optional<Result.Done<MandateView>> one(UUID id) {
        return mandates.findByIdOptional(id).map(mandate -> new Result.Done<>(view(mandate), mandate.version()));
    }

    @Transactional
    List<MandateView> page(UUID group, @Nullable UUID after, int most) {
        groups.require(group);
        return mandates.page(group, after, most).stream().map(this::view).toList();
    }

    @Transactional
    Optional<List<Position>> positions(UUID id, LocalDate day) {
        return mandates.findByIdOptional(id).map(mandate -> positions.at(id, endOf(day)));
    }

    /** The standing on a day, among the constituents that the registry's copy has now. */
    @Transactional
    Optional<Standing> standing(UUID group, LocalDate day) {
        return groups.onDay(group, day).map(found -> standing(found, day, endOf(day)));
    }

    Standing standing(GroupOnDay group, LocalDate day, Instant moment) {
        List<Practice> constituents = practices.constituents(group.footprint());
        List<Standing.InForce> inForce = mandates.inForce(group.id(), moment).stream()
                .map(mandate -> new Standing.InForce(
                        mandate.id(),
                        mandate.title(),
                        mandate.untilDay(),
                        Support.of(constituents, Support.givers(positions.at(mandate.id(), moment)))))
                .toList();
        Charter charter = group.charter();
        // Minorities behind different mandates make no majority behind any.
        Predicate<Support> enough = support -> charter != null && support.reaches(charter.standing());
        Support best = inForce.stream()
                .map(Standing.InForce::support)
                .max(Comparator.comparing(enough::test)
                        .thenComparingLong(Support::practices)
                        .thenComparingLong(Support::patients))
                .orElseGet(() -> Support.of(constituents, Set.of()));
        String standing = !best.isAny() ? Standing.ADVISORY : enough.test(best) ? Standing.MANDATED : Standing.PARTLY;
        return new Standing(group.id(), standing, day, best, inForce);
    }

    private MandateView view(Mandate mandate) {
        Instant now = clock.instant();
        return MandateView.of(mandate, positions.at(mandate.id(), now), now);
    }

    /** The last moment of a past day, and now on the present one or later. */
    private Instant endOf(LocalDate day) {
        Instant now = clock.instant();
        Instant end = LondonTime.endOf(day).minusNanos(1000);
        return end.isBefore(now) ? end : now;
    }
}
