package org.folkmoot.registry.capability;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.registry.Order;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** What the ICS's practices share. */
@ApplicationScoped
class SharedCapabilities {

    private static final String PAGE = """
            select * from shared_capability
            where (? ::text is null or kind = ?) and (? ::text is null or practices @> array[? ::text])
              and (? ::date is null or from_day <= ? and coalesce(until_day, 'infinity') >= ?)
            """;

    private final Sql sql;
    private final Caller caller;
    private final Clock clock;

    SharedCapabilities(Sql sql, Caller caller, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    /** In that order, after that place; those of a day are shared on it. */
    List<CapabilityView> page(
            @Nullable String kind,
            @Nullable String practice,
            @Nullable LocalDate day,
            CapabilityOrder sort,
            @Nullable Cursor after,
            int most) {
        Order order = sort.order();
        var values = new ArrayList<@Nullable Object>(Arrays.asList(kind, kind, practice, practice, day, day, day));
        if (after != null) {
            values.addAll(order.inTurn(sort.place(after)));
        }
        values.add(most);
        return sql.list(
                SharedCapabilities::view,
                PAGE + (after == null ? "" : " and " + order.after()) + " order by " + order.members() + " limit ?",
                values.toArray());
    }

    Optional<Result.Done<CapabilityView>> find(UUID id) {
        return sql.first(
                row -> new Result.Done<>(view(row), row.getLong("version")),
                "select * from shared_capability where id = ?",
                id);
    }

    void add(UUID id, CapabilityRequest request) {
        Rotation rotation = request.rotation();
        Lease lease = request.lease();
        sql.change(
                """
                insert into shared_capability (tenant_id, id, kind, title, account, practices, provider, rotation_role,
                    rotation_wte, rotation_between, lease_premises, lease_holder, lease_ends_on, from_day, recorded_by,
                    recorded_name, recorded_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                request.kind().slug(),
                request.title().strip(),
                request.account().strip(),
                request.practices().stream().map(OdsCode::code).toList(),
                request.provider(),
                rotation == null ? null : rotation.role().strip(),
                rotation == null ? null : rotation.wholeTimeEquivalents(),
                rotation == null ? null : rotation.between(),
                lease == null ? null : lease.premises().strip(),
                lease == null ? null : lease.holder(),
                lease == null ? null : lease.endsOn(),
                request.from(),
                caller.subject(),
                caller.name(),
                clock.instant());
    }

    /** Ends it, if it is still in that version. */
    boolean end(UUID id, long version, EndingRequest ending) {
        return sql.change("""
                        update shared_capability set until_day = ?, ended_why = ?, version = version + 1
                        where id = ? and version = ?
                        """, ending.until(), ending.reason().strip(), id, version) == 1;
    }

    private static CapabilityView view(ResultSet row) throws SQLException {
        String role = row.getString("rotation_role");
        String premises = row.getString("lease_premises");
        return new CapabilityView(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("title"),
                row.getString("account"),
                Sql.texts(row, "practices"),
                row.getString("provider"),
                role == null
                        ? null
                        : new Rotation(role, row.getBigDecimal("rotation_wte"), Sql.texts(row, "rotation_between")),
                premises == null
                        ? null
                        : new Lease(
                                premises,
                                row.getString("lease_holder"),
                                row.getObject("lease_ends_on", LocalDate.class)),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("ended_why"),
                row.getString("recorded_name"),
                Sql.instant(row, "recorded_at"));
    }
}
