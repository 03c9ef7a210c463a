package org.folkmoot.registry.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.folkmoot.registry.body.Organisation.Kind;
import org.folkmoot.registry.link.Link;
import org.folkmoot.registry.link.LinkKind;

/** The rule by which links say how a practice is organised. Pure: the same links in any order say the same. */
final class ModelRule {

    /** Who runs a practice: these decide before memberships do. */
    private static final Set<LinkKind> RUN = Set.of(LinkKind.EMPLOYER, LinkKind.CONTRACT_HOLDER, LinkKind.OWNER);

    private static final Comparator<Link> IN_ORDER = Comparator.comparing(Link::kind)
            .thenComparing(link -> link.other().id())
            .thenComparing(Link::from)
            .thenComparing(Link::id);

    /**
     * What the rule says.
     *
     * @param because the links that decided, the practice's own first; none where nothing is recorded
     */
    record Derived(OperatingModel model, List<Link> because) {}

    private final String practice;
    private final List<Link> links;

    /** The rule for a practice. The links may be more than its own: those of whoever stands behind it are needed. */
    ModelRule(String practice, List<Link> links) {
        this.practice = practice;
        this.links = links.stream().sorted(IN_ORDER).toList();
    }

    /** How the practice is organised on that day. */
    Derived on(LocalDate day) {
        List<Link> held = links.stream().filter(link -> link.holdsOn(day)).toList();
        List<Link> own = held.stream()
                .filter(link -> link.organisation().id().equals(practice))
                .toList();
        List<Link> running =
                own.stream().filter(link -> RUN.contains(link.kind())).toList();
        return Stream.of(
                        decided(OperatingModel.TRUST_EMPLOYED, running, by(Kind.TRUST)),
                        running.stream()
                                .flatMap(link -> towardsTrust(link, held).stream())
                                .findFirst()
                                .map(chain -> new Derived(OperatingModel.TRUST_SUBSIDIARY, chain)),
                        decided(
                                OperatingModel.SUPERPARTNERSHIP,
                                own,
                                link -> link.kind() == LinkKind.SUPERPARTNERSHIP_MEMBER
                                        || (RUN.contains(link.kind())
                                                && by(Kind.SUPERPARTNERSHIP).test(link))),
                        decided(OperatingModel.CORPORATE_PROVIDER, running, by(Kind.COMPANY)),
                        decided(OperatingModel.FEDERATION_RUN, running, by(Kind.FEDERATION)),
                        decided(
                                OperatingModel.OTHER_PROVIDER,
                                running,
                                by(Kind.PARTNERSHIP, Kind.INCORPORATED_PARTNERSHIP, Kind.PRACTICE)
                                        .negate()),
                        decided(OperatingModel.INCORPORATED_COMPANY, running, by(Kind.INCORPORATED_PARTNERSHIP)),
                        decided(
                                OperatingModel.FEDERATION_MEMBER,
                                own,
                                link -> link.kind() == LinkKind.FEDERATION_MEMBER),
                        decided(OperatingModel.INDEPENDENT_PARTNERSHIP, running, link -> true))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new Derived(OperatingModel.NOT_RECORDED, List.of()));
    }

    /** From the first day on which a link holds, without gaps; neighbours differ. Empty where there is no link. */
    List<ModelPeriod> timeline() {
        var turns = new TreeSet<LocalDate>();
        for (Link link : links) {
            turns.add(link.from());
            LocalDate until = link.until();
            if (until != null) {
                turns.add(until.plusDays(1));
            }
        }
        var periods = new ArrayList<ModelPeriod>();
        for (LocalDate turn : turns) {
            OperatingModel model = on(turn).model();
            ModelPeriod last = periods.isEmpty() ? null : periods.getLast();
            if (last == null ? model == OperatingModel.NOT_RECORDED : model == last.model()) {
                continue;
            }
            if (last != null) {
                periods.set(periods.size() - 1, new ModelPeriod(last.model(), last.from(), turn.minusDays(1)));
            }
            periods.add(new ModelPeriod(model, turn, null));
        }
        return periods;
    }

    /** Where two recorded periods differ, each with the day on which the later one begins. */
    static List<Turn> turns(List<ModelPeriod> timeline) {
        List<ModelPeriod> recorded = timeline.stream()
                .filter(period -> period.model() != OperatingModel.NOT_RECORDED)
                .toList();
        var turns = new ArrayList<Turn>();
        for (int i = 1; i < recorded.size(); i++) {
            ModelPeriod before = recorded.get(i - 1);
            ModelPeriod after = recorded.get(i);
            if (before.model() != after.model()) {
                turns.add(new Turn(after.from(), before.model(), after.model()));
            }
        }
        return turns;
    }

    /** A change of model. */
    record Turn(LocalDate on, OperatingModel from, OperatingModel to) {}

    private static Optional<Derived> decided(OperatingModel model, List<Link> among, Predicate<Link> deciding) {
        List<Link> because = among.stream().filter(deciding).toList();
        return because.isEmpty() ? Optional.empty() : Optional.of(new Derived(model, because));
    }

    private static Predicate<Link> by(Kind... kinds) {
        return link -> Arrays.asList(kinds).contains(link.other().kind());
    }

    /** The links from the practice to a trust, through whoever belongs to whom; a circle leads nowhere. */
    private static Optional<List<Link>> towardsTrust(Link first, List<Link> held) {
        return towardsTrust(first, held, new HashSet<>());
    }

    private static Optional<List<Link>> towardsTrust(Link step, List<Link> held, Set<String> seen) {
        if (step.other().kind() == Kind.TRUST) {
            return Optional.of(List.of(step));
        }
        if (!seen.add(step.other().id())) {
            return Optional.empty();
        }
        for (Link next : held) {
            if (next.kind().isOwnership()
                    && next.organisation().id().equals(step.other().id())) {
                Optional<List<Link>> rest = towardsTrust(next, held, seen);
                if (rest.isPresent()) {
                    var chain = new ArrayList<Link>();
                    chain.add(step);
                    chain.addAll(rest.get());
                    return Optional.of(chain);
                }
            }
        }
        return Optional.empty();
    }
}
