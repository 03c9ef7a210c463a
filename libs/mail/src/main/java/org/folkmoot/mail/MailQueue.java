package org.folkmoot.mail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.folkmoot.tenancy.Sql;

/**
 * The mails of one kind that wait in a table, from which several processes take them. Beside {@code tenant_id} and the rest of
 * its key the table has {@code not_before}, {@code tries}, {@code taken_at}, {@code ended_at} and {@code ending}.
 *
 * @param <N> what such a mail tells
 */
public final class MailQueue<N> {

    private final Sql sql;
    private final String table;
    private final List<String> key;
    private final String take;
    private final Sql.Row<N> row;

    /**
     * A queue from which each mail is taken once, for good.
     *
     * @param key the columns of the table's key without the tenant's
     * @param told a question that reads what such a mail tells from {@code taken}, which has the columns of the key and {@code
     *     tries}; it answers with these, too
     */
    public MailQueue(Sql sql, String table, List<String> key, String told, Sql.Row<N> row) {
        this(sql, table, key, "n.taken_at is null", told, row);
    }

    /**
     * A queue that says itself when a mail may be taken.
     *
     * @param when a condition on {@code n}, a row of the table that has not ended and whose time has come
     */
    public MailQueue(Sql sql, String table, List<String> key, String when, String told, Sql.Row<N> row) {
        this.sql = sql;
        this.table = table;
        this.key = key;
        this.row = row;
        String ofMail = key.stream().map("n."::concat).collect(Collectors.joining(", "));
        String same =
                key.stream().map(column -> "n.%1$s = w.%1$s".formatted(column)).collect(Collectors.joining(" and "));
        this.take = """
                with waiting as (
                    select n.tenant_id, %2$s from %1$s n
                    where n.tenant_id = folkmoot.current_tenant() and n.ended_at is null
                      and n.not_before <= clock_timestamp() and (%4$s)
                    order by n.not_before limit 1 for update of n skip locked),
                taken as (
                    update %1$s n set taken_at = clock_timestamp(), tries = n.tries + 1 from waiting w
                    where n.tenant_id = w.tenant_id and %3$s
                    returning n.tenant_id, %2$s, n.tries)
                """.formatted(table, ofMail, same, when) + told;
    }

    /**
     * Takes one that is due, in a transaction of the current ICS: from here on nobody else does, whatever becomes of this
     * process, unless the queue itself says that a mail may be taken again.
     *
     * @param mail the mail as it is needed when it is sent, by the address of the ICS in the portal; empty if it is not needed
     */
    public Optional<Waiting> take(BiFunction<N, String, Optional<Mail>> mail) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.first(found -> waiting(found, row.read(found), mail), take));
    }

    private Waiting waiting(ResultSet found, N told, BiFunction<N, String, Optional<Mail>> mail) throws SQLException {
        int tries = found.getInt("tries");
        var taking = new ArrayList<Object>();
        for (String column : key) {
            taking.add(found.getObject(column));
        }
        taking.add(tries);
        Function<String, Optional<Mail>> asNeeded = area -> mail.apply(told, area);
        return new Waiting(
                tries,
                asNeeded,
                ending -> change("ended_at = clock_timestamp(), ending = '" + ending.slug() + "'", taking),
                pause -> change("taken_at = null, not_before = " + later(pause), taking));
    }

    private static String later(Duration pause) {
        return "clock_timestamp() + interval '" + pause.toSeconds() + " seconds'";
    }

    /** Of this taking alone: if it was written down before, and somebody has taken it since, nothing happens. */
    private void change(String change, List<Object> taking) {
        String same = key.stream().map(column -> column + " = ?").collect(Collectors.joining(" and "));
        QuarkusTransaction.requiringNew()
                .run(() -> sql.change(
                        "update " + table + " set " + change + " where tenant_id = folkmoot.current_tenant() and "
                                + same + " and tries = ? and taken_at is not null and ended_at is null",
                        taking.toArray()));
    }
}
