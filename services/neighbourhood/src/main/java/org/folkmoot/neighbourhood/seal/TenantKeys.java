package org.folkmoot.neighbourhood.seal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.tenancy.CurrentTenant;
import org.folkmoot.tenancy.Sql;

/** The keys of each ICS. They are made, and committed, before anything is wrapped with them. */
@ApplicationScoped
class TenantKeys {

    private static final String WRAP = "wrap";
    private static final String FIND = "find";

    private final MasterKeys masters;
    private final Sql sql;
    private final CurrentTenant tenant;
    private final Clock clock;
    private final Map<Name, SecretBytes> known = new ConcurrentHashMap<>();

    TenantKeys(MasterKeys masters, Sql sql, CurrentTenant tenant, Clock clock) {
        this.masters = masters;
        this.sql = sql;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** A key of an ICS, and as which it is kept. */
    record Numbered(int number, SecretBytes key) {}

    private record Name(String tenant, String purpose, int number) {
        String context() {
            return "tenant_key/" + tenant + "/" + purpose + "/" + number;
        }
    }

    private record Row(int number, String master, byte[] wrapped) {}

    /** The key that wraps patients' keys now. Another replica may have renewed it, so the database is asked. */
    Numbered wrapping() {
        int number = newest(WRAP);
        if (number == 0) {
            make(WRAP, 1);
            number = 1;
        }
        return new Numbered(number, key(WRAP, number));
    }

    /** A key that wrapped patients' keys at some time. */
    SecretBytes wrapping(int number) {
        return key(WRAP, number);
    }

    /** Reads the ICS's keys if it has any that nobody asked for here yet, so that who reads many rows does not ask amid them. */
    void ready() {
        if (!known.containsKey(new Name(tenant.require().id(), WRAP, 1))) {
            rows(WRAP).forEach(row -> keep(new Name(tenant.require().id(), WRAP, row.number()), row));
        }
    }

    private SecretBytes keep(Name name, Row row) {
        SecretBytes key = masters.unwrap(row.master(), row.wrapped(), name.context());
        known.put(name, key);
        return key;
    }

    /** The key by which NHS numbers are hashed. It stays, since nobody is found by the hash of another. */
    SecretBytes finding() {
        var name = new Name(tenant.require().id(), FIND, 1);
        if (!known.containsKey(name) && newest(FIND) == 0) {
            make(FIND, 1);
        }
        return key(FIND, 1);
    }

    /** Makes a key that wraps patients' keys from now on, and wraps all keys of the ICS under the installation's present one. */
    void renew() {
        make(WRAP, newest(WRAP) + 1);
        for (String purpose : List.of(WRAP, FIND)) {
            for (Row row : rows(purpose)) {
                if (!row.master().equals(masters.present())) {
                    rewrap(purpose, row);
                }
            }
        }
    }

    private void rewrap(String purpose, Row row) {
        var name = new Name(tenant.require().id(), purpose, row.number());
        sql.change(
                """
                update tenant_key set master = ?, wrapped = ?
                where tenant_id = folkmoot.current_tenant() and purpose = ? and number = ?
                """,
                masters.present(),
                masters.wrap(key(purpose, row.number()), name.context()),
                purpose,
                row.number());
    }

    private SecretBytes key(String purpose, int number) {
        var name = new Name(tenant.require().id(), purpose, number);
        SecretBytes key = known.get(name);
        if (key == null) {
            Row row = rows(purpose).stream()
                    .filter(each -> each.number() == number)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the ICS has no key " + purpose + " " + number));
            key = keep(name, row);
        }
        return key;
    }

    /** In a transaction of its own: what is sealed with a key that was rolled back could never be opened again. */
    private void make(String purpose, int number) {
        var name = new Name(tenant.require().id(), purpose, number);
        byte[] wrapped = masters.wrap(SecretBytes.random(), name.context());
        QuarkusTransaction.requiringNew()
                .run(() -> sql.change("""
                        insert into tenant_key (tenant_id, purpose, number, master, wrapped, made_at)
                        values (folkmoot.current_tenant(), ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """, purpose, number, masters.present(), wrapped, clock.instant()));
    }

    private int newest(String purpose) {
        return sql.alone(row -> row.getInt("number"), """
                        select coalesce(max(number), 0) as number from tenant_key
                        where tenant_id = folkmoot.current_tenant() and purpose = ?
                        """, purpose).getFirst();
    }

    private List<Row> rows(String purpose) {
        return sql.alone(
                row -> new Row(row.getInt("number"), row.getString("master"), row.getBytes("wrapped")), """
                select number, master, wrapped from tenant_key
                where tenant_id = folkmoot.current_tenant() and purpose = ?
                order by number
                """, purpose);
    }
}
