package org.folkmoot.http;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.folkmoot.tenancy.Ics;
import org.folkmoot.tenancy.IcsDirectory;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.jboss.logging.Logger;

/**
 * Deletes the answers that have outlived their day, tenant by tenant. Every replica does it, in the same order, so
 * that two at once wait for each other instead of standing in each other's way.
 */
@ApplicationScoped
class ForgottenAnswers {

    private static final Logger LOG = Logger.getLogger(ForgottenAnswers.class);

    private final Vertx vertx;
    private final ExecutorService threads;
    private final HttpSettings settings;
    private final IcsDirectory directory;
    private final TenantScope scope;
    private final AnswerStore answers;

    ForgottenAnswers(
            Vertx vertx,
            @VirtualThreads ExecutorService threads,
            HttpSettings settings,
            IcsDirectory directory,
            TenantScope scope,
            AnswerStore answers) {
        this.vertx = vertx;
        this.threads = threads;
        this.settings = settings;
        this.directory = directory;
        this.scope = scope;
        this.answers = answers;
    }

    void begin(@Observes StartupEvent started) {
        vertx.setPeriodic(settings.idempotency().pruneEvery().toMillis(), ignored -> threads.execute(this::pruneAll));
    }

    private void pruneAll() {
        try {
            Stream.concat(Stream.of(Tenant.PLATFORM), directory.all().stream().map(Ics::tenant))
                    .forEach(tenant -> LOG.debugf("%s: %d answers forgotten", tenant, prune(tenant)));
        } catch (RuntimeException e) {
            // Nothing is lost: the next round finds the same rows.
            LOG.warn("Forgotten answers could not be deleted this time", e);
        }
    }

    /** Deletes all that is due of one tenant, in transactions of bounded size. */
    int prune(Tenant tenant) {
        int total = 0;
        int deleted;
        do {
            deleted = scope.call(tenant, () -> QuarkusTransaction.requiringNew().call(answers::prune));
            total += deleted;
        } while (deleted > 0);
        return total;
    }
}
