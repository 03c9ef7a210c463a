package org.folkmoot.executive.bulletin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.executive.ExecutiveProblem;
import org.folkmoot.executive.power.Groups;
import org.folkmoot.executive.practice.Practices;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** Bulletins are drafted and published. */
@ApplicationScoped
class ChangeBulletin {

    private static final int YEARS_AHEAD = 1;

    private final Bulletins bulletins;
    private final Practices practices;
    private final Groups groups;
    private final Chronicle chronicle;
    private final Clock clock;

    ChangeBulletin(Bulletins bulletins, Practices practices, Groups groups, Chronicle chronicle, Clock clock) {
        this.bulletins = bulletins;
        this.practices = practices;
        this.groups = groups;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @Transactional
    Result<BulletinView> draft(UUID group, BulletinRequest request, Person by) {
        if (!groups.isKnown(group)) {
            return Result.absent();
        }
        Optional<Problem> wrong = objection(request);
        if (wrong.isPresent()) {
            return new Result.Refused<>(wrong.get());
        }
        var bulletin = new Bulletin(Uuid7.next(), group, request, by, clock.instant());
        bulletins.persist(bulletin);
        chronicle.wrote("drafted", "bulletin", bulletin.id(), null);
        return done(bulletin);
    }

    @Transactional
    Result<BulletinView> rewrite(UUID id, @Nullable String ifMatch, BulletinRequest request, Person by) {
        return change(id, ifMatch, bulletin -> {
            Optional<Problem> wrong = objection(request);
            if (wrong.isPresent()) {
                return new Result.Refused<>(wrong.get());
            }
            bulletin.rewrite(request, by, clock.instant());
            chronicle.wrote("rewritten", "bulletin", id, null);
            return done(bulletin);
        });
    }

    /** Publishes it to the practices that its audience means now. */
    @Transactional
    Result<BulletinView> publish(UUID id, @Nullable String ifMatch, Person by) {
        return change(id, ifMatch, bulletin -> {
            Optional<LocalDate> until = bulletin.question().map(Question::until);
            if (until.filter(LondonTime.today(clock)::isAfter).isPresent()) {
                return Result.refused(
                        ExecutiveProblem.BULLETIN_NOT_IN_STATE, "The last day on which can be answered is over.");
            }
            List<String> audience = practices.of(bulletin.audience());
            if (audience.isEmpty()) {
                return Result.refused(ExecutiveProblem.AUDIENCE_EMPTY, "No open practice is in the audience.");
            }
            bulletin.publish(by, clock.instant());
            bulletins.flush();
            bulletins.address(bulletin, audience);
            chronicle.wrote("published", "bulletin", id, "to " + audience.size() + " practices");
            chronicle.announce(
                    "bulletin",
                    id.toString(),
                    "published",
                    new BulletinPublished(
                            id,
                            bulletin.groupId(),
                            bulletin.title(),
                            audience.size(),
                            bulletin.question().isPresent()));
            return done(bulletin);
        });
    }

    private Optional<Problem> objection(BulletinRequest request) {
        if (!request.audience().makesSense()) {
            return wrong("#/audience/codes", "must be none for the whole ICS, and at least one otherwise");
        }
        Question question = request.question();
        if (question == null) {
            return Optional.empty();
        }
        LocalDate today = LondonTime.today(clock);
        if (question.until().isBefore(today) || question.until().isAfter(today.plusYears(YEARS_AHEAD))) {
            return wrong("#/question/until", "must lie ahead, within a year");
        }
        int options = question.options().size();
        return options == 1 || new HashSet<>(question.options()).size() < options
                ? wrong("#/question/options", "must be none, or at least two that differ")
                : Optional.empty();
    }

    private Result<BulletinView> change(
            UUID id, @Nullable String ifMatch, Function<Bulletin, Result<BulletinView>> change) {
        Optional<Bulletin> held = bulletins.held(id);
        if (held.isEmpty()) {
            return Result.absent();
        }
        Bulletin bulletin = held.get();
        Optional<Problem> refusal = EntityTag.of(bulletin.version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        return bulletin.isPublished()
                ? Result.refused(ExecutiveProblem.BULLETIN_NOT_IN_STATE, "What was published never changes.")
                : change.apply(bulletin);
    }

    private Result<BulletinView> done(Bulletin bulletin) {
        bulletins.flush();
        return new Result.Done<>(
                bulletin.view(bulletins.reached(List.of(bulletin.id())).get(bulletin.id())), bulletin.version());
    }

    private static Optional<Problem> wrong(String pointer, String sentence) {
        return Optional.of(Problem.of(CommonProblem.INVALID_REQUEST).withError(pointer, sentence));
    }
}
