package org.folkmoot.neighbourhood.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.seal.PatientKeys;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The notifications that were heard by the current ICS, in the caller's transaction. */
@ApplicationScoped
class Notifications {

    private static final String ORIGINAL = "nhs_notification.original/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SHOWN = """
            select id, type, source, happened_at, heard_at, state, outcome, version from nhs_notification
            where tenant_id = folkmoot.current_tenant()
            """;

    private final Sql sql;
    private final PatientKeys keys;

    Notifications(Sql sql, PatientKeys keys) {
        this.sql = sql;
        this.keys = keys;
    }

    /** A notification of a patient, that can be looked at again. */
    record Held(UUID id, Notification notification, UUID patient, NotificationState state, long version) {}

    /** Whether it was heard before. */
    boolean isKnown(UUID event) {
        return sql.first(row -> true, SHOWN + "and event_id = ?", event).isPresent();
    }

    /**
     * Keeps it.
     *
     * @param patient who is meant; null if nobody here
     * @return as which it is known
     */
    UUID keep(Notification heard, @Nullable UUID patient, NotificationState state, String outcome, Instant at) {
        UUID id = Uuid7.next();
        sql.change(
                """
                insert into nhs_notification
                    (tenant_id, id, event_id, type, source, happened_at, heard_at, patient_id, state, outcome, original,
                    try_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                heard.event(),
                heard.type(),
                heard.source(),
                heard.happenedAt(),
                at,
                patient,
                state.slug(),
                outcome,
                patient == null ? null : sealed(patient, id, heard),
                state == NotificationState.WAITING ? at : null);
        return id;
    }

    /**
     * Takes one that waits and is due, so that nobody else does. It is due again after a pause that doubles with each try, up to
     * ten minutes.
     */
    Optional<UUID> takeDue(Instant now, Duration pause) {
        return sql.first(row -> row.getObject("id", UUID.class), """
                with due as (
                    select id from nhs_notification
                    where tenant_id = folkmoot.current_tenant() and try_at <= ?
                    order by try_at limit 1 for update skip locked)
                update nhs_notification n
                set tries = n.tries + 1,
                    try_at = ?::timestamptz
                        + least(interval '10 minutes', ? * power(2, least(n.tries, 20)) * interval '1 millisecond')
                from due where n.tenant_id = folkmoot.current_tenant() and n.id = due.id
                returning n.id
                """, now, now, pause.toMillis());
    }

    /** It goes on to wait. */
    void stillWaits(UUID id, String outcome) {
        sql.change("""
                update nhs_notification set outcome = ?, version = version + 1
                where tenant_id = folkmoot.current_tenant() and id = ? and outcome <> ?
                """, outcome, id, outcome);
    }

    /** This became of it, and it waits no more. */
    void settle(UUID id, NotificationState state, String outcome) {
        sql.change("""
                update nhs_notification set state = ?, outcome = ?, try_at = null, version = version + 1
                where tenant_id = folkmoot.current_tenant() and id = ?
                """, state.slug(), outcome, id);
    }

    /** The notification, if its patient is known and not erased, so that nobody else settles it until this transaction ends. */
    Optional<Held> held(UUID id) {
        return sql.first(this::opened, """
                        select id, event_id, patient_id, happened_at, original, state, version from nhs_notification
                        where tenant_id = folkmoot.current_tenant() and id = ? and patient_id is not null for update
                        """, id).flatMap(each -> each);
    }

    Optional<Result.Done<NotificationView>> shown(UUID id) {
        return sql.first(row -> new Result.Done<>(view(row), row.getLong("version")), SHOWN + "and id = ?", id);
    }

    /** The newest first; before that one. */
    List<NotificationView> page(@Nullable NotificationState state, UUID before, int most) {
        String wanted = state == null ? null : state.slug();
        return sql.list(
                Notifications::view,
                SHOWN + "and (? ::text is null or state = ?) and id < ? order by id desc limit ?",
                wanted,
                wanted,
                before,
                most);
    }

    private byte[] sealed(UUID patient, UUID id, Notification heard) {
        return keys.required(patient).seal(ORIGINAL + id, heard.original().toString());
    }

    private Optional<Held> opened(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID event = row.getObject("event_id", UUID.class);
        UUID patient = row.getObject("patient_id", UUID.class);
        byte[] original = row.getBytes("original");
        Instant happenedAt = Sql.instant(row, "happened_at");
        NotificationState state = NotificationState.of(row.getString("state"));
        long version = row.getLong("version");
        return keys.of(patient).map(key -> {
            try {
                return new Held(
                        id,
                        Notification.of(event, happenedAt, JSON.readTree(key.open(ORIGINAL + id, original))),
                        patient,
                        state,
                        version);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("what was kept cannot be read", e);
            }
        });
    }

    private static NotificationView view(ResultSet row) throws SQLException {
        return new NotificationView(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("source"),
                Sql.instant(row, "happened_at"),
                Sql.instant(row, "heard_at"),
                NotificationState.of(row.getString("state")),
                row.getString("outcome"));
    }
}
