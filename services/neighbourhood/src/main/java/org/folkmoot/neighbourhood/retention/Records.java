package org.folkmoot.neighbourhood.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.access.Access;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Sql;

/** The records of the current ICS by age, in the caller's transaction. */
@ApplicationScoped
class Records {

    private static final int ERASED = 500;

    private final Sql sql;

    Records(Sql sql) {
        this.sql = sql;
    }

    /**
     * Somebody whose care has ended.
     *
     * @param ended the day of the last thing that happened or was written down
     */
    record Ended(UUID patient, LocalDate ended) {}

    /** The period, with its version: 0 while nobody has set one. */
    Result.Done<RetentionView> period() {
        int erased = sql.first(
                        row -> row.getInt("erased"),
                        "select count(*)::integer as erased from patient"
                                + " where tenant_id = folkmoot.current_tenant() and key_destroyed_at is not null")
                .orElseThrow();
        return sql.first(
                        row -> new Result.Done<>(
                                new RetentionView(
                                        row.getInt("years"),
                                        row.getString("reason"),
                                        row.getString("set_name"),
                                        Sql.instant(row, "set_at"),
                                        erased),
                                row.getLong("number")),
                        """
                        select number, years, reason, set_name, set_at from retention_period
                        where tenant_id = folkmoot.current_tenant() order by number desc limit 1
                        """)
                .orElseGet(() -> new Result.Done<>(
                        new RetentionView(RetentionPeriod.USUAL.years(), null, null, null, erased), 0));
    }

    /** Nobody else sets the period until this transaction ends. */
    void hold() {
        sql.call("select pg_advisory_xact_lock(hashtextextended('retention of ' || folkmoot.current_tenant(), 0))");
    }

    void set(long number, RetentionRequest request, Person by, Instant at) {
        sql.change("""
                insert into retention_period (tenant_id, number, years, reason, set_by, set_name, set_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?)
                """, (int) number, request.years(), request.reason().strip(), by.subject(), by.name(), at);
    }

    /**
     * People who are not erased, of whom nothing is open and nothing has happened since that day, by their identifier.
     *
     * @param after the one before them
     */
    List<Ended> endedBefore(LocalDate day, UUID after) {
        return sql.list(Records::ended, """
                select p.id, greatest((p.made_at at time zone 'Europe/London')::date, last.day) as ended
                from patient p
                cross join lateral (
                    select max((greatest(e.happened_at, e.recorded_at) at time zone 'Europe/London')::date) as day
                    from referral r
                    join referral_event e on e.tenant_id = r.tenant_id and e.referral_id = r.id
                    where r.tenant_id = p.tenant_id and r.patient_id = p.id) last
                where p.tenant_id = folkmoot.current_tenant() and p.key_wrapped is not null and p.id > ?
                  and (p.made_at at time zone 'Europe/London')::date < ?
                  and coalesce(last.day, '-infinity') < ?
                  and not exists (
                    select from referral r
                    where r.tenant_id = p.tenant_id and r.patient_id = p.id
                      and not %s)
                order by p.id limit ?
                """.formatted(Access.isOver("r.state")), after, day, day, ERASED);
    }

    /** Whether nothing has happened to them since. */
    boolean isStillEnded(Ended known) {
        return sql.first(row -> true, """
                        select 1 from patient p
                        where p.tenant_id = folkmoot.current_tenant() and p.id = ? and not exists (
                            select from referral r
                            where r.tenant_id = p.tenant_id and r.patient_id = p.id
                              and (not %s or exists (
                                select from referral_event e
                                where e.tenant_id = r.tenant_id and e.referral_id = r.id
                                  and (greatest(e.happened_at, e.recorded_at) at time zone 'Europe/London')::date > ?)))
                        """.formatted(Access.isOver("r.state")), known.patient(), known.ended())
                .isPresent();
    }

    /** Whether those were as many as are asked for at once, so that there may be more. */
    static boolean isFull(List<Ended> ended) {
        return ended.size() == ERASED;
    }

    Optional<KeyRenewalView> key() {
        return sql.first(
                row -> new KeyRenewalView(row.getInt("number"), Sql.instant(row, "made_at"), row.getInt("waiting")),
                """
                select k.number, k.made_at, (
                    select count(*)::integer from patient p
                    where p.tenant_id = k.tenant_id and p.key_number < k.number) as waiting
                from tenant_key k
                where k.tenant_id = folkmoot.current_tenant() and k.purpose = 'wrap' order by k.number desc limit 1
                """);
    }

    private static Ended ended(ResultSet row) throws SQLException {
        return new Ended(row.getObject("id", UUID.class), row.getObject("ended", LocalDate.class));
    }
}
