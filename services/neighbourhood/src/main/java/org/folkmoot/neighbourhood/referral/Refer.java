package org.folkmoot.neighbourhood.referral;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.Json;
import org.folkmoot.neighbourhood.NeighbourhoodProblem;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.patient.Patients;
import org.folkmoot.neighbourhood.patient.PersonRequest;
import org.folkmoot.neighbourhood.seal.PatientKey;
import org.folkmoot.neighbourhood.seal.PatientKeys;
import org.folkmoot.neighbourhood.team.Intake;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Somebody refers a person to a team: a draft, or submitted at once. One question finds what it rests on, and one statement writes
 * all of it; between the two the person's own key seals what is said of them, so fewer there cannot be.
 */
@ApplicationScoped
public class Refer {

    private static final String REFERRAL = "referral";
    private static final String NOBODY = "null";

    private final Ground ground;
    private final Patients patients;
    private final PatientKeys keys;
    private final Intake intake;
    private final Chronicle chronicle;
    private final Sql sql;
    private final Clock clock;

    Refer(
            Ground ground,
            Patients patients,
            PatientKeys keys,
            Intake intake,
            Chronicle chronicle,
            Sql sql,
            Clock clock) {
        this.ground = ground;
        this.patients = patients;
        this.keys = keys;
        this.intake = intake;
        this.chronicle = chronicle;
        this.sql = sql;
        this.clock = clock;
    }

    /** Whose the referral is, and by which key what is said is sealed. */
    private record Person(UUID id, PatientKey key, String row) {}

    /**
     * Makes a referral. Where it is refused the caller rolls back: somebody who was described may have been made.
     *
     * @param submit whether the team has it at once; a draft otherwise
     */
    @Transactional
    public Result<Stage> refer(NewReferral asked, boolean submit, Reader by) {
        Optional<Problem> wrong = wrong(asked, by);
        if (wrong.isPresent()) {
            return new Result.Refused<>(wrong.get());
        }
        // Who described somebody in the same moment as another finds them known when asking again.
        for (int attempt = 0; attempt < 2; attempt++) {
            Ground.Found found = ground.of(asked, by);
            Optional<Problem> refusal = refusal(asked, submit, found);
            if (refusal.isPresent()) {
                return new Result.Refused<>(refusal.get());
            }
            var made = new Made(asked, submit, person(asked, found, by), found, by);
            switch (made.write()) {
                case "made" -> {
                    return made.done();
                }
                case "journey-taken" -> {
                    return Result.refused(
                            CommonProblem.CONFLICT,
                            "The journey is another person's, or another referral of it is open.");
                }
                case String _ -> {
                    // Known meanwhile.
                }
            }
        }
        throw new IllegalStateException("whom somebody else has made is there");
    }

    /** What can be said without asking. */
    private static Optional<Problem> wrong(NewReferral asked, Reader by) {
        String practice = asked.practice();
        if ((asked.cameBy() == CameBy.CASE_FINDING) == asked.criteria().isEmpty()) {
            return invalid("#/criteria", "are said of somebody who was found by lists, and only of them");
        }
        if (practice == null && asked.cameBy() != CameBy.CASE_FINDING) {
            return invalid("#/practice", "must be the practice that refers");
        }
        if (practice != null && !by.speaksFor(practice)) {
            return Optional.of(
                    Problem.of(CommonProblem.FORBIDDEN).withDetail("One refers for a practice for which one speaks."));
        }
        return Optional.empty();
    }

    private Optional<Problem> refusal(NewReferral asked, boolean submit, Ground.Found found) {
        return refusalOfPerson(asked.whom(), found.patient())
                .or(() -> refusalOfTeam(asked, found))
                .or(() -> submit ? refusalToSubmit(asked, found) : Optional.empty());
    }

    private static Optional<Problem> refusalOfPerson(NewReferral.Whom whom, Optional<Ground.Known> known) {
        return switch (whom) {
            case NewReferral.Whom.Seen _
            when known.filter(Ground.Known::visible).isEmpty() ->
                invalid("#/patient", "must be a patient whom you may see; describe the person otherwise");
            case NewReferral.Whom.Seen _
            when known.get().key() == null -> Optional.of(Problem.of(NeighbourhoodProblem.PATIENT_ERASED));
            case NewReferral.Whom.Described(PersonRequest person)
            when known.filter(each -> !person.birthDate().equals(each.birthDate()))
                    .isPresent() -> Optional.of(Patients.detailsDiffer());
            case NewReferral.Whom _
            when known.filter(Ground.Known::deceased).isPresent() ->
                invalid("#/patient", "must be somebody who is alive");
            case NewReferral.Whom _ -> Optional.empty();
        };
    }

    private static Optional<Problem> refusalOfTeam(NewReferral asked, Ground.Found found) {
        if (asked.practice() == null && !found.member()) {
            return Optional.of(Problem.of(CommonProblem.FORBIDDEN)
                    .withDetail("A person whom a team found is referred by one of the team."));
        }
        return found.desk().isPresent() ? Optional.empty() : invalid("#/team", "must be a team of this ICS");
    }

