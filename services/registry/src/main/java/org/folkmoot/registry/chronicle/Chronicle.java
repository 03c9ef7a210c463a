package org.folkmoot.registry.chronicle;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.folkmoot.events.Event;
import org.folkmoot.events.Outbox;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;

/** Writes down who did what, and announces it. Everything goes with the caller's transaction, or not at all. */
@ApplicationScoped
public class Chronicle {

    private static final String DOMAIN = "registry";

    /** The wire form of events: dates and times as ISO texts, and what has no value is absent. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private final DataSource database;
    private final Outbox outbox;
    private final CurrentTenant tenant;
    private final Caller caller;
    private final Clock clock;

    Chronicle(DataSource database, Outbox outbox, CurrentTenant tenant, Caller caller, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.tenant = tenant;
        this.caller = caller;
        this.clock = clock;
    }

    /** Writes into the audit trail of an object what the caller did to it. */
    public void wrote(String verb, String kind, Object id, @Nullable String reason) {
        try (Connection connection = database.getConnection()) {
            new Ledger(connection).append(new Act(caller.subject(), verb, kind, id.toString(), reason));
        } catch (SQLException e) {
            throw new IllegalStateException("what cannot be written down does not take place", e);
        }
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
        outbox.announce(Event.of(tenant.require(), DOMAIN, entity, id, verb, at, JSON.valueToTree(data)));
    }
}
