package org.folkmoot.neighbourhood.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.folkmoot.tenancy.Sql;

/** The record of everybody who looked at a patient's data. It goes with the reading's transaction: nobody sees unrecorded. */
@ApplicationScoped
public class ReadAudit {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sql sql;

    ReadAudit(Sql sql) {
        this.sql = sql;
    }

    /**
     * Records a read, in one round trip however many patients it shows. Of no patient there is nothing to record.
     *
     * @param what was looked at, for example {@code referral} or {@code care-plan}
     * @param why they may see it: the basis that {@link Access} gives, or for a list the list's
     */
    public void read(Reader reader, String what, String why, Collection<UUID> patients) {
        List<String> ids =
                patients.stream().map(UUID::toString).distinct().sorted().toList();
        if (ids.isEmpty()) {
            return;
        }
        String stream = "reads/" + reader.subject();
        ObjectNode payload = JSON.createObjectNode().put("what", what).put("why", why);
        list(payload, "organisations", reader.organisations());
        list(payload, "patients", ids);
        sql.change("""
                insert into patient_read (tenant_id, patient_id, at, stream, number, reader_name)
                select a.tenant_id, p.id, a.at, ?, a.number, ?
                from folkmoot.ledger_append(?, ?, 'patient.read', ?) a
                cross join unnest(?::uuid[]) p (id)
                """, stream, reader.person().name(), stream, reader.subject(), payload.toString(), ids);
    }

    /**
     * Records a read in the very question by which it is done, for which that is one round trip: a further part of it.
     *
     * @param shown the name of that part of the question which says whom it shows, as {@code patient_id}, and {@code why}
     */
    public Access.Expression recording(Reader reader, String what, String shown) {
        String stream = "reads/" + reader.subject();
        return new Access.Expression(
                """
                recorded as (
                    insert into patient_read (tenant_id, patient_id, at, stream, number, reader_name)
                    select a.tenant_id, p.id, a.at, ?, a.number, ?
                    from (
                        select array_agg(distinct patient_id) as patients, min(why) as why from %s having count(*) > 0) s
                    cross join lateral folkmoot.ledger_append(?, ?, 'patient.read', json_build_object(
                        'what', ?::text, 'why', s.why, 'organisations', ?::text[], 'patients', s.patients)::text) a
                    cross join unnest(s.patients) p (id))""".formatted(shown),
                List.of(stream, reader.person().name(), stream, reader.subject(), what, reader.organisations()));
    }

    /**
     * Somebody looked at a patient's data.
     *
     * @param stream the reader's own ledger
     * @param number of the entry in it
     * @param name what the reader was called then
     * @param organisations for which they spoke, by ODS code
     */
    public record Look(
            Instant at, String stream, long number, String name, List<String> organisations, String what, String why) {}

    /** Who looked at that patient's data, the latest first, before that entry of that stream. */
    public List<Look> of(UUID patient, Instant before, String stream, long number, int most) {
        return sql.list(ReadAudit::look, """
                select r.at, r.stream, r.number, r.reader_name, e.payload
                from patient_read r
                join folkmoot.ledger_entry e
                    on e.tenant_id = r.tenant_id and e.stream = r.stream and e.number = r.number
                where r.tenant_id = folkmoot.current_tenant() and r.patient_id = ?
                  and (r.at, r.stream, r.number) < (?, ?, ?)
                order by r.at desc, r.stream desc, r.number desc limit ?
                """, patient, before, stream, number, most);
    }

    private static Look look(ResultSet row) throws SQLException {
        try {
            JsonNode payload = JSON.readTree(row.getString("payload"));
            return new Look(
                    Sql.instant(row, "at"),
                    row.getString("stream"),
                    row.getLong("number"),
                    row.getString("reader_name"),
                    payload.path("organisations")
                            .valueStream()
                            .map(JsonNode::asText)
                            .toList(),
                    payload.path("what").asText(),
                    payload.path("why").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry of the ledger is JSON", e);
        }
    }

    private static void list(ObjectNode payload, String field, List<String> texts) {
        ArrayNode list = payload.putArray(field);
        texts.forEach(list::add);
    }
}
