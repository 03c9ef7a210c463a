package org.folkmoot.executive.representation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.executive.ExecutiveProblem;
import org.folkmoot.executive.chain.Chain;
import org.folkmoot.executive.power.Condition;
import org.folkmoot.executive.power.Freshness;
import org.folkmoot.executive.power.KnownPower;
import org.folkmoot.executive.power.MandateFreshness;
import org.folkmoot.executive.power.Mandates;
import org.folkmoot.executive.power.Unmet;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.DatabaseClock;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** Representatives are named under a mandate, and recalled. */
@ApplicationScoped
class NameRepresentative {

    private static final int LONGEST_YEARS = 5;
    private static final String NODE = "representative";

    private final SystemMeetings meetings;
    private final Representatives representatives;
    private final ReadSittings read;
    private final Mandates mandates;
    private final MandateFreshness freshness;
    private final Chain chain;
    private final Chronicle chronicle;
    private final DatabaseClock time;

    NameRepresentative(
            SystemMeetings meetings,
            Representatives representatives,
            ReadSittings read,
            Mandates mandates,
            MandateFreshness freshness,
            Chain chain,
            Chronicle chronicle,
            DatabaseClock time) {
        this.meetings = meetings;
        this.representatives = representatives;
        this.read = read;
        this.mandates = mandates;
        this.freshness = freshness;
        this.chain = chain;
        this.chronicle = chronicle;
        this.time = time;
    }

    @Transactional
    Result<RepresentativeView> name(UUID meetingId, RepresentativeRequest request, Person by) {
        // Waited for before anything is held.
        Freshness fresh = freshness.of(request.mandate());
        Optional<SystemMeeting> held = meetings.held(meetingId);
        if (held.isEmpty()) {
            return Result.absent();
        }
        SystemMeeting meeting = held.get();
        Instant now = time.now();
        if (request.seat() > meeting.seats().size()) {
            return invalid("#/seat", "must be the number of one of the meeting's seats");
        }
        LocalDate until = request.until();
        if (until.isBefore(request.from())
                || until.isBefore(LondonTime.dateOf(now))
                || until.isAfter(request.from().plusYears(LONGEST_YEARS))) {
            return invalid(
                    "#/until", "must be today or later, and within " + LONGEST_YEARS + " years after the first day");
        }
        List<Unmet> unmet = unmet(
                mandates.known(request.mandate()).orElse(null),
                meeting.groupId(),
                fresh,
                request.from(),
                request.until());
        if (!unmet.isEmpty()) {
            return new Result.Refused<>(Problem.of(ExecutiveProblem.REPRESENTATIVE_NOT_MANDATED)
                    .withDetail(String.join(
                            " ", unmet.stream().map(Unmet::explanation).toList()))
                    .with("conditions", unmet));
        }
        if (representatives.isTaken(meetingId, request.seat(), request.from(), until)) {
            return Result.refused(
                    ExecutiveProblem.CHAIR_NOT_FREE,
                    "Somebody was named for this seat in that time. Recall them first.");
        }
        var representative = new Representative(Uuid7.next(), meeting, request, by, now);
        representatives.persist(representative);
        representatives.flush();
        UUID id = representative.id();
        String seatName = meeting.seats().get(request.seat() - 1);
        chronicle.wrote("named", NODE, id, "mandate " + request.mandate());
        chain.stands(NODE, id, seatName + ", " + meeting.body(), now);
        chain.hangs("mandate", request.mandate(), NODE, id);
        chronicle.announce(
                NODE,
                id.toString(),
                "named",
                new RepresentativeNamed(
                        id,
                        meeting.groupId(),
                        meetingId,
                        meeting.body(),
                        seatName,
                        request.mandate(),
                        request.from(),
                        until),
                now);
        return done(representative);
    }

    @Transactional
    Result<RepresentativeView> recall(UUID id, @Nullable String ifMatch, String reason) {
        Optional<Representative> held = representatives.held(id);
        if (held.isEmpty()) {
            return Result.absent();
        }
        Representative representative = held.get();
        Optional<Problem> refusal = EntityTag.of(representative.version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        Instant now = time.now();
        if (!representative.canBeRecalled(LondonTime.dateOf(now))) {
            return Result.refused(
                    ExecutiveProblem.REPRESENTATIVE_NOT_IN_STATE, "The term is over, or they were recalled before.");
        }
        representative.recall(reason, now);
        chronicle.wrote("recalled", NODE, id, reason);
        chain.came(NODE, id, "recalled");
        chronicle.announce(
                NODE,
                id.toString(),
                "recalled",
                new RepresentativeRecalled(id, representative.groupId(), representative.meetingId(), now),
                now);
        return done(representative);
    }

    /**
     * Why nobody can be named under that mandate for those days; empty if somebody can.
     *
     * @param mandate what is known of it; null if nothing is
     * @param group whose representative it shall be
     */
    static List<Unmet> unmet(
            Mandates.@Nullable Known mandate, UUID group, Freshness fresh, LocalDate from, LocalDate until) {
        var unmet = new ArrayList<Unmet>();
        if (fresh.gap() != null) {
            unmet.add(new Unmet(Condition.POWER_DATA_FRESH, fresh.gap()));
        }
        if (mandate == null || !mandate.group().equals(group)) {
            unmet.add(new Unmet(Condition.MANDATE_KNOWN, "No such mandate of this group is known here."));
            return unmet;
        }
        KnownPower.KnownMandate terms = mandate.terms();
        if (from.isBefore(terms.from())) {
            unmet.add(new Unmet(Condition.MANDATE_BEGUN, "The mandate's first day is " + terms.from() + "."));
        }
        if (terms.lapsed() != null) {
            unmet.add(new Unmet(
                    Condition.MANDATE_NOT_LAPSED,
                    "The mandate has not counted since " + LondonTime.dateOf(terms.lapsed()) + "."));
        } else if (until.isAfter(terms.until())) {
            unmet.add(new Unmet(Condition.MANDATE_NOT_LAPSED, "The mandate's last day is " + terms.until() + "."));
        }
        return unmet;
    }

    private Result<RepresentativeView> done(Representative representative) {
        representatives.flush();
        return new Result.Done<>(read.view(representative, true), representative.version());
    }

    private static Result<RepresentativeView> invalid(String pointer, String sentence) {
        return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST).withError(pointer, sentence));
    }
}
