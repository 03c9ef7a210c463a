package org.folkmoot.tenants.succession;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.folkmoot.events.Event;
import org.folkmoot.events.EventHandler;
import org.folkmoot.events.Receipt;
import org.jboss.logging.Logger;

/** Hears what services have counted for a plan, each on the topic of the predecessor whose rows it counted. */
@ApplicationScoped
class CountsHeard implements EventHandler {

    private static final Logger LOG = Logger.getLogger(CountsHeard.class);

    private final Receipt receipt;
    private final Counts counts;

    CountsHeard(Receipt receipt, Counts counts) {
        this.receipt = receipt;
        this.counts = counts;
    }

    @Incoming("succession-counts")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        receipt.receive(this, record);
    }

    @Override
    public String consumer() {
        return "succession-counts";
    }

    @Override
    public void handle(Event event) {
        if (!event.verb().equals("counted")) {
            return;
        }
        JsonNode data = event.data();
        var answer = new Counted(
                event.domain(),
                event.tenant().id(),
                event.time(),
                codes(data.path("notItsOwn")),
                codes(data.path("placedElsewhere")),
                codes(data.path("unnamed")),
                data.path("counts").valueStream().map(CountsHeard::count).toList());
        if (!counts.keep(UUID.fromString(event.aggregateId()), answer)) {
            LOG.debugf("%s counted for a plan that is not known, or later already", event.domain());
        }
    }

    private static List<String> codes(JsonNode codes) {
        return codes.valueStream().map(JsonNode::asText).toList();
    }

    private static Count count(JsonNode count) {
        return new Count(
                count.path("what").asText(),
                count.path("goes").asLong(),
                count.path("stays").asLong(),
                count.path("why").asText());
    }
}
