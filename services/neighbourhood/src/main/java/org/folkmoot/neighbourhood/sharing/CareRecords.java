package org.folkmoot.neighbourhood.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.NeighbourhoodProblem;
import org.folkmoot.neighbourhood.access.Access;
import org.folkmoot.neighbourhood.access.ReadAudit;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.referral.ReferralsInHand;
import org.folkmoot.neighbourhood.referral.Stage;
import org.folkmoot.neighbourhood.seal.PatientKey;
import org.folkmoot.neighbourhood.seal.PatientKeys;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.folkmoot.tenancy.Sql;

/** Opens a person's record for whoever may read or change it, in the caller's transaction. */
@ApplicationScoped
public class CareRecords {

    private static final String SHARE = "share";
    private static final String BREAK_GLASS = "break-glass";

    private final ReferralsInHand referrals;
    private final Access access;
    private final ReadAudit audit;
    private final PatientKeys keys;
    private final Sql sql;
    private final Clock clock;

    CareRecords(ReferralsInHand referrals, Access access, ReadAudit audit, PatientKeys keys, Sql sql, Clock clock) {
        this.referrals = referrals;
        this.access = access;
        this.audit = audit;
        this.keys = keys;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A record that is open.
     *
     * @param stage the referral under which it was asked for
     * @param key with which its texts are opened and sealed
     */
    public record Opened(Stage stage, PatientKey key) {}

    /**
     * Reads a part of the record, and writes down who did. Refused are: 404 if there is no such referral for the reader, 403 if
     * this part is not shared with them, 410 if the patient's data were erased.
     */
    public <T> Result<T> read(Reader reader, UUID referral, Part part, Function<Opened, Result<T>> reading) {
        Optional<Stage> seen = referrals.see(reader, referral);
        if (seen.isEmpty()) {
            return Result.absent();
        }
        Stage stage = seen.get();
        Optional<String> why = why(reader, stage, part);
        if (why.isEmpty()) {
            return Result.refused(CommonProblem.FORBIDDEN, "This part of the record is not shared.");
        }
        audit.read(reader, part.slug(), why.get(), List.of(stage.patient()));
        return opened(stage, reading);
    }

    /**
     * {@link #read} where the answer is a page and cannot be a problem.
     *
     * @throws ProblemException with what {@link #read} refuses
     */
    public <T> T rows(Reader reader, UUID referral, Part part, Function<Opened, T> reading) {
        Result<T> rows = read(reader, referral, part, opened -> new Result.Done<>(reading.apply(opened), 0));
        return switch (rows) {
            case Result.Done<T>(T found, long _) -> found;
            case Result.Refused<T>(Problem problem) -> throw new ProblemException(problem);
        };
    }

    /**
     * Changes the record under a referral, which nobody else changes until the transaction ends. Refused are: 404 if there is no
     * such referral for the reader, 403 if they are not in its team, 410 if the patient's data were erased.
     */
    public <T> Result<T> change(Reader reader, UUID referral, Function<Opened, Result<T>> change) {
        Optional<Stage> held = referrals.hold(reader, referral);
        if (held.isEmpty()) {
            return Result.absent();
        }
        return held.get().isTheTeams()
                ? opened(held.get(), change)
                : Result.refused(CommonProblem.FORBIDDEN, "Members of its team do this.");
    }

    /** Why they may read that part; empty if they may not. Whoever broke the glass reads what was not shared with them. */
    private Optional<String> why(Reader reader, Stage stage, Part part) {
        // These are decided about the person, and a draft opens nothing but itself.
        if (part == Part.SHARES && !access.wasSubmitted(stage.id())) {
            return Optional.empty();
        }
        if (!stage.basis().equals(SHARE)) {
            return Optional.of(stage.basis());
        }
        Instant now = clock.instant();
        return sql.first(
                row -> row.getString("kind"),
                """
                select g.kind from access_grant g
                left join share s on s.tenant_id = g.tenant_id and s.id = g.id
                where g.tenant_id = folkmoot.current_tenant() and g.patient_id = ? and g.ended_at is null
                  and g.from_at <= ? and (g.until_at is null or g.until_at > ?)
                  and (g.subject = ? and g.kind = ? or g.organisation = any (?) and ? = any (s.what))
                order by g.kind desc limit 1
                """,
                stage.patient(),
                now,
                now,
                reader.subject(),
                BREAK_GLASS,
                reader.organisations(),
                part.slug());
    }

    private <T> Result<T> opened(Stage stage, Function<Opened, Result<T>> work) {
        return keys.of(stage.patient())
                .map(key -> work.apply(new Opened(stage, key)))
                .orElseGet(() -> Result.refused(
                        NeighbourhoodProblem.PATIENT_ERASED, "What was written about them cannot be read any more."));
    }
}
