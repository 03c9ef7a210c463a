package org.folkmoot.tenants.ics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.ledger.NewEntry;
import org.folkmoot.tenancy.Tenant;

/**
 * Writes down what was done to an ICS, and by whom, in the transaction in which it is done. Each ICS has a log of its
 * own; it names operators by their subject, and nobody else.
 */
@ApplicationScoped
class Audit {

    /** Stands for the control plane itself, where no operator stands behind a change. */
    private static final String PLATFORM = "tenants";

    private final DataSource database;
    private final ObjectMapper json;

    Audit(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    void byPlatform(String kind, Tenant tenant, Map<String, ?> what) {
        by(PLATFORM, kind, tenant, what);
    }

    void by(String subject, String kind, Tenant tenant, Map<String, ?> what) {
        try (Connection connection = database.getConnection()) {
            new Ledger(connection)
                    .append(stream(tenant), new NewEntry(subject, kind, json.writeValueAsString(new TreeMap<>(what))));
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("what was done could not be written down, so it is not done", e);
        }
    }

    /** The log of an ICS in the form that the ledger's verifier reads, entry by entry. */
    ArrayNode of(Tenant tenant) {
        var lines = new ByteArrayOutputStream();
        try (Connection connection = database.getConnection()) {
            new Ledger(connection).export(stream(tenant), lines);
            ArrayNode entries = json.createArrayNode();
            try (var values =
                    json.readerFor(JsonNode.class).<JsonNode>readValues(lines.toString(StandardCharsets.UTF_8))) {
                values.forEachRemaining(entries::add);
            }
            return entries;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the log cannot be read", e);
        }
    }

    private static String stream(Tenant tenant) {
        return "audit/ics/" + tenant.id();
    }
}
