package org.folkmoot.neighbourhood.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.folkmoot.events.Chronicle;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** An ICS says for how long it keeps records. */
@ApplicationScoped
class SetRetention {

    private final Records records;
    private final Chronicle chronicle;
    private final Clock clock;

    SetRetention(Records records, Chronicle chronicle, Clock clock) {
        this.records = records;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @Transactional
    Result<RetentionView> set(@Nullable String ifMatch, RetentionRequest request, Person by) {
        records.hold();
        long version = records.period().version();
        Optional<Problem> refusal = EntityTag.of(version).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        records.set(version + 1, request, by, clock.instant());
        chronicle.wrote("set", "retention-period", version + 1, request.reason().strip());
        return records.period();
    }
}
