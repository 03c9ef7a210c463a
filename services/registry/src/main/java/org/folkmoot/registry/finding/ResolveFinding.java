package org.folkmoot.registry.finding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.folkmoot.http.EntityTag;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A person says that a finding is settled, and why. */
@ApplicationScoped
class ResolveFinding {

    /** What came of it. */
    sealed interface Result {
        record Resolved(FindingView finding, long version) implements Result {}

        record Absent() implements Result {}

        record NotOpen() implements Result {}

        record NotAsSeen(Problem problem) implements Result {}
    }

    private final Findings findings;
    private final DataSource database;
    private final Clock clock;

    ResolveFinding(Findings findings, DataSource database, Clock clock) {
        this.findings = findings;
        this.database = database;
        this.clock = clock;
    }

    /** @param icb whose findings the person may see, or null for all */
    @Transactional
    Result resolve(UUID id, @Nullable String icb, @Nullable String ifMatch, String note, String person, String name) {
        Optional<Finding> found = findings.visible(id, icb);
        if (found.isEmpty()) {
            return new Result.Absent();
        }
        Finding finding = found.get();
        Optional<Problem> refusal = EntityTag.of(finding.version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.NotAsSeen(refusal.get());
        }
        if (!finding.isOpen()) {
            return new Result.NotOpen();
        }
        finding.resolve(person, name, note, clock.instant());
        findings.flush();
        // The finding forgets its resolution when it opens again; the audit trail does not.
        try (Connection connection = database.getConnection()) {
            new Ledger(connection).append(new Act(person, "resolved", "finding", id.toString(), note));
        } catch (SQLException e) {
            throw new IllegalStateException("the resolution cannot be written down, so there is none", e);
        }
        return new Result.Resolved(finding.view(), finding.version());
    }
}
