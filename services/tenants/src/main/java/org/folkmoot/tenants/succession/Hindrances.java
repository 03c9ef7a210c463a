package org.folkmoot.tenants.succession;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenants.ics.IcsLife;
import org.folkmoot.tenants.ics.IcsUpkeep;

/** Says what stands in the way of a plan, as things are now. In the transaction at hand. */
@ApplicationScoped
class Hindrances {

    private final IcsUpkeep ics;
    private final Holdings holdings;
    private final Counts counts;

    Hindrances(IcsUpkeep ics, Holdings holdings, Counts counts) {
        this.ics = ics;
        this.holdings = holdings;
        this.counts = counts;
    }

    List<Hindrance> of(Succession plan, Instant now) {
        List<Hindrance> found = new ArrayList<>();
        if (!now.isBefore(plan.cutOver())) {
            found.add(new Hindrance(
                    Hindrance.Kind.CUT_OVER_PASSED, "The instant of its cut-over has passed.", List.of()));
        }
        notActive(
                plan,
                Move::from,
                Hindrance.Kind.PREDECESSOR_NOT_ACTIVE,
                "A predecessor has to be active, so that what it has can be counted and handed over.",
                found);
        notActive(
                plan,
                Move::to,
                Hindrance.Kind.SUCCESSOR_NOT_ACTIVE,
                "A successor has to be active, so that it can take anything. Onboard or resume it.",
                found);
        about(
                holdings.claimedByOthers(plan.id(), plan.practices()),
                Hindrance.Kind.PRACTICE_CLAIMED,
                "Another agreed plan names these practices. Cancel one of the two.",
                found);
        List<Counted> counted = counts.of(plan.id());
        about(
                uncounted(plan, counted),
                Hindrance.Kind.NOT_COUNTED_YET,
                "It is not known yet what these have: a service has still to hear of the plan, and count.",
                found);
        about(
                counted.stream().flatMap(answer -> answer.notItsOwn().stream()).toList(),
                Hindrance.Kind.PRACTICE_NOT_ITS_OWN,
                "These never were practices of the ICS that is to give them. Draw up another plan.",
                found);
        return found;
    }

    private static List<String> uncounted(Succession plan, List<Counted> counted) {
        return plan.moves().stream()
                .map(Move::predecessor)
                .distinct()
                .filter(predecessor -> !Counts.SERVICES.stream()
                        .allMatch(service -> counted.stream()
                                .anyMatch(answer -> answer.service().equals(service)
                                        && answer.predecessor().equals(predecessor))))
                .sorted()
                .toList();
    }

    private void notActive(
            Succession plan, Function<Move, Tenant> side, Hindrance.Kind kind, String detail, List<Hindrance> found) {
        about(
                plan.moves().stream()
                        .map(side)
                        .distinct()
                        .filter(tenant -> !isActive(tenant))
                        .map(Tenant::id)
                        .sorted()
                        .toList(),
                kind,
                detail,
                found);
    }

    private static void about(List<String> those, Hindrance.Kind kind, String detail, List<Hindrance> found) {
        if (!those.isEmpty()) {
            found.add(new Hindrance(kind, detail, those));
        }
    }

    private boolean isActive(Tenant tenant) {
        return ics.lifeOf(tenant).filter(IcsLife.Active.class::isInstance).isPresent();
    }
}
