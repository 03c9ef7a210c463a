package org.folkmoot.neighbourhood.place;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.folkmoot.events.Event;
import org.folkmoot.events.EventHandler;
import org.folkmoot.events.Receipt;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** Hears the registry's states and keeps the newest of each practice and neighbourhood. */
@ApplicationScoped
class RegistryStates implements EventHandler {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Receipt receipt;
    private final Sql sql;
    private final int copy;

    RegistryStates(
            Receipt receipt,
            Sql sql,
            @ConfigProperty(name = "folkmoot.neighbourhood.registry-copy", defaultValue = "1") int copy) {
        this.receipt = receipt;
        this.sql = sql;
        this.copy = copy;
    }

    /** What is kept of a practice. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record PracticeState(
            String code,
            long version,
            String name,
            String status,
            @Nullable String subIcb,
            @Nullable String pcn,
            @Nullable String pcnName) {}

    /** What is kept of a neighbourhood. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record NeighbourhoodState(
            UUID neighbourhood,
            long version,
            String name,
            @Nullable UUID place,
            List<String> members,
            @Nullable Integer deprivationDecile) {}

    @Incoming("registry-states")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        receipt.receive(this, record);
    }

    /** A new copy has had no event yet. */
    @Override
    public String consumer() {
        return "place-" + copy;
    }

    @Override
    public void handle(Event event) {
        switch (event.entity() + "." + event.verb()) {
            case "practice-state.recorded" -> keep(read(event.data(), PracticeState.class));
            case "neighbourhood-state.recorded" -> keep(read(event.data(), NeighbourhoodState.class));
            default -> {
                // Publishers add types; what no team lies in is not kept.
            }
        }
    }

    private void keep(PracticeState state) {
        sql.change(
                """
                insert into practice (tenant_id, code, copy, version, name, status, sub_icb, pcn, pcn_name)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant_id, code) do update set copy = excluded.copy, version = excluded.version,
                    name = excluded.name, status = excluded.status, sub_icb = excluded.sub_icb, pcn = excluded.pcn,
                    pcn_name = excluded.pcn_name
                where (practice.copy, practice.version) < (excluded.copy, excluded.version)
                """,
                state.code(),
                copy,
                state.version(),
                state.name(),
                state.status(),
                state.subIcb(),
                state.pcn(),
                state.pcnName());
    }

    private void keep(NeighbourhoodState state) {
        sql.change(
                """
                insert into neighbourhood (tenant_id, id, copy, version, name, place, members, deprivation_decile)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?::uuid, ?, ?::integer)
                on conflict (tenant_id, id) do update set copy = excluded.copy, version = excluded.version,
                    name = excluded.name, place = excluded.place, members = excluded.members,
                    deprivation_decile = excluded.deprivation_decile
                where (neighbourhood.copy, neighbourhood.version) < (excluded.copy, excluded.version)
                """,
                state.neighbourhood(),
                copy,
                state.version(),
                state.name(),
                state.place(),
                state.members(),
                state.deprivationDecile());
    }

    private static <T> T read(JsonNode state, Class<T> form) {
        try {
            return JSON.treeToValue(state, form);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a state that does not keep its contract", e);
        }
    }
}
