package org.folkmoot.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The ICSs that this service serves: the allow-list from a token's issuer to its tenant.
 *
 * <p>Kept in the service's own database, told by the control plane's announcements, so that an ICS is served from the
 * moment that it is onboarded and after a restart while Kafka is away. Each replica holds the whole list (some forty
 * rows) and looks again when what it knows is older than {@code folkmoot.tenancy.ics-max-age}. When the database does
 * not answer, the last known list goes on, and while one request waits for it the others do not.
 */
@ApplicationScoped
public class IcsDirectory {

    private static final Logger LOG = Logger.getLogger(IcsDirectory.class);

    /** An unknown issuer makes a replica look again, but not more often than this: a flood of them costs nothing. */
    private static final Duration LOOK_AGAIN_FOR_UNKNOWN = Duration.ofMillis(250);

    private record Snapshot(Map<String, Ics> byIssuer, Map<Tenant, Ics> byTenant, Instant at) {}

    private final DataSource database;
    private final TransactionSynchronizationRegistry transactions;
    private final TenancyConfig config;
    private final Clock clock = Clock.systemUTC();
    private final ReentrantLock loading = new ReentrantLock();
    private volatile Snapshot snapshot = new Snapshot(Map.of(), Map.of(), Instant.EPOCH);

    IcsDirectory(DataSource database, TransactionSynchronizationRegistry transactions, TenancyConfig config) {
        this.database = database;
        this.transactions = transactions;
        this.config = config;
    }

    /** The ICS whose realm issues tokens under exactly this issuer. May read the database. */
    public Optional<Ics> byIssuer(String issuer) {
        Ics known = current(config.icsMaxAge()).byIssuer().get(issuer);
        return known != null
                ? Optional.of(known)
                : Optional.ofNullable(current(LOOK_AGAIN_FOR_UNKNOWN).byIssuer().get(issuer));
    }

    /** The ICS of that tenant. May read the database. */
    public Optional<Ics> byTenant(Tenant tenant) {
        Ics known = current(config.icsMaxAge()).byTenant().get(tenant);
        return known != null
                ? Optional.of(known)
                : Optional.ofNullable(current(LOOK_AGAIN_FOR_UNKNOWN).byTenant().get(tenant));
    }

    /** Every ICS ever told, in the order of their ids. May read the database. */
    public List<Ics> all() {
        return List.copyOf(current(config.icsMaxAge()).byTenant().values());
    }

    /**
     * Writes down what the control plane says of an ICS, in the caller's transaction; other replicas see it within
     * {@code ics-max-age}, this one once the transaction is committed.
     */
    public void record(Ics ics) {
        try (Connection connection = database.getConnection();
                var upsert = connection.prepareStatement("""
                        insert into folkmoot.ics (tenant_id, name, issuer, state) values (?, ?, ?, ?)
                        on conflict (tenant_id) do update
                        set name = excluded.name, issuer = excluded.issuer, state = excluded.state, recorded_at = now()
                        """)) {
            upsert.setString(1, ics.tenant().id());
            upsert.setString(2, ics.name());
            upsert.setString(3, ics.issuer());
            upsert.setString(4, ics.state().name());
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the ICS could not be written down", e);
        }
        forgetAfterCommit();
    }

    /** The knowledge at hand needs no look into the database for that issuer: safe on an event loop. */
    boolean knows(String issuer) {
        Snapshot known = snapshot;
        return known.byIssuer().containsKey(issuer) && isYounger(known, config.icsMaxAge());
    }

    private void forgetAfterCommit() {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            forget();
            return;
        }
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing to do: the row goes with the transaction.
            }

            @Override
            public void afterCompletion(int status) {
                forget();
            }
        });
    }

    private void forget() {
        Snapshot known = snapshot;
        snapshot = new Snapshot(known.byIssuer(), known.byTenant(), Instant.EPOCH);
    }

    private boolean isYounger(Snapshot known, Duration age) {
        return known.at().plus(age).isAfter(clock.instant());
    }

    private Snapshot current(Duration maxAge) {
        Snapshot known = snapshot;
        if (isYounger(known, maxAge)) {
            return known;
        }
        if (known.at().equals(Instant.EPOCH)) {
            loading.lock();
        } else if (!loading.tryLock()) {
            // Somebody is looking already, and what is known is old by moments only, unless the database stands still.
            return known;
        }
        try {
            known = snapshot;
            if (!isYounger(known, maxAge)) {
                known = load(known);
                snapshot = known;
            }
            return known;
        } finally {
            loading.unlock();
        }
    }

    private Snapshot load(Snapshot before) {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select tenant_id, name, issuer, state from folkmoot.ics order by tenant_id");
                var rows = select.executeQuery()) {
            Map<Tenant, Ics> byTenant = new LinkedHashMap<>();
            while (rows.next()) {
                Tenant tenant = Tenant.of(rows.getString(1));
                byTenant.put(
                        tenant,
                        new Ics(tenant, rows.getString(2), rows.getString(3), IcsState.valueOf(rows.getString(4))));
            }
            return new Snapshot(byIssuer(byTenant.values()), byTenant, now);
        } catch (SQLException e) {
            LOG.warnf("the list of ICSs cannot be read, the one of %s goes on: %s", before.at(), e.getMessage());
            // Counted from now: the look may have taken longer than what it finds is good for.
            return new Snapshot(before.byIssuer(), before.byTenant(), clock.instant());
        }
    }

    private static Map<String, Ics> byIssuer(Collection<Ics> all) {
        Map<String, Ics> byIssuer = new LinkedHashMap<>();
        all.forEach(ics -> byIssuer.put(ics.issuer(), ics));
        return byIssuer;
    }
}
