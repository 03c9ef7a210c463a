package org.folkmoot.tenants.systems;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.folkmoot.tenancy.Sql;
import org.folkmoot.tenants.topics.Outsider;

/** The credentials of the current ICS's systems, in the caller's transaction. */
@ApplicationScoped
class Credentials {

    private final Sql sql;

    Credentials(Sql sql) {
        this.sql = sql;
    }

    private record Owned(UUID system, Credential credential) {}

    List<Credential> of(UUID system) {
        return of(List.of(system)).getOrDefault(system, List.of());
    }

    /** The newest first. */
    Map<UUID, List<Credential>> of(List<UUID> systems) {
        return sql
                .list(
                        Credentials::read,
                        """
                        select c.system_id, s.kafka_name, c.number, c.issued_at, c.dropped_at, c.closed_at
                        from external_system_credential c
                        join external_system s on s.tenant_id = c.tenant_id and s.id = c.system_id
                        where c.tenant_id = folkmoot.current_tenant() and c.system_id::text = any (?)
                        order by c.system_id, c.number desc
                        """,
                        systems.stream().map(UUID::toString).toList())
                .stream()
                .collect(Collectors.groupingBy(
                        Owned::system, Collectors.mapping(Owned::credential, Collectors.toUnmodifiableList())));
    }

    void issued(UUID system, int number, Instant at) {
        sql.change("""
                insert into external_system_credential (tenant_id, system_id, number, issued_at)
                values (folkmoot.current_tenant(), ?, ?, ?)
                """, system, number, at);
    }

    /** Decides that a credential is good no more; the version of its system grows with it. */
    void drop(ExternalSystem system, int number, Instant at) {
        system.dropped(at);
        sql.change("""
                update external_system_credential set dropped_at = ?
                where tenant_id = folkmoot.current_tenant() and system_id = ? and number = ? and dropped_at is null
                """, at, system.id(), number);
    }

    /** Every credential that was dropped is good no more. */
    void closed(Instant at) {
        sql.change("""
                update external_system_credential set closed_at = ?
                where tenant_id = folkmoot.current_tenant() and dropped_at is not null and closed_at is null
                """, at);
    }

    private static Owned read(ResultSet row) throws SQLException {
        Instant dropped = Sql.instantIfAny(row, "dropped_at");
        Credential.State state = dropped == null
                ? Credential.State.IN_FORCE
                : Sql.instantIfAny(row, "closed_at") == null ? Credential.State.CLOSING : Credential.State.CLOSED;
        int number = row.getInt("number");
        return new Owned(
                row.getObject("system_id", UUID.class),
                new Credential(
                        number,
                        Outsider.principal(row.getString("kafka_name"), number),
                        state,
                        Sql.instant(row, "issued_at"),
                        dropped));
    }
}
