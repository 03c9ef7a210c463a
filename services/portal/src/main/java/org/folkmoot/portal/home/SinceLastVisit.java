package org.folkmoot.portal.home;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.directory.Change;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.service.Registry.Member;
import org.folkmoot.portal.service.Registry.Pcn;
import org.folkmoot.portal.session.VisitNotes.Past;

/**
 * Who has joined and who has left a network since somebody last looked: the difference of what they saw then and what they
 * see now, whenever it came about in the world.
 *
 * @param day when they last looked
 */
public record SinceLastVisit(LocalDate day, List<Line> lines) {

    /**
     * One practice.
     *
     * @param words what became of it: goes on from its name
     */
    public record Line(String practice, String who, String words) {}

    public SinceLastVisit {
        lines = List.copyOf(lines);
    }

    /** Empty when they have not looked at this network before. */
    static Optional<SinceLastVisit> of(Optional<Past> past, Pcn now, List<Change> changes) {
        return past.flatMap(visit -> {
            Seen then = Seen.of(visit.seen());
            return then.pcn().equals(now.code())
                    ? Optional.of(new SinceLastVisit(
                            LondonTime.dateOf(visit.at()),
                            Stream.concat(joiners(then, now), leavers(then, now, changes))
                                    .toList()))
                    : Optional.empty();
        });
    }

    private static Stream<Line> joiners(Seen then, Pcn now) {
        return now.members().stream()
                .filter(member -> !then.practices().contains(member.code()))
                .map(member -> new Line(
                        member.code(),
                        member.name() == null ? member.code() : member.name(),
                        "joined on " + Words.words(member.since())));
    }

    private static Stream<Line> leavers(Seen then, Pcn now, List<Change> changes) {
        List<String> there = now.members().stream().map(Member::code).toList();
        return then.practices().stream()
                .filter(code -> !there.contains(code))
                .sorted()
                .map(code -> changes.stream()
                        .filter(change -> change.practice().equals(code) && !change.joined())
                        .findFirst()
                        .map(change -> new Line(code, change.who(), change.words()))
                        // A membership that the directory has taken back was never one: it has no last day.
                        .orElseGet(() -> new Line(code, code, "is no longer in it")));
    }
}
