package org.folkmoot.executive.bulletin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.folkmoot.events.Chronicle;
import org.folkmoot.executive.ExecutiveProblem;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Person;

/** Practices take notice of bulletins: each by somebody who speaks for it. */
@ApplicationScoped
class TakeNotice {

    private static final int MOST = 500;

    private final Bulletins bulletins;
    private final Chronicle chronicle;
    private final Caller caller;
    private final Clock clock;

    TakeNotice(Bulletins bulletins, Chronicle chronicle, Caller caller, Clock clock) {
        this.bulletins = bulletins;
        this.chronicle = chronicle;
        this.caller = caller;
        this.clock = clock;
    }

    /** What was published to the practices for which the caller speaks; with that it is delivered to them. */
    @Transactional
    List<MyBulletinView> ofCaller() {
        Set<String> practices =
                caller.organisations().stream().map(OdsCode::code).collect(Collectors.toSet());
        bulletins.delivered(practices, clock.instant());
        return bulletins.of(practices, LondonTime.today(clock), MOST);
    }

    @Transactional
    Result<RecipientView> read(UUID id, OdsCode practice) {
        return notice(id, practice, bulletin -> {
            bulletins.read(id, practice.code(), clock.instant());
            return done(id, practice);
        });
    }

    @Transactional
    Result<RecipientView> acknowledge(UUID id, OdsCode practice) {
        return notice(id, practice, bulletin -> {
            bulletins.read(id, practice.code(), clock.instant());
            if (bulletins.acknowledge(id, practice.code(), Person.of(caller), clock.instant())) {
                chronicle.wrote("acknowledged", "bulletin", id, practice.code());
                chronicle.announce(
                        "bulletin",
                        id.toString(),
                        "acknowledged",
                        new BulletinAcknowledged(id, bulletin.groupId(), practice.code()));
            }
            return done(id, practice);
        });
    }

    @Transactional
    Result<RecipientView> answer(UUID id, OdsCode practice, String answer) {
        return notice(id, practice, bulletin -> {
            Optional<Question> question = bulletin.question();
            if (question.isEmpty()
                    || LondonTime.today(clock).isAfter(question.get().until())) {
                return Result.refused(
                        ExecutiveProblem.BULLETIN_NOT_IN_STATE,
                        "A question is answered until its last day, and not every bulletin asks one.");
            }
            if (!question.get().admits(answer)) {
                return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST)
                        .withError("#/answer", "must be one of the question's options"));
            }
            bulletins.read(id, practice.code(), clock.instant());
            bulletins.answer(id, practice.code(), answer, Person.of(caller), clock.instant());
            chronicle.wrote("answered", "bulletin", id, practice.code());
            return done(id, practice);
        });
    }

    private Result<RecipientView> notice(UUID id, OdsCode practice, Function<Bulletin, Result<RecipientView>> notice) {
        Optional<Bulletin> found = bulletins.findByIdOptional(id).filter(Bulletin::isPublished);
        if (found.isEmpty()) {
            return Result.absent();
        }
        if (!caller.speaksFor(practice)) {
            return Result.refused(CommonProblem.FORBIDDEN, "You do not speak for " + practice + ".");
        }
        return bulletins.isFor(id, practice.code()) ? notice.apply(found.get()) : Result.absent();
    }

    private Result<RecipientView> done(UUID id, OdsCode practice) {
        return new Result.Done<>(bulletins.recipient(id, practice.code()), 0);
    }
}
