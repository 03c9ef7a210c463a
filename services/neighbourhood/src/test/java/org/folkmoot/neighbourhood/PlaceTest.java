package org.folkmoot.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.folkmoot.contracts.Contracts;
import org.folkmoot.events.Event;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.Test;

/** The copy of the registry's practices and neighbourhoods. */
@NeighbourhoodTest
class PlaceTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void the_newest_state_of_each_is_kept_whatever_comes_twice_or_late() {
        // Given
        String neighbourhood = UUID.randomUUID().toString();
        Map<String, Object> newer = Map.of(
                "neighbourhood",
                neighbourhood,
                "name",
                "Harbour",
                "members",
                List.of("Z99099", "U99345"),
                "deprivationDecile",
                2,
                "asAt",
                "2026-04-01",
                "version",
                20);
        Map<String, Object> older = Map.of(
                "neighbourhood",
                neighbourhood,
                "name",
                "Docks",
                "members",
                List.of("Z99099"),
                "asAt",
                "2026-03-01",
                "version",
                10);

        // When
        say("neighbourhood-state", neighbourhood, newer);
        say("neighbourhood-state", neighbourhood, older);
        say(
                "practice-state",
                "Z99099",
                Map.of(
                        "code", "Z99099",
                        "name", "HARBOUR SURGERY",
                        "status", "open",
                        "icb", "QKK",
                        "pcn", "U99345",
                        "asAt", "2026-08-01",
                        "release", "2026-08-01",
                        "version", 5));

        // Then
        Neighbourhood.await(() -> Neighbourhood.rows("select event_id from folkmoot.inbox where consumer = 'place-1'")
                        .size()
                >= 3);
        assertThat(Neighbourhood.rows("select name || deprivation_decile || array_to_string(members, '+') "
                        + "from neighbourhood where id = '" + neighbourhood + "'"))
                .containsExactly("Harbour2Z99099+U99345");
        String team = Neighbourhood.bareTeam(neighbourhood);
        assertThat(Neighbourhood.get(Neighbourhood.ADMIN, "/teams?practice=Z99099")
                        .getList("items.id", String.class))
                .containsExactly(team);
    }

    private static void say(String entity, String key, Map<String, Object> state) {
        JsonNode data = JSON.valueToTree(state);
        assertThat(Contracts.complaints("folkmoot.registry." + entity.replace("-", "") + ".recorded.v1", data))
                .isEmpty();
        try (var producer = new KafkaProducer<>(
                TestStack.current().kafka("admin"), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(Event.of(Tenant.of("qkk"), "registry", entity, key, "recorded", Instant.now(), data)
                            .toRecord())
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
