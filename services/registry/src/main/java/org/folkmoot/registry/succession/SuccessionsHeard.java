package org.folkmoot.registry.succession;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Event;
import org.folkmoot.events.EventHandler;
import org.folkmoot.events.Receipt;

/** Hears of plans that take practices from an ICS, and answers each with what they would meet with. */
@ApplicationScoped
class SuccessionsHeard implements EventHandler {

    private final Receipt receipt;
    private final CountForSuccession count;
    private final Chronicle chronicle;

    SuccessionsHeard(Receipt receipt, CountForSuccession count, Chronicle chronicle) {
        this.receipt = receipt;
        this.count = count;
        this.chronicle = chronicle;
    }

    @Incoming("successions")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        receipt.receive(this, record);
    }

    @Override
    public String consumer() {
        return "successions";
    }

    @Override
    public void handle(Event event) {
        if (!event.verb().equals("drawn")) {
            return;
        }
        Map<String, List<String>> given = event.data()
                .path("moves")
                .valueStream()
                .filter(move ->
                        move.path("predecessor").asText().equals(event.tenant().id()))
                .collect(Collectors.toMap(
                        move -> move.path("successor").asText(),
                        move -> move.path("practices")
                                .valueStream()
                                .map(JsonNode::asText)
                                .toList()));
        if (!given.isEmpty()) {
            String id = event.aggregateId();
            chronicle.announce("succession", id, "counted", count.count(UUID.fromString(id), given));
        }
    }
}
