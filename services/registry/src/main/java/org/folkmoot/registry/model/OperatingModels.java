package org.folkmoot.registry.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.folkmoot.registry.body.Organisation;
import org.folkmoot.registry.directory.IcsPractices;
import org.folkmoot.registry.link.KnownAt;
import org.folkmoot.registry.link.Link;
import org.folkmoot.registry.link.LinkKind;
import org.folkmoot.registry.link.Links;
import org.jspecify.annotations.Nullable;

/** How the practices of the ICS are and were organised. In the caller's transaction, which is the ICS's. */
@ApplicationScoped
public class OperatingModels {

    private final Links links;
    private final IcsPractices practices;

    OperatingModels(Links links, IcsPractices practices) {
        this.links = links;
        this.practices = practices;
    }

    /** The model of a practice on a day, by what is known now. */
    public OperatingModel on(String practice, LocalDate day) {
        return new ModelRule(practice, links.behind(practice, null)).on(day).model();
    }

    /** The models of a practice, from its first link on, by what is known now. */
    public List<ModelPeriod> timeline(String practice) {
        return timeline(practice, null);
    }

    /** {@link #timeline(String)}, by what was known at that time. */
    List<ModelPeriod> timeline(String practice, @Nullable KnownAt at) {
        return new ModelRule(practice, links.behind(practice, at)).timeline();
    }

    /** {@link #timeline(String)} of every practice that has links, in one statement. */
    public SortedMap<String, List<ModelPeriod>> timelines() {
        return timelines(new Ties(links.known(null)));
    }

    /** Which practices changed their model in a time: the day of the change is within it. By day and practice. */
    public List<ModelChange> changes(LocalDate since, LocalDate until) {
        var ties = new Ties(links.known(null));
        Map<String, String> names = ties.practices();
        var changes = new ArrayList<ModelChange>();
        timelines(ties)
                .forEach((practice, timeline) -> ModelRule.turns(timeline).stream()
                        .filter(turn -> !turn.on().isBefore(since) && !turn.on().isAfter(until))
                        .map(turn -> new ModelChange(
                                practice, names.getOrDefault(practice, practice), turn.on(), turn.from(), turn.to()))
                        .forEach(changes::add));
        changes.sort(Comparator.comparing(ModelChange::on).thenComparing(ModelChange::practice));
        return changes;
    }

    /** The practices of the ICS on a day, each with its model, by their codes. */
    List<ModelledPractice> all(LocalDate day, @Nullable KnownAt at) {
        var ties = new Ties(links.known(at));
        return practices.on(day).stream()
                .map(practice -> new ModelledPractice(
                        practice.code(),
                        practice.name(),
                        practice.subIcb(),
                        practice.pcn(),
                        practice.pcnName(),
                        practice.patients(),
                        ties.rule(practice.code()).on(day).model()))
                .toList();
    }

    /** Who stands behind a practice on a day. */
    PracticeModel of(Organisation practice, LocalDate day, @Nullable KnownAt at) {
        ModelRule.Derived derived = new ModelRule(practice.id(), links.behind(practice.id(), at)).on(day);
        List<Link> held = links.of(practice.id(), day, at);
        return new PracticeModel(
                practice,
                day,
                derived.model(),
                derived.because(),
                others(practice, held, LinkKind.EMPLOYER),
                others(practice, held, LinkKind.CONTRACT_HOLDER),
                others(practice, held, LinkKind.OWNER),
                others(practice, held, LinkKind.BUDGET_HOLDER),
                others(practice, held, LinkKind.FEDERATION_MEMBER, LinkKind.SUPERPARTNERSHIP_MEMBER),
                held);
    }

    private static List<Organisation> others(Organisation practice, List<Link> held, LinkKind... kinds) {
        return held.stream()
                .filter(link -> link.organisation().id().equals(practice.id()))
                .filter(link -> Arrays.asList(kinds).contains(link.kind()))
                .map(Link::other)
                .distinct()
                .toList();
    }

    private static SortedMap<String, List<ModelPeriod>> timelines(Ties ties) {
        var timelines = new TreeMap<String, List<ModelPeriod>>();
        ties.practices()
                .keySet()
                .forEach(practice -> timelines.put(practice, ties.rule(practice).timeline()));
        return timelines;
    }
}
