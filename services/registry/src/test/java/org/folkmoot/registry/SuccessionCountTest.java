package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.folkmoot.contracts.Contracts;
import org.folkmoot.events.Event;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the registry answers to a plan that takes practices from an ICS: of that ICS's rows, and of no other's. */
@RegistryTest
class SuccessionCountTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String OURS = "icb = 'QR1' and (register_icb = 'QR1' or register_icb is null)";
    private static final String COUNTED = "folkmoot.registry.succession.counted.v1";

    @BeforeEach
    void real_directory() {
        Knowledge.begin();
    }

    @Test
    void what_is_of_one_practice_goes_and_what_is_of_several_goes_if_all_take_one_way() throws Exception {
        // Given: a network that goes whole, and one practice of another network that goes elsewhere
        List<String> networks = Registry.rows("select pcn from practice_on(current_date) where " + OURS
                + " and pcn is not null group by pcn having count(*) > 1 order by pcn limit 2");
        List<String> whole = practicesOf(networks.getFirst());
        List<String> others = practicesOf(networks.getLast());
        String alone = others.getFirst();
        String stays = others.getLast();
        int all = Registry.rows("select code from practice_on(current_date) where " + OURS)
                .size();
        link("qr1", whole.getFirst());
        link("qr1", alone);
        link("qr1", stays);
        link("qkk", whole.getFirst());
        area("qr1", networks.getFirst());
        area("qr1", whole.getFirst(), whole.getLast());
        area("qr1", alone);
        area("qr1", networks.getFirst(), alone);
        area("qr1", networks.getLast());
        selfCheck("qr1", networks.getFirst());
        selfCheck("qr1", networks.getLast());
        Registry.sql("""
                insert into concentration_threshold (tenant_id, number, share, set_by, set_name, set_at)
                values ('qr1', 1, 0.25, 'a', 'A', now())
                """);
        // When
        String foreign = Registry.rows(
                        "select code from practice_on(current_date) where icb not in ('QR1', 'QWE', 'QSL') limit 1")
                .getFirst();
        String id = told(
                "qr1",
                Stream.concat(whole.stream(), Stream.of("T00001", foreign)).toList(),
                List.of(alone));
        // Then
        JsonNode answer = answer(id);
        assertThat(answer.path("notItsOwn").valueStream().map(JsonNode::asText))
                .containsExactlyInAnyOrder("T00001", foreign);
        assertThat(answer.path("placedElsewhere").valueStream().map(JsonNode::asText))
                .containsExactly(foreign);
        assertThat(answer.path("unnamed").valueStream().map(JsonNode::asText))
                .hasSize(all - whole.size() - 1)
                .contains(stays)
                .doesNotContain(alone)
                .doesNotContainAnyElementsOf(whole);
        Map<String, String> counts = counts(answer);
        assertThat(counts)
                .containsEntry("practices", (whole.size() + 1) + " of " + all)
                .containsEntry("links", "2 of 3")
                .containsEntry("areas", "3 of 5")
                .containsEntry("self-checks", "1 of 2")
                .containsEntry("concentration-thresholds", "0 of 1");
    }

    @Test
    void an_ics_that_only_takes_has_nothing_to_count_and_a_plan_is_answered_once() throws Exception {
        // Given
        List<String> practices = Registry.rows("select code from practice_on(current_date) where " + OURS + " limit 1");
        String takes = UUID.randomUUID().toString();
        String gives = UUID.randomUUID().toString();
        // When
        tell(drawn(takes, "qwe", "qr1", List.of(practices)));
        Event event = drawn(gives, "qr1", "qwe", List.of(practices));
        tell(event);
        tell(event);
        String last = told("qr1", practices, List.of());
        // Then
        answer(last);
        assertThat(answers(takes)).isEmpty();
        assertThat(answers(gives)).hasSize(1);
    }

    private static List<String> practicesOf(String network) {
        return Registry.rows("select code from practice_on(current_date) where " + OURS + " and pcn = '" + network
                + "' order by code");
    }

    private static void link(String ics, String practice) {
        Registry.sql("""
                insert into link (tenant_id, link_id, revision, act, kind, organisation, other, from_day, evidence,
                    recorded_by, recorded_name, recorded_at)
                values ('%s', uuidv7(), 1, 'established', 'owner', '%s', 'RTQ', '2026-01-01', 'A letter', 'a', 'A', now())
                """.formatted(ics, practice));
    }

    private static void area(String ics, String... members) {
        Registry.sql("""
                with made as (insert into area (tenant_id, id, kind, number) values ('%s', uuidv7(), 'neighbourhood', 1) returning *)
                insert into area_definition (tenant_id, id, area_id, number, from_day, name, members, recorded_by, recorded_name,
                    recorded_at)
                select tenant_id, uuidv7(), id, 1, '2026-01-01', 'Somewhere', to_jsonb(string_to_array('%s', ' ')), 'a', 'A', now()
                from made
                """.formatted(ics, String.join(" ", members)));
    }

    private static void selfCheck(String ics, String network) {
        Registry.sql("""
                insert into pcn_self_check (tenant_id, id, pcn, answers, recorded_by, recorded_name, recorded_at)
                values ('%s', uuidv7(), '%s', '{}', 'a', 'A', now())
                """.formatted(ics, network));
    }

    /** The control plane tells the ICS of a plan that takes these practices from it, one list to each successor. */
    private static String told(String ics, List<String> first, List<String> second) throws Exception {
        String id = UUID.randomUUID().toString();
        tell(drawn(
                id,
                ics,
                "qwe",
                Stream.of(first, second).filter(each -> !each.isEmpty()).toList()));
        return id;
    }

    private static Event drawn(String id, String predecessor, String successor, List<List<String>> practices)
            throws Exception {
        var data = JSON.createObjectNode().put("succession", id).put("cutOver", "2027-03-31T23:00:00Z");
        var moves = data.putArray("moves");
        List<String> successors = List.of(successor, "qsl");
        for (int place = 0; place < practices.size(); place++) {
            moves.addObject()
                    .put("predecessor", predecessor)
                    .put("successor", successors.get(place))
                    .set("practices", JSON.valueToTree(practices.get(place)));
        }
        String type = "folkmoot.tenants.succession.drawn.v1";
        assertThat(Contracts.complaints(type, data.toString())).isEmpty();
        return Event.of(Tenant.of("qr1"), "tenants", "succession", id, "drawn", Instant.now(), data);
    }

    private static void tell(Event event) throws Exception {
        try (var producer = new KafkaProducer<>(
                TestStack.current().kafka("admin"), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(event.toRecord()).get();
        }
    }

    private static JsonNode answer(String id) throws Exception {
        Registry.await(() -> !answers(id).isEmpty());
        String data = answers(id).getFirst();
        assertThat(Contracts.complaints(COUNTED, data)).isEmpty();
        return JSON.readTree(data);
    }

    private static List<String> answers(String id) {
        return Registry.rows(
                "select payload from folkmoot.outbox where type = '%s' and topic = 'ics.qr1.registry.succession.v1' and aggregateid = '%s'"
                        .formatted(COUNTED, id));
    }

    private static Map<String, String> counts(JsonNode answer) {
        Map<String, String> counts = new TreeMap<>();
        answer.path("counts")
                .forEach(count -> counts.put(
                        count.path("what").asText(),
                        count.path("goes").asLong() + " of "
                                + (count.path("goes").asLong()
                                        + count.path("stays").asLong())));
        return counts;
    }
}
