package org.folkmoot.neighbourhood.sharing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.folkmoot.events.Event;
import org.folkmoot.events.EventHandler;
import org.folkmoot.events.Receipt;
import org.folkmoot.tenancy.Sql;

/** Hears what the registry was told of organisations by the Data Security and Protection Toolkit, and keeps the newest. */
@ApplicationScoped
class DsptStates implements EventHandler {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final Receipt receipt;
    private final Sql sql;
    private final int copy;

    DsptStates(
            Receipt receipt,
            Sql sql,
            @ConfigProperty(name = "folkmoot.neighbourhood.registry-copy", defaultValue = "1") int copy) {
        this.receipt = receipt;
        this.sql = sql;
        this.copy = copy;
    }

    /** What is kept of an organisation. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record DsptState(String organisation, long version, String status, LocalDate dated) {}

    @Incoming("dspt-states")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        receipt.receive(this, record);
    }

    /** A new copy has had no event yet. */
    @Override
    public String consumer() {
        return "sharing-" + copy;
    }

    @Override
    public void handle(Event event) {
        if (event.verb().equals("recorded")) {
            keep(read(event));
        }
    }

    private void keep(DsptState state) {
        sql.change("""
                insert into dspt (tenant_id, organisation, copy, version, status, dated)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?)
                on conflict (tenant_id, organisation) do update set copy = excluded.copy, version = excluded.version,
                    status = excluded.status, dated = excluded.dated
                where (dspt.copy, dspt.version) < (excluded.copy, excluded.version)
                """, state.organisation(), copy, state.version(), state.status(), state.dated());
    }

    private static DsptState read(Event event) {
        try {
            return JSON.treeToValue(event.data(), DsptState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a state that does not keep its contract", e);
        }
    }
}
