package org.folkmoot.executive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.folkmoot.events.Event;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.test.Announced;

/** A partner's own system. */
final class Partner {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Partner() {}

    static void tells(UUID event, String reference, String verb, Map<String, Object> data) {
        var told = new Event(
                event, Tenant.of("qkk"), "partner", "enquiry", reference, verb, Instant.now(), JSON.valueToTree(data));
        Announced.outside(told.type(), told.topic().name(), told.data().toString());
        Executive.tell(told.toRecord());
    }

    /** Something that is no event at all. */
    static void tellsNonsense(String reference) {
        Executive.tell(new ProducerRecord<>("ics.qkk.partner.enquiry.v1", reference, "Dear all".getBytes(UTF_8)));
    }
}
