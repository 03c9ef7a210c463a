package org.folkmoot.portal.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.folkmoot.portal.frame.TimeLeft;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.home.VoiceView.Closing;
import org.folkmoot.portal.home.VoiceView.Line;
import org.folkmoot.portal.service.Ballots;
import org.folkmoot.portal.service.Ballots.VoteToCast;
import org.folkmoot.portal.service.Readings;
import org.folkmoot.portal.service.Readings.ToAnswer;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;

/** What waits for one person: votes that they may cast, by proxy too, and answers that they may give. */
@ApplicationScoped
class Waits {

    private final Ballots ballots;
    private final Readings readings;
    private final Clock clock;

    Waits(Ballots ballots, Readings readings, Clock clock) {
        this.ballots = ballots;
        this.readings = readings;
        this.clock = clock;
    }

    /** Ballots in which the person has a vote to cast, the one that closes soonest first. */
    Reply<List<Closing>> votes(Visit visit) {
        return ballots.toCast(visit).map(votes -> {
            var byBallot = new LinkedHashMap<UUID, List<VoteToCast>>();
            votes.stream()
                    .filter(VoteToCast::waits)
                    .forEach(vote -> byBallot.computeIfAbsent(vote.ballot(), ballot -> new ArrayList<>())
                            .add(vote));
            Instant now = clock.instant();
            return byBallot.values().stream()
                    .map(waiting -> closing(visit, waiting, now))
                    .toList();
        });
    }

    private static Closing closing(Visit visit, List<VoteToCast> waiting, Instant now) {
        VoteToCast first = waiting.getFirst();
        return new Closing(
                visit.base() + "/ballots/" + first.ballot() + (first.casting() ? "/casting-vote/" : "/vote/"),
                first.title(),
                TimeLeft.words(now, first.closesAt()),
                waiting.stream().map(VoteToCast::words).toList());
    }

    /** Readings that a practice of the person's has not answered. */
    Reply<List<Line>> answers(Visit visit) {
        return readings.mine(visit).map(asked -> {
            var byReading = new LinkedHashMap<UUID, List<ToAnswer>>();
            asked.stream()
                    .filter(each -> each.answer() == null)
                    .forEach(each -> byReading
                            .computeIfAbsent(each.reading(), reading -> new ArrayList<>())
                            .add(each));
            return byReading.values().stream()
                    .map(missing -> answer(visit, missing))
                    .toList();
        });
    }

    private static Line answer(Visit visit, List<ToAnswer> missing) {
        ToAnswer first = missing.getFirst();
        return new Line(
                visit.base() + "/readings/" + first.reading() + "/answer/",
                first.statement(),
                "%s not answered yet; until %s."
                        .formatted(
                                missing.size() == 1
                                        ? first.name() + " has"
                                        : Words.counted(missing.size(), "practice", "practices") + " have",
                                Words.words(first.closesOn())));
    }
}
