package org.folkmoot.registry.panel;

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

/** Hears which practices took part in the ballots that were declared. How they voted is not in the event. */
@ApplicationScoped
class BallotsDeclared implements EventHandler {

    private final Receipt receipt;
    private final Sql sql;

    BallotsDeclared(Receipt receipt, Sql sql) {
        this.receipt = receipt;
        this.sql = sql;
    }

    @Incoming("mandate-ballots")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        receipt.receive(this, record);
    }

    @Override
    public String consumer() {
        return "participation";
    }

    @Override
    public void handle(Event event) {
        if (event.verb().equals("declared")) {
            UUID ballot = UUID.fromString(event.aggregateId());
            for (JsonNode practice : event.data().path("practices")) {
                sql.change(
                        """
                        insert into ballot_participation (tenant_id, ballot, practice, voted, declared_at)
                        values (folkmoot.current_tenant(), ?, ?, ?, ?) on conflict do nothing
                        """,
                        ballot,
                        practice.path("code").asText(),
                        practice.path("voted").asBoolean(),
                        event.time());
            }
        }
    }
}
