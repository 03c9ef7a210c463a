package org.folkmoot.registry.dspt;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.folkmoot.http.Cursor;
import org.folkmoot.registry.Order;
import org.folkmoot.registry.ics.InTurn;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** What the toolkit says of organisations, as the ICS was told. */
@ApplicationScoped
class DsptStatuses {

    /** A fact is new unless the last one by its day, of lists that are no later, says the same. */
    private static final String ADD = """
            insert into dspt_status (tenant_id, organisation, dated, status, edition, wording, file_as_at, recorded_by,
                recorded_name, recorded_at)
            select folkmoot.current_tenant(), f.organisation, f.dated, f.status, f.edition, f.wording, f.file_as_at, ?, ?, ?
            from (select ? ::date as file_as_at, ? ::text as organisation, ? ::date as dated, ? ::text as status,
                ? ::text as edition, ? ::text as wording) f
            left join lateral (
                select s.status, s.edition from dspt_status s
                where s.organisation = f.organisation and s.dated <= f.dated and s.file_as_at <= f.file_as_at
                order by s.dated desc, s.file_as_at desc, s.recorded_at desc limit 1) last on true
            where (last.status, last.edition) is distinct from (f.status, f.edition)
            """;

    private static final String HOLDS = """
            select distinct on (s.organisation) s.*, o.name
            from dspt_status s
            left join organisation o on o.code = s.organisation and o.valid_from <= ? and o.valid_to > ?
            where s.dated <= ? and s.organisation > coalesce(?, '') and (? ::text is null or s.organisation = ?)
              and (not ? or s.organisation in (select own_practices()))
            order by s.organisation, s.dated desc, s.file_as_at desc, s.recorded_at desc
            """;

    private static final String HISTORY = """
            select s.*, o.name from dspt_status s
            left join organisation o on o.code = s.organisation and o.valid_from <= ? and o.valid_to > ?
            where s.organisation = ? and s.dated <= ?
            order by s.dated desc, s.file_as_at desc, s.recorded_at desc
            """;

    /** So many facts go to the database at once. */
    private static final int BATCH = 1000;

    private final Sql sql;
    private final InTurn turn;
    private final DataSource database;
    private final Caller caller;
    private final Clock clock;

    DsptStatuses(Sql sql, InTurn turn, DataSource database, Caller caller, Clock clock) {
        this.sql = sql;
        this.turn = turn;
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What holds on a day, in that order, after that place.
     *
     * @param practices whether of the ICS's practices only
     */
    List<DsptView> page(
            LocalDate day,
            @Nullable String organisation,
            @Nullable String status,
            boolean practices,
            DsptOrder sort,
            @Nullable Cursor after,
            int most) {
        Order order = sort.order();
        List<String> place = after == null ? List.of() : sort.place(after);
        // By code, what comes before the place need not even be looked at.
        String first = sort == DsptOrder.CODE && after != null ? place.getFirst() : null;
        var values = new ArrayList<@Nullable Object>(
                Arrays.asList(day, day, day, first, organisation, organisation, practices, status, status));
        if (after != null) {
            values.addAll(order.inTurn(place));
        }
        values.add(most);
        return sql.list(
                DsptStatuses::view,
                "select * from (" + HOLDS + ") h where (? ::text is null or h.status = ?)"
                        + (after == null ? "" : " and " + order.after()) + " order by " + order.members() + " limit ?",
                values.toArray());
    }

    Optional<DsptHistory> history(String organisation, LocalDate day) {
        List<DsptView> facts = sql.list(DsptStatuses::view, HISTORY, day, day, organisation, day);
        return facts.isEmpty() ? Optional.empty() : Optional.of(new DsptHistory(organisation, facts));
    }

    /** Adds what is new among these facts of a file, and says how many that are. */
    long add(List<DsptFact> facts, LocalDate fileAsAt) {
        // What is new among them depends on what was taken in before.
        turn.waitFor(TakeList.TURN);
        Instant now = clock.instant();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setString(1, caller.subject());
            insert.setString(2, caller.name());
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            insert.setObject(4, fileAsAt);
            long added = 0;
            for (int from = 0; from < facts.size(); from += BATCH) {
                List<DsptFact> batch = facts.subList(from, Math.min(from + BATCH, facts.size()));
                for (DsptFact fact : batch) {
                    insert.setString(5, fact.organisation());
                    insert.setObject(6, fact.dated());
                    insert.setString(7, fact.status().slug());
                    insert.setString(8, fact.edition());
                    insert.setString(9, fact.wording());
                    insert.addBatch();
                }
                added += IntStream.of(insert.executeBatch())
                        .filter(rows -> rows > 0)
                        .count();
            }
            return added;
        } catch (SQLException e) {
            throw new IllegalStateException("the list cannot be kept", e);
        }
    }

    private static DsptView view(ResultSet row) throws SQLException {
        return new DsptView(
                row.getString("organisation"),
                row.getString("name"),
                row.getString("status"),
                row.getObject("dated", LocalDate.class),
                row.getString("edition"),
                row.getString("wording"),
                row.getObject("file_as_at", LocalDate.class));
    }
}
