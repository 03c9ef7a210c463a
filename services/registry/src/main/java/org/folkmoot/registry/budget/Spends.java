package org.folkmoot.registry.budget;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** What the ICS's practices spent, by month. */
@ApplicationScoped
class Spends {

    /** A year and a month. */
    static final String MONTH = "(19|20)[0-9]{2}-(0[1-9]|1[0-2])";

    private static final String PAGE = """
            select * from spend_in_force
            where (? or practice = any (?)) and (? ::text is null or practice = ?)
              and month >= coalesce(? ::date, '-infinity') and month <= coalesce(? ::date, 'infinity')
              and (practice, month) > (coalesce(?, ''), coalesce(? ::date, '-infinity'))
            order by practice, month limit ?
            """;

    private final Sql sql;
    private final Caller caller;
    private final Clock clock;

    Spends(Sql sql, Caller caller, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * By practice and month.
     *
     * @param all whether of every practice, or only of {@code own}
     */
    List<SpendView> page(
            boolean all,
            List<String> own,
            @Nullable String practice,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String afterPractice,
            @Nullable LocalDate afterMonth,
            int most) {
        return sql.list(Spends::view, PAGE, all, own, practice, practice, from, until, afterPractice, afterMonth, most);
    }

    Optional<SpendView> find(OdsCode practice, YearMonth month) {
        return sql.first(
                Spends::view,
                "select * from spend_in_force where practice = ? and month = ?",
                practice.code(),
                month.atDay(1));
    }

    /** Adds the record with this number; false if there is one with it already. */
    boolean add(OdsCode practice, YearMonth month, int number, SpendTerms spend) {
        Heads heads = spend.heads();
        return sql.change(
                        """
                        insert into practice_spend (tenant_id, practice, month, number, locums_pence, substantive_staff_pence,
                            premises_pence, other_pence, source, recorded_by, recorded_name, recorded_at)
                        values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """,
                        practice.code(),
                        month.atDay(1),
                        number,
                        heads.locumsPence(),
                        heads.substantiveStaffPence(),
                        heads.premisesPence(),
                        heads.otherPence(),
                        spend.source().strip(),
                        caller.subject(),
                        caller.name(),
                        clock.instant())
                == 1;
    }

    private static SpendView view(ResultSet row) throws SQLException {
        Heads heads = Heads.of(row, "");
        return new SpendView(
                row.getString("practice"),
                YearMonth.from(row.getObject("month", LocalDate.class)).toString(),
                row.getInt("number"),
                heads,
                heads.total(),
                row.getString("source"),
                row.getString("recorded_name"),
                Sql.instant(row, "recorded_at"));
    }
}
