package org.folkmoot.registry.backlog;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.folkmoot.http.Cursor;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.registry.Order;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The returns of the ICS's practices. */
@ApplicationScoped
class Backlog {

    private static final String SELECT = """
            select b.*, o.name from backlog_in_force b
            left join organisation o on o.code = b.practice and o.valid_from <= ? and o.valid_to > ?
            """;

    private static final String PAGE = """
            where (? or b.practice = any (?)) and (? ::text is null or b.practice = ?)
              and b.week >= coalesce(? ::date, '-infinity') and b.week <= coalesce(? ::date, 'infinity')
            """;

    private final Sql sql;
    private final Caller caller;
    private final Clock clock;

    Backlog(Sql sql, Caller caller, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * In that order, after that place.
     *
     * @param all whether of every practice, or only of {@code own}
     */
    List<BacklogView> page(
            boolean all,
            List<String> own,
            @Nullable String practice,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            BacklogOrder sort,
            @Nullable Cursor after,
            int most) {
        Order order = sort.order();
        LocalDate today = LondonTime.today(clock);
        var values =
                new ArrayList<@Nullable Object>(Arrays.asList(today, today, all, own, practice, practice, from, until));
        if (after != null) {
            values.addAll(order.inTurn(sort.place(after)));
        }
        values.add(most);
        return sql.list(
                Backlog::view,
                SELECT + PAGE + (after == null ? "" : " and " + order.after()) + " order by " + order.members()
                        + " limit ?",
                values.toArray());
    }

    Optional<BacklogView> find(OdsCode practice, LocalDate week) {
        LocalDate today = LondonTime.today(clock);
        return sql.first(
                Backlog::view, SELECT + "where b.practice = ? and b.week = ?", today, today, practice.code(), week);
    }

    /** Adds the return with this number; false if there is one with it already. */
    boolean add(OdsCode practice, LocalDate week, int number, BacklogTerms terms) {
        String note = terms.note();
        return sql.change(
                        """
                        insert into backlog_return (tenant_id, practice, week, number, waiting, longest_wait_days, capacity,
                            note, recorded_by, recorded_name, recorded_at)
                        values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """,
                        practice.code(),
                        week,
                        number,
                        terms.waiting(),
                        terms.longestWaitDays(),
                        terms.capacity(),
                        note == null ? null : note.strip(),
                        caller.subject(),
                        caller.name(),
                        clock.instant())
                == 1;
    }

    private static BacklogView view(ResultSet row) throws SQLException {
        return new BacklogView(
                row.getString("practice"),
                row.getString("name"),
                row.getObject("week", LocalDate.class),
                row.getInt("number"),
                row.getInt("waiting"),
                row.getObject("longest_wait_days", Integer.class),
                row.getInt("capacity"),
                row.getString("note"),
                row.getString("recorded_name"),
                Sql.instant(row, "recorded_at"));
    }
}
