package org.folkmoot.executive.enquiry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** What practices are asked because of enquiries. */
@ApplicationScoped
class Asks implements PanacheRepositoryBase<Ask, UUID> {

    private static final String SHOWN = """
            select * from (
                select a.*, e.subject, e.organisation, e.assignee,
                    case when a.answered_at is not null then 'answered'
                         when e.state in ('answered', 'closed') then 'needless'
                         else 'open' end as state
                from enquiry_ask a
                join enquiry e on e.tenant_id = a.tenant_id and e.id = a.enquiry_id
                where a.tenant_id = folkmoot.current_tenant()) a
            where true
            """;

    private final Sql sql;
    private final Clock clock;

    Asks(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The question, so that nobody else answers it until this transaction ends. */
    Optional<Ask> held(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Those that these may see, and that are due on that day after that one, or later.
     *
     * @param enquiry because of which they are asked, if that matters
     * @param state in which they are, if that matters
     */
    List<AskView> page(
            @Nullable UUID enquiry, @Nullable String state, Reader reader, LocalDate due, UUID after, int most) {
        var where = new StringBuilder(" and (a.due, a.id) > (?, ?)");
        var values = new ArrayList<Object>(List.of(due, after));
        visible(where, values, reader);
        if (enquiry != null) {
            where.append(" and a.enquiry_id = ?");
            values.add(enquiry);
        }
        if (state != null) {
            where.append(" and a.state = ?");
            values.add(state);
        }
        values.add(most);
        return sql.list(this::view, SHOWN + where + " order by a.due, a.id limit ?", values.toArray());
    }

    /** The question as these may see it, with its version; empty if there is none for them. */
    Optional<Result.Done<AskView>> shown(UUID id, Reader reader) {
        var where = new StringBuilder(" and a.id = ?");
        var values = new ArrayList<Object>(List.of(id));
        visible(where, values, reader);
        return sql.first(row -> new Result.Done<>(view(row), row.getLong("version")), SHOWN + where, values.toArray());
    }

    private static void visible(StringBuilder where, List<Object> values, Reader reader) {
        if (!reader.desk()) {
            where.append(" and (a.practice = any(?) or a.assignee = ?)");
            values.add(reader.organisations());
            values.add(reader.person().subject());
        }
    }

    private AskView view(ResultSet row) throws SQLException {
        LocalDate due = row.getObject("due", LocalDate.class);
        String state = row.getString("state");
        return new AskView(
                row.getObject("id", UUID.class),
                row.getObject("enquiry_id", UUID.class),
                row.getString("subject"),
                row.getString("organisation"),
                row.getString("practice"),
                row.getString("words"),
                due,
                state.equals("open") && LondonTime.today(clock).isAfter(due),
                state,
                row.getString("asked_name"),
                Sql.instant(row, "asked_at"),
                row.getString("answer"),
                row.getString("answered_name"),
                Sql.instantIfAny(row, "answered_at"));
    }
}
