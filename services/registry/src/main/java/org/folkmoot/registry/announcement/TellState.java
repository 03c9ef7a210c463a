package org.folkmoot.registry.announcement;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.folkmoot.events.Relay;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.tenancy.Ics;
import org.folkmoot.tenancy.IcsDirectory;
import org.folkmoot.tenancy.IcsState;
import org.folkmoot.tenancy.TenantScope;

/** An operator has the states of an ICS told anew, because Kafka has lost them. */
@ApplicationScoped
class TellState {

    private final IcsDirectory served;
    private final DataSource database;
    private final Relay relay;
    private final Instance<TellsStates> others;
    private final TenantScope scope;

    TellState(IcsDirectory served, DataSource database, Relay relay, Instance<TellsStates> others, TenantScope scope) {
        this.served = served;
        this.database = database;
        this.relay = relay;
        this.others = others;
        this.scope = scope;
    }

    /** How many states were told; empty when no ICS of that board is served. */
    @Transactional
    OptionalLong tell(OdsCode icb, String person) {
        String id = icb.code().toLowerCase(Locale.ROOT);
        Ics ics = served.all().stream()
                .filter(each -> each.tenant().id().equals(id) && each.state() != IcsState.OFFBOARDED)
                .findFirst()
                .orElse(null);
        if (ics == null) {
            return OptionalLong.empty();
        }
        try (Connection connection = database.getConnection()) {
            long told = Announcements.tellStatesAnew(connection, ics.tenant());
            // What an ICS itself knows is behind its wall, so each tells it in the ICS's own name.
            told += others.stream()
                    .mapToLong(each -> QuarkusTransaction.suspendingExisting()
                            .call(() -> scope.call(
                                    ics.tenant(),
                                    () -> QuarkusTransaction.requiringNew().call(each::tellAnew))))
                    .sum();
            new Ledger(connection).append(new Act(person, "told", "state", id, null));
            relay.wakeAfterCommit();
            return OptionalLong.of(told);
        } catch (SQLException e) {
            throw new IllegalStateException("the states cannot be told", e);
        }
    }
}
