package org.folkmoot.tenants.ics;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;

/**
 * Tells how the work for an ICS goes on: its entry now, again each time that it has changed, and for the last time when
 * nothing is left to do. Read from the database, so it does not matter which replica works and which one tells.
 */
@ApplicationScoped
class IcsProgress {

    private static final Duration LOOK = Duration.ofMillis(500);

    /** A listener that has gone away unseen is not served for ever; one that is there connects again. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final IcsEntries entries;
    private final Exports exports;
    private final TenantScope scope;
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

    IcsProgress(IcsEntries entries, Exports exports, TenantScope scope) {
        this.entries = entries;
        this.exports = exports;
        this.scope = scope;
    }

    /** An ICS at one version. */
    record Seen(IcsView ics, long version) {}

    /** The ICS as it is now, or empty if it was never onboarded. */
    Optional<Seen> look(Tenant tenant) {
        return scope.call(
                Tenant.PLATFORM,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> entries.of(tenant)
                                .map(entry -> new Seen(IcsView.of(entry, exports.madeAt(tenant)), entry.version()))));
    }

    Multi<IcsView> of(Tenant tenant) {
        return Uni.createFrom()
                .item(() -> look(tenant).orElseThrow())
                .runSubscriptionOn(threads)
                .repeat()
                .withDelay(LOOK)
                .whilst(seen -> seen.ics().busy())
                .skip()
                .repetitions(Comparator.comparingLong(Seen::version))
                .map(Seen::ics)
                .select()
                .first(LONGEST);
    }
}
