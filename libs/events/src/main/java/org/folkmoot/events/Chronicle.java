package org.folkmoot.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;

/** Writes down who did what, and announces it. Everything goes with the caller's transaction, or not at all. */
@ApplicationScoped
public class Chronicle {

    /** The wire form of events: dates and times as ISO texts, and what has no value is absent. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    /** The service: the domain of its events, and who acted where time, not a person, made something happen. */
    private final String service;

    private final DataSource database;
    private final Outbox outbox;
    private final CurrentTenant tenant;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    Chronicle(
            @ConfigProperty(name = "quarkus.application.name") String service,
            DataSource database,
            Outbox outbox,
            CurrentTenant tenant,
            Caller caller) {
        this.service = service;
        this.database = database;
        this.outbox = outbox;
        this.tenant = tenant;
        this.caller = caller;
    }

    /** Writes into the audit trail of an object what the caller did to it. */
    public void wrote(String verb, String kind, Object id, @Nullable String reason) {
        write(caller.subject(), verb, kind, id, reason);
    }

    /** Writes into the audit trail of an object what the service itself did to it, because it was time. */
    public void itself(String verb, String kind, Object id, @Nullable String reason) {
        write(service, verb, kind, id, reason);
    }

    /**
     * Announces what happened to an aggregate.
     *
     * @param entity the kind of aggregate: {@code ballot}
     * @param verb what happened to it: {@code opened}
     * @param data a record of plain values as the event's contract has them
     */
    public void announce(String entity, String id, String verb, Object data) {
        announce(entity, id, verb, data, clock.instant());
    }

    /** {@link #announce(String, String, String, Object)} of what happened at another time than now. */
    public void announce(String entity, String id, String verb, Object data, Instant at) {
        outbox.announce(Event.of(tenant.require(), service, entity, id, verb, at, JSON.valueToTree(data)));
    }

    /** Pages on which is gathered what one statement writes down and announces beside the change itself. */
    public Pages pages() {
        return new Pages();
    }

    /** What was done and is announced, in its order. Written by {@code folkmoot.chronicle}, in the caller's transaction. */
    public final class Pages {

        private final ArrayNode acts = JSON.createArrayNode();
        private final ArrayNode events = JSON.createArrayNode();

        private Pages() {}

        /** {@link Chronicle#wrote}, as far as it goes before it is written. */
        public Pages wrote(String verb, String kind, Object id, @Nullable String reason) {
            var act = new Act(caller.subject(), verb, kind, id.toString(), reason);
            acts.addObject()
                    .put("stream", act.stream())
                    .put("actor", act.entry().actor())
                    .put("kind", act.entry().kind())
                    .put("payload", act.entry().payload());
            return this;
        }

        /** {@link Chronicle#announce(String, String, String, Object)}, as far as it goes before it is written. */
        public Pages announce(String entity, String id, String verb, Object data) {
            events.add(outbox.row(
                    Event.of(tenant.require(), service, entity, id, verb, clock.instant(), JSON.valueToTree(data))));
            return this;
        }

        /** As {@code folkmoot.chronicle} takes them. */
        public String json() {
            return JSON.createObjectNode()
                    .<ObjectNode>set("acts", acts)
                    .set("events", events)
                    .toString();
        }
    }

    private void write(String actor, String verb, String kind, Object id, @Nullable String reason) {
        try (Connection connection = database.getConnection()) {
            new Ledger(connection).append(new Act(actor, verb, kind, id.toString(), reason));
        } catch (SQLException e) {
            throw new IllegalStateException("what cannot be written down does not take place", e);
        }
    }
}
