package org.folkmoot.mandate.power;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.folkmoot.events.Event;
import org.folkmoot.events.EventHandler;
import org.folkmoot.events.Receipt;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** Hears what the executive decided under which power. A decision that cites none says nothing of use. */
@ApplicationScoped
public class PowerUses implements EventHandler {

    private final Receipt receipt;
    private final Sql sql;

    PowerUses(Receipt receipt, Sql sql) {
        this.receipt = receipt;
        this.sql = sql;
    }

    @Incoming("executive-decisions")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        receipt.receive(this, record);
    }

    @Override
    public String consumer() {
        return "power-use";
    }

    @Override
    public void handle(Event event) {
        JsonNode power = event.data().path("power");
        boolean known = event.verb().equals("taken")
                || event.verb().equals("refused")
                || event.verb().equals("escalated");
        if (known && power.isTextual()) {
            JsonNode group = event.data().path("group");
            keep(event, UUID.fromString(power.asText()), group.isTextual() ? UUID.fromString(group.asText()) : null);
        }
    }

    /** Whether the executive has announced that this was decided, refused or escalated for that group. */
    public boolean knowsDecision(UUID decision, UUID group) {
        return sql.first(row -> true, """
                select from power_use
                where tenant_id = folkmoot.current_tenant() and decision = ? and group_id = ? limit 1
                """, decision.toString(), group).isPresent();
    }

    PowerView.Use of(UUID power) {
        return sql.first(
                        row -> new PowerView.Use(
                                row.getLong("taken"), row.getLong("refused"), row.getLong("escalated")),
                        """
                        select count(*) filter (where outcome = 'taken') as taken,
                            count(*) filter (where outcome = 'refused') as refused,
                            count(*) filter (where outcome = 'escalated') as escalated
                        from power_use where tenant_id = folkmoot.current_tenant() and power_id = ?
                        """,
                        power)
                .orElseThrow();
    }

    private void keep(Event event, UUID power, @Nullable UUID group) {
        sql.change("""
                insert into power_use (tenant_id, event_id, power_id, decision, outcome, used_at, group_id)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?) on conflict do nothing
                """, event.id(), power, event.aggregateId(), event.verb(), event.time(), group);
    }
}
