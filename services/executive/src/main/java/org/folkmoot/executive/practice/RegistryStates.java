package org.folkmoot.executive.practice;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.folkmoot.events.Event;
import org.folkmoot.events.EventHandler;
import org.folkmoot.events.Receipt;
import org.folkmoot.executive.power.Field;
import org.folkmoot.tenancy.Sql;

/** Hears the registry's states and keeps the newest of each practice and neighbourhood. */
@ApplicationScoped
class RegistryStates implements EventHandler {

    private final Receipt receipt;
    private final Sql sql;
    private final int copy;

    RegistryStates(
            Receipt receipt,
            Sql sql,
            @ConfigProperty(name = "folkmoot.executive.registry-copy", defaultValue = "1") int copy) {
        this.receipt = receipt;
        this.sql = sql;
        this.copy = copy;
    }

    @Incoming("registry-states")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        receipt.receive(this, record);
    }

    /** A new copy has had no event yet. */
    @Override
    public String consumer() {
        return "practice-" + copy;
    }

    @Override
    public void handle(Event event) {
        switch (event.entity() + "." + event.verb()) {
            case "practice-state.recorded" -> practice(event.data());
            case "neighbourhood-state.recorded" -> neighbourhood(event.data());
            default -> {
                // Publishers add types; what no audience is made of is not kept.
            }
        }
    }

    private void practice(JsonNode state) {
        sql.change(
                """
                insert into practice (tenant_id, code, copy, version, name, status, sub_icb, pcn, pcn_name)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant_id, code) do update set copy = excluded.copy, version = excluded.version,
                    name = excluded.name, status = excluded.status, sub_icb = excluded.sub_icb, pcn = excluded.pcn,
                    pcn_name = excluded.pcn_name
                where (practice.copy, practice.version) < (excluded.copy, excluded.version)
                """,
                Field.text(state, "code"),
                copy,
                Field.whole(state, "version"),
                Field.text(state, "name"),
                Field.text(state, "status"),
                Field.optionalText(state, "subIcb"),
                Field.optionalText(state, "pcn"),
                Field.optionalText(state, "pcnName"));
    }

    private void neighbourhood(JsonNode state) {
        sql.change(
                """
                insert into neighbourhood (tenant_id, id, copy, version, name, place, members)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?::uuid, ?)
                on conflict (tenant_id, id) do update set copy = excluded.copy, version = excluded.version,
                    name = excluded.name, place = excluded.place, members = excluded.members
                where (neighbourhood.copy, neighbourhood.version) < (excluded.copy, excluded.version)
                """,
                Field.id(state, "neighbourhood"),
                copy,
                Field.whole(state, "version"),
                Field.text(state, "name"),
                Field.optionalText(state, "place"),
                Field.texts(state, "members"));
    }
}
