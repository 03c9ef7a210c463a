package org.folkmoot.neighbourhood.mdt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.NeighbourhoodProblem;
import org.folkmoot.neighbourhood.access.ReadAudit;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.mdt.MdtMeetings.Kept;
import org.folkmoot.neighbourhood.seal.PatientKey;
import org.folkmoot.neighbourhood.seal.PatientKeys;
import org.folkmoot.neighbourhood.team.Member;
import org.folkmoot.neighbourhood.team.Members;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Meetings are called, prepared, minuted and held by members of the team, and what came of them is done. */
@ApplicationScoped
class ChangeMdtMeeting {

    private static final String MDT = "mdt-meeting";
    private static final String MDT_ACTION = "mdt-action";
    private static final int DAYS_AWAY = 730;

    private final MdtMeetings meetings;
    private final Members members;
    private final PatientKeys keys;
    private final ReadAudit audit;
    private final Chronicle chronicle;
    private final Clock clock;

    ChangeMdtMeeting(
            MdtMeetings meetings,
            Members members,
            PatientKeys keys,
            ReadAudit audit,
            Chronicle chronicle,
            Clock clock) {
        this.meetings = meetings;
        this.members = members;
        this.keys = keys;
        this.audit = audit;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Gives the meeting's id. */
    @Transactional
    Result<UUID> call(Reader by, UUID team, MdtMeetingRequest request) {
        if (members.current(team, by.subject()).isEmpty()) {
            return Result.absent();
        }
        Instant now = clock.instant();
        if (Math.abs(ChronoUnit.DAYS.between(now, request.startsAt())) > DAYS_AWAY) {
            return invalid("#/startsAt", "must lie within two years");
        }
        UUID id = Uuid7.next();
        meetings.call(id, team, request, by.person(), now);
        chronicle.wrote("called", MDT, id, null);
        return new Result.Done<>(id, 0);
    }

    /** The meeting, for members of its team; that they looked is written down. */
    @Transactional
    Result<MdtMeetingView> see(Reader reader, UUID id) {
        return meetings.kept(id, false)
                .filter(meeting ->
                        members.current(meeting.team(), reader.subject()).isPresent())
                .map(meeting -> shown(reader, meeting))
                .orElseGet(Result::absent);
    }

    @Transactional
    Result<MdtMeetingView> discuss(Reader by, UUID id, @Nullable String ifMatch, List<UUID> referrals) {
        return change(by, id, ifMatch, meeting -> {
            // Who is on the list stays, whatever has become of the referral since.
            List<UUID> known = meetings.listed(id);
            List<UUID> added =
                    referrals.stream().filter(each -> !known.contains(each)).toList();
            if (!meetings.areOpenWith(meeting.team(), added)) {
                return invalid("#/referrals", "must be open referrals that the team has");
            }
            if (!meetings.mayLeaveOut(id, referrals)) {
                return Result.refused(
                        NeighbourhoodProblem.MDT_NOT_IN_STATE,
                        "Somebody of whom something was noted or is to be done stays on the list.");
            }
            meetings.list(id, referrals);
            return changed(by, meeting, "listed");
        });
    }

    @Transactional
    Result<MdtMeetingView> note(Reader by, UUID id, UUID referral, @Nullable String ifMatch, String notes) {
        return change(
                by,
                id,
                ifMatch,
                meeting -> about(id, referral, key -> {
                    meetings.note(id, referral, notes, key, by.person(), clock.instant());
                    return changed(by, meeting, "minuted");
                }));
    }

    /** Gives the action's id. */
    @Transactional
    Result<UUID> assign(Reader by, UUID id, MdtActionRequest request) {
        return change(by, id, "*", meeting -> {
            LocalDate today = LondonTime.today(clock);
            if (request.due().isBefore(today) || request.due().isAfter(today.plusDays(DAYS_AWAY))) {
                return invalid("#/due", "must lie ahead, within two years");
            }
            Optional<Member> owner = members.held(meeting.team(), request.owner());
            if (owner.isEmpty()) {
                return invalid("#/owner", "must be a member of the team");
            }
            if (meetings.patient(id, request.referral()).isEmpty()) {
                return invalid("#/referral", "must be one that the meeting discusses");
            }
            return about(id, request.referral(), key -> {
                UUID action = Uuid7.next();
                meetings.assign(action, id, request, owner.get().name(), key, by.person(), clock.instant());
                meetings.touch(id);
                chronicle.wrote("assigned", MDT_ACTION, action, null);
                return new Result.Done<>(action, 0);
            });
        });
    }

    @Transactional
    Result<MdtMeetingView> hold(Reader by, UUID id, @Nullable String ifMatch) {
        return change(by, id, ifMatch, meeting -> {
            meetings.hold(id, by.person(), clock.instant());
            chronicle.wrote("held", MDT, id, null);
            return see(by, id);
        });
    }

    /** The action, for members of its team; that they looked is written down. */
    @Transactional
    Result<MdtActionView> seeAction(Reader reader, UUID id) {
        return meetings.action(id, reader.subject())
                .<Result<MdtActionView>>map(found -> {
                    audit.read(reader, MDT_ACTION, "team", found.shown().patients());
                    return new Result.Done<>(found.shown().view(), found.version());
                })
                .orElseGet(Result::absent);
    }

    @Transactional
    Result<MdtActionView> complete(Reader by, UUID id, @Nullable String ifMatch) {
        Optional<MdtMeetings.KeptAction> held = meetings.heldAction(id, by.subject());
        if (held.isEmpty()) {
            return Result.absent();
        }
        Optional<Problem> refusal = EntityTag.of(held.get().version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        if (held.get().done()) {
            return Result.refused(NeighbourhoodProblem.MDT_NOT_IN_STATE, "The action is done.");
        }
        meetings.complete(id, by.person(), clock.instant());
        chronicle.wrote("done", MDT_ACTION, id, null);
        return seeAction(by, id);
    }

    private <T> Result<T> about(UUID meeting, UUID referral, Function<PatientKey, Result<T>> work) {
        Optional<UUID> patient = meetings.patient(meeting, referral);
        if (patient.isEmpty()) {
            return Result.absent();
        }
        if (meetings.isAnothers(meeting, referral)) {
            return Result.refused(
                    NeighbourhoodProblem.MDT_NOT_IN_STATE,
                    "The person went on with another team, which decides and notes what concerns them.");
        }
        return keys.of(patient.get())
                .map(work)
                .orElseGet(() -> Result.refused(
                        NeighbourhoodProblem.PATIENT_ERASED, "Nothing more is written about this person."));
    }

    private <T> Result<T> change(Reader by, UUID id, @Nullable String ifMatch, Function<Kept, Result<T>> change) {
        Optional<Kept> held = meetings.kept(id, true)
                .filter(meeting -> members.current(meeting.team(), by.subject()).isPresent());
        if (held.isEmpty()) {
            return Result.absent();
        }
        Optional<Problem> refusal = EntityTag.of(held.get().version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        return held.get().heldAt() == null
                ? change.apply(held.get())
                : Result.refused(NeighbourhoodProblem.MDT_NOT_IN_STATE, "The meeting was held; it stays as it is.");
    }

    private Result<MdtMeetingView> changed(Reader by, Kept meeting, String verb) {
        meetings.touch(meeting.id());
        chronicle.wrote(verb, MDT, meeting.id(), null);
        return see(by, meeting.id());
    }

    private Result<MdtMeetingView> shown(Reader reader, Kept meeting) {
        MdtMeetings.Shown<MdtMeetingView> shown = meetings.shown(meeting);
        audit.read(reader, MDT, "team", shown.patients());
        return new Result.Done<>(shown.view(), meeting.version());
    }

    private static <T> Result<T> invalid(String pointer, String sentence) {
        return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST).withError(pointer, sentence));
    }
}
