package org.folkmoot.registry.concentration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import org.folkmoot.events.Chronicle;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The threshold of the ICS: set, and set anew. Those before it stay. */
@ApplicationScoped
class Thresholds {

    private static final String CURRENT =
            "select number, share, set_name, set_at from concentration_threshold order by number desc limit 1";

    // Of two that come at the same moment the second finds its number taken.
    private static final String SET = """
            insert into concentration_threshold (tenant_id, number, share, set_by, set_name, set_at)
            values (folkmoot.current_tenant(), ?, ?, ?, ?, ?) on conflict do nothing
            """;

    private final Sql sql;
    private final Chronicle chronicle;
    private final Caller caller;
    private final Clock clock;

    Thresholds(Sql sql, Chronicle chronicle, Caller caller, Clock clock) {
        this.sql = sql;
        this.chronicle = chronicle;
        this.caller = caller;
        this.clock = clock;
    }

    /** The threshold that holds, with its number; number 0 and no share before one was set. */
    Result.Done<ThresholdView> current() {
        return sql.first(
                        row -> new Result.Done<>(
                                new ThresholdView(
                                        row.getBigDecimal("share"),
                                        row.getString("set_name"),
                                        Sql.instant(row, "set_at")),
                                row.getInt("number")),
                        CURRENT)
                .orElseGet(() -> new Result.Done<>(new ThresholdView(null, null, null), 0));
    }

    @Transactional
    Result<ThresholdView> set(@Nullable String ifMatch, BigDecimal share) {
        Result.Done<ThresholdView> current = current();
        Optional<Problem> refusal = EntityTag.of(current.version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        long next = current.version() + 1;
        if (sql.change(SET, next, share, caller.subject(), caller.name(), clock.instant()) == 0) {
            return new Result.Refused<>(EntityTag.of(next)
                    .refusal(EntityTag.of(current.version()).header())
                    .orElseThrow());
        }
        chronicle.wrote("set", "concentration-threshold", next, share.toPlainString());
        return current();
    }
}
