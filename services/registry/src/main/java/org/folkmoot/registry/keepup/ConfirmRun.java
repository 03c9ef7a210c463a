package org.folkmoot.registry.keepup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.http.EntityTag;
import org.folkmoot.problem.Problem;
import org.folkmoot.registry.RegistryProblem;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** An operator says that changes which wait are right. */
@ApplicationScoped
class ConfirmRun {

    /** What came of it. */
    sealed interface Result {
        record Confirmed() implements Result {}

        record Absent() implements Result {}

        record Refused(Problem problem) implements Result {}
    }

    private record Held(long version, byte @Nullable [] changes) {}

    private final Sql sql;
    private final Runs runs;

    ConfirmRun(Sql sql, Runs runs) {
        this.sql = sql;
        this.runs = runs;
    }

    @Transactional
    Result confirm(UUID id, @Nullable String ifMatch, String person) {
        Optional<Held> found = sql.first(row -> new Held(row.getLong(1), row.getBytes(2)), """
                select version, case when state = 'held' then held end from directory_run where id = ? for update
                """, id);
        if (found.isEmpty()) {
            return new Result.Absent();
        }
        Optional<Problem> refusal = EntityTag.of(found.get().version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused(refusal.get());
        }
        byte[] changes = found.get().changes();
        if (changes == null) {
            return new Result.Refused(Problem.of(RegistryProblem.RUN_NOT_HELD));
        }
        try {
            Path file = Files.write(Files.createTempFile("folkmoot-changes-", ".csv"), changes);
            try {
                runs.confirm(id, file, person);
            } finally {
                Files.delete(file);
            }
            return new Result.Confirmed();
        } catch (IOException e) {
            throw new UncheckedIOException("what is held cannot be handed in", e);
        }
    }
}
