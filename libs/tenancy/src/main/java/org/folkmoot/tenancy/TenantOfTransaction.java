package org.folkmoot.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionScoped;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The second wall: tells PostgreSQL at the begin of every transaction whose rows it may see and write.
 *
 * <p>The setting is local to the transaction ({@code set_config(…, true)}), so a pooled connection carries nothing over
 * to its next user.
 */
@ApplicationScoped
class TenantOfTransaction {

    private final CurrentTenant current;
    private final DataSource database;
    private final TransactionManager transactions;

    TenantOfTransaction(CurrentTenant current, DataSource database, TransactionManager transactions) {
        this.current = current;
        this.database = database;
        this.transactions = transactions;
    }

    void begun(@Observes @Initialized(TransactionScoped.class) Object transaction) throws SystemException {
        Optional<Tenant> tenant = current.get();
        if (tenant.isEmpty()) {
            transactions.rollback();
            throw new IllegalStateException("a transaction without a tenant");
        }
        try (var connection = database.getConnection();
                var set = connection.prepareStatement("select set_config('folkmoot.tenant', ?, true)")) {
            set.setString(1, tenant.get().id());
            set.execute();
        } catch (SQLException e) {
            transactions.rollback();
            throw new IllegalStateException("the tenant of the transaction could not be set", e);
        }
    }
}