    private Optional<Problem> refusalToSubmit(NewReferral asked, Ground.Found found) {
        Consent consent = asked.consent();
        if (asked.cameBy() == CameBy.CASE_FINDING && (consent == null || !consent.given())) {
            return Optional.of(Problem.of(NeighbourhoodProblem.CONSENT_MISSING)
                    .withDetail("Somebody who was found is referred once they have agreed, and that is written down."));
        }
        return switch (intake.open(found.desk())) {
            case Result.Refused<Intake.Desk>(Problem problem) -> Optional.of(problem);
            case Result.Done<Intake.Desk> _ -> Optional.empty();
        };
    }

    private Person person(NewReferral asked, Ground.Found found, Reader by) {
        if (found.patient().isPresent()) {
            Ground.Known known = found.patient().get();
            PatientKey key = known.key();
            if (key != null) {
                return new Person(known.id(), key, NOBODY);
            }
        }
        if (!(asked.whom() instanceof NewReferral.Whom.Described(PersonRequest described))) {
            throw new IllegalStateException("who is not described is known");
        }
        UUID id = Uuid7.next();
        PatientKeys.Fresh fresh = keys.make(id, found.newestKey());
        return new Person(
                id, fresh.key(), patients.row(fresh, id, described, by.person()).toString());
    }

    /** A referral as it is written. */
    private final class Made {

        private final NewReferral asked;
        private final boolean submit;
        private final Person person;
        private final Ground.Found found;
        private final Reader by;
        private final UUID id = Uuid7.next();
        private final UUID journey;
        private final Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);

        Made(NewReferral asked, boolean submit, Person person, Ground.Found found, Reader by) {
            this.asked = asked;
            this.submit = submit;
            this.person = person;
            this.found = found;
            this.by = by;
            this.journey = asked.journey() == null ? Uuid7.next() : asked.journey();
        }

        /** What {@code make_referral} says. */
        String write() {
            return sql.first(
                            row -> row.getString(1),
                            "select make_referral(?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb)",
                            person.row(),
                            row().toString(),
                            submit ? submission().toString() : NOBODY,
                            pages().json())
                    .orElseThrow();
        }

        /** A draft that is submitted has been changed once. */
        Result<Stage> done() {
            long version = submit ? 1 : 0;
            boolean team = found.member() && (asked.practice() == null || submit);
            return new Result.Done<>(
                    new Stage(
                            id,
                            journey,
                            person.id(),
                            asked.team(),
                            asked.practice(),
                            state(),
                            team ? "team" : "referring-practice",
                            version),
                    version);
        }

        private String state() {
            var draft = new ReferralState.Draft();
            return submit ? draft.submit().slug() : draft.slug();
        }

        private ObjectNode row() {
            ObjectNode row = Json.object()
                    .put("id", id.toString())
                    .put("journey_id", journey.toString())
                    .put("patient_id", person.id().toString())
                    .put("team_id", asked.team().toString())
                    .put("practice", asked.practice())
                    .put("came_by", asked.cameBy().slug())
                    .put("priority", asked.priority())
                    .put("service", sealed(ReferralRows.SERVICE, asked.service()))
                    .put("reason", sealed(ReferralRows.REASON, asked.reason().strip()))
                    .put("state", state())
                    .put("made_by", by.subject())
                    .put("made_name", by.person().name())
                    .put("made_at", now.toString())
                    .put("version", submit ? 1 : 0);
            asked.criteria().forEach(row.putArray("criteria")::add);
            Consent consent = asked.consent();
            if (consent != null) {
                row.put("consent", consent.given() ? "given" : "declined")
                        .put("consent_on", consent.on().toString())
                        .put("consent_by", by.subject())
                        .put("consent_name", by.person().name());
            }
            return row;
        }

        private @Nullable String sealed(String field, @Nullable String text) {
            return text == null ? null : Json.bytes(person.key().seal(field + id, text));
        }

        private ObjectNode submission() {
            return Json.object()
                    .put("id", Uuid7.next().toString())
                    .put("kind", ChangeReferral.SUBMITTED)
                    .put("happened_at", now.toString())
                    .put("recorded_at", now.toString());
        }

        private Chronicle.Pages pages() {
            Chronicle.Pages pages = chronicle.pages().wrote("drafted", REFERRAL, id, null);
            return !submit
                    ? pages
                    : pages.wrote(ChangeReferral.SUBMITTED, REFERRAL, id, null)
                            .announce(
                                    REFERRAL,
                                    id.toString(),
                                    ChangeReferral.SUBMITTED,
                                    new ReferralEvents.Submitted(
                                            id,
                                            journey,
                                            asked.team(),
                                            found.desk().orElseThrow().neighbourhood(),
                                            asked.practice(),
                                            asked.cameBy().slug(),
                                            asked.priority(),
                                            LondonTime.dateOf(now)));
        }
    }

    private static Optional<Problem> invalid(String where, String rule) {
        return Optional.of(Problem.of(CommonProblem.INVALID_REQUEST).withError(where, rule));
    }
}
