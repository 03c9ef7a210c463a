package org.folkmoot.mandate.ballot;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.folkmoot.tenancy.CurrentTenant;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;

/**
 * Tells a ballot's turnout now, again each time that it has changed, and for the last time when the ballot is no longer open.
 * Read from the database, so it does not matter which replica takes the votes and which one tells.
 */
@ApplicationScoped
class LiveTurnout {

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** A listener that has gone away unseen is not served for ever; one that is there connects again. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final ReadBallot read;
    private final CurrentTenant current;
    private final TenantScope scope;
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

    LiveTurnout(ReadBallot read, CurrentTenant current, TenantScope scope) {
        this.read = read;
        this.current = current;
        this.scope = scope;
    }

    /** Of a ballot that has opened. */
    Multi<Turnout> of(UUID ballot) {
        Tenant ics = current.require();
        return Uni.createFrom()
                .item(() -> look(ics, ballot))
                .runSubscriptionOn(threads)
                .repeat()
                .withDelay(LOOK)
                .whilst(turnout -> turnout.state().equals("open"))
                .skip()
                .repetitions(Comparator.comparing(Turnout::state).thenComparingLong(Turnout::entries))
                .select()
                .first(LONGEST);
    }

    private Turnout look(Tenant ics, UUID ballot) {
        return scope.call(
                ics,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> read.turnout(ballot).orElseThrow()));
    }
}
