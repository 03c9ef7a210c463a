package org.folkmoot.tenants.audit;

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

/** The logs of the current tenant. */
@ApplicationScoped
public class AuditLog {

    private final DataSource database;
    private final ObjectMapper json;

    AuditLog(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Writes down, in the transaction at hand, what was done.
     *
     * @param stream the log that it belongs to
     * @param subject who did it: the subject of a token, or the name of a service
     * @param kind what happened, in the past tense
     * @param what the particulars, none of them personal
     * @throws IllegalStateException if it cannot be written; then it must not be done
     */
    public void append(String stream, String subject, String kind, Map<String, ?> what) {
        try (Connection connection = database.getConnection()) {
            new Ledger(connection)
                    .append(stream, new NewEntry(subject, kind, json.writeValueAsString(new TreeMap<>(what))));
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("what was done could not be written down, so it is not done", e);
        }
    }

    /** A whole log in the form that the ledger's verifier reads, entry by entry. */
    public ArrayNode read(String stream) {
        var lines = new ByteArrayOutputStream();
        try (Connection connection = database.getConnection()) {
            new Ledger(connection).export(stream, lines);
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
}
