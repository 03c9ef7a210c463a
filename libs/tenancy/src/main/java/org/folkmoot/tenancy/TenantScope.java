package org.folkmoot.tenancy;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.MDC;

/**
 * Gives a tenant to work that no token stands behind: a consumed event, a scheduled job, an operator's work on an ICS.
 *
 * <p>The tenant holds for the call and for nothing after it. It cannot be changed under way: not inside a transaction,
 * whose rows were already chosen for another tenant, and not inside another ICS's request.
 */
@ApplicationScoped
public class TenantScope {

    private final CurrentTenant current;
    private final TransactionSynchronizationRegistry transactions;

    TenantScope(CurrentTenant current, TransactionSynchronizationRegistry transactions) {
        this.current = current;
        this.transactions = transactions;
    }

    /**
     * Does the work for the tenant and gives its result.
     *
     * @throws IllegalStateException when the work at hand already belongs to another ICS, or a transaction of another
     *     tenant is open
     */
    public <T> T call(Tenant tenant, Supplier<T> work) {
        refuseAChangeUnderWay(tenant);
        Object logged = MDC.get(CurrentTenant.LOGGED_AS);
        MDC.put(CurrentTenant.LOGGED_AS, tenant.id());
        try {
            return ScopedValue.where(CurrentTenant.SCOPE, tenant).call(() -> inARequestContext(work));
        } finally {
            if (logged == null) {
                MDC.remove(CurrentTenant.LOGGED_AS);
            } else {
                MDC.put(CurrentTenant.LOGGED_AS, logged);
            }
        }
    }

    /** {@link #call} for work without a result. */
    public void run(Tenant tenant, Runnable work) {
        call(tenant, () -> {
            work.run();
            return true;
        });
    }

    private void refuseAChangeUnderWay(Tenant tenant) {
        Optional<Tenant> before = current.get();
        if (before.isEmpty() || before.get().equals(tenant)) {
            return;
        }
        if (!before.get().isPlatform()) {
            throw new IllegalStateException("work of " + before.get() + " cannot become work of " + tenant);
        }
        if (isTransactionOpen()) {
            throw new IllegalStateException("a transaction of " + before.get() + " cannot go on for " + tenant);
        }
    }

    /** Beans of request scope, Hibernate's session among them, must not outlive the tenant that they were made for. */
    private <T> T inARequestContext(Supplier<T> work) {
        ManagedContext context = Arc.container().requestContext();
        if (isTransactionOpen()) {
            return work.get();
        }
        var outer = context.isActive() ? context.getState() : null;
        context.activate();
        try {
            return work.get();
        } finally {
            context.terminate();
            if (outer != null) {
                context.activate(outer);
            }
        }
    }

    private boolean isTransactionOpen() {
        return transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }
}
