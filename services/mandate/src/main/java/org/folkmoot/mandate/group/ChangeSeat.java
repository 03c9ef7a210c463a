package org.folkmoot.mandate.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.mandate.MandateProblem;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Seats are filled and fall vacant. */
@ApplicationScoped
class ChangeSeat {

    private final Groups groups;
    private final Elections elections;
    private final Chronicle chronicle;
    private final Clock clock;

    ChangeSeat(Groups groups, Elections elections, Chronicle chronicle, Clock clock) {
        this.groups = groups;
        this.elections = elections;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Somebody takes a seat of the constitution in force. */
    @Transactional
    Result<TermView> fill(UUID id, String key, @Nullable String ifMatch, TermRequest term) {
        Optional<LeadershipGroup> group = groups.findByIdOptional(id);
        if (group.isEmpty()) {
            return Result.absent();
        }
        Optional<Problem> refusal = EntityTag.of(group.get().version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        Optional<SeatRule> seat = groups.inForce(id, LondonTime.today(clock))
                .flatMap(constitution -> constitution.charter().seat(key));
        if (seat.isEmpty()) {
            return Result.refused(
                    MandateProblem.SEAT_NOT_FREE, "The constitution in force has no seat with the key " + key + ".");
        }
        Optional<Problem> wrong = objection(term, seat.get());
        if (wrong.isPresent()) {
            return new Result.Refused<>(wrong.get());
        }
        UUID ballot = term.ballot();
        if (ballot != null && !elections.elected(ballot, id, key, term.holder())) {
            return Result.refused(
                    MandateProblem.NOT_ELECTED, "Ballot " + ballot + " did not elect this person to this seat.");
        }
        groups.forChange(id);
        if (ballot != null && groups.terms(id).stream().anyMatch(other -> other.isOf(ballot, term.holder()))) {
            return Result.refused(
                    MandateProblem.NOT_ELECTED, "Ballot " + ballot + " gave this person one seat, and that was taken.");
        }
        boolean taken = groups.terms(id).stream()
                .anyMatch(other -> other.seat().equals(key)
                        && !other.fromDay().isAfter(term.until())
                        && !other.lastDay().isBefore(term.from()));
        if (taken) {
            return Result.refused(MandateProblem.SEAT_NOT_FREE, "Somebody holds this seat on one of these days.");
        }
        var held = new SeatTerm(Uuid7.next(), id, key, term);
        groups.add(held);
        groups.flush();
        chronicle.wrote("filled", "seat", id + "/" + key, term.cameBy());
        chronicle.announce(
                "seat",
                id + "/" + key,
                "filled",
                new SeatFilled(
                        id,
                        key,
                        seat.get().kind().slug(),
                        term.cameBy(),
                        ballot,
                        term.organisation() == null ? null : term.organisation().code(),
                        term.from(),
                        term.until()));
        return held.done();
    }

    /** The holder of a seat leaves before the end of their term. */
    @Transactional
    Result<TermView> vacate(UUID id, UUID termId, @Nullable String ifMatch, VacancyRequest vacancy) {
        Optional<SeatTerm> found = groups.term(id, termId);
        if (found.isEmpty()) {
            return Result.absent();
        }
        SeatTerm term = found.get();
        Optional<Problem> refusal = EntityTag.of(term.version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        LocalDate on = vacancy.on();
        if (term.isVacated() || on.isBefore(term.fromDay()) || on.isAfter(term.lastDay())) {
            return Result.refused(MandateProblem.SEAT_NOT_HELD, "This term does not run on that day.");
        }
        groups.forChange(id);
        term.vacate(on, vacancy.reason().strip());
        groups.flush();
        chronicle.wrote("vacated", "seat", id + "/" + term.seat(), vacancy.reason());
        chronicle.announce("seat", id + "/" + term.seat(), "vacated", new SeatVacated(id, term.seat(), on));
        return term.done();
    }

    private static Optional<Problem> objection(TermRequest term, SeatRule seat) {
        boolean fits = switch (term.cameBy()) {
            case "elected" -> term.ballot() != null && term.organisation() == null;
            case "appointed" -> term.organisation() != null && term.ballot() == null;
            default -> term.ballot() == null && term.organisation() == null;
        };
        if (!fits) {
            return Optional.of(Problem.of(CommonProblem.INVALID_REQUEST)
                    .withError("#/cameBy", "elected names a ballot, appointed an organisation, ex-officio neither"));
        }
        if (term.until().isBefore(term.from())
                || term.until().isAfter(term.from().plusMonths(seat.termMonths()))) {
            return Optional.of(Problem.of(CommonProblem.INVALID_REQUEST)
                    .withError("#/until", "must be within " + seat.termMonths() + " months of the first day"));
        }
        return Optional.empty();
    }
}
