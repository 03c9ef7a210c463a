package org.folkmoot.registry.share;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The fair shares of the ICS with their portions. */
@ApplicationScoped
class FairShares {

    private static final String PAGE = """
            select f.*, (select count(*) from fair_share_portion p
                where p.tenant_id = f.tenant_id and p.fair_share_id = f.id) as practices
            from fair_share f
            where (? ::text is null or exists (select from fair_share_portion p
                    where p.tenant_id = f.tenant_id and p.practice = ? and p.fair_share_id = f.id))
              and (? ::uuid is null or f.id < ?)
            order by f.id desc limit ?
            """;

    private static final String PORTIONS = """
            select p.*, o.name from fair_share_portion p
            left join organisation o on o.code = p.practice and o.valid_from <= ? and o.valid_to > ?
            where p.fair_share_id = ? order by p.practice
            """;

    private final Sql sql;
    private final Caller caller;

    FairShares(Sql sql, Caller caller) {
        this.sql = sql;
        this.caller = caller;
    }

    /** The newest first; of one practice those in which it has a portion. */
    List<FairShareSummary> page(@Nullable String practice, @Nullable UUID before, int most) {
        return sql.list(
                row -> new FairShareSummary(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getLong("amount_pence"),
                        row.getString("rule"),
                        row.getObject("as_at", LocalDate.class),
                        row.getString("reason"),
                        row.getInt("practices"),
                        row.getString("made_name"),
                        Sql.instant(row, "made_at")),
                PAGE,
                practice,
                practice,
                before,
                before,
                most);
    }

    Optional<FairShareView> find(UUID id) {
        return sql.first(
                        row -> new FairShareView(
                                id,
                                row.getString("title"),
                                row.getLong("amount_pence"),
                                row.getString("rule"),
                                row.getObject("as_at", LocalDate.class),
                                row.getString("source"),
                                row.getString("reason"),
                                row.getBigDecimal("total_weight"),
                                row.getString("made_name"),
                                Sql.instant(row, "made_at"),
                                List.of()),
                        "select * from fair_share where id = ?",
                        id)
                .map(share -> share.with(portions(id, share.asAt())));
    }

    void add(UUID id, FairShareRequest request, Division.Divided divided, Instant at) {
        sql.change(
                """
                insert into fair_share (tenant_id, id, title, amount_pence, rule, as_at, source, reason, total_weight,
                    made_by, made_name, made_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                request.title().strip(),
                request.amountPence(),
                request.rule().slug(),
                request.asAt(),
                request.source().strip(),
                request.reason().strip(),
                divided.totalWeight(),
                caller.subject(),
                caller.name(),
                at);
        for (Portion portion : divided.portions()) {
            sql.change(
                    """
                    insert into fair_share_portion (tenant_id, fair_share_id, practice, weight, pence, left_over, extra_penny)
                    values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?)
                    """,
                    id,
                    portion.practice(),
                    portion.weight(),
                    portion.pence(),
                    portion.leftOver(),
                    portion.extraPenny());
        }
    }

    /** The registered lists of these practices on a day, as far as they are known. */
    Map<String, BigDecimal> registeredLists(List<String> practices, LocalDate day) {
        Map<String, BigDecimal> lists = new HashMap<>();
        sql.list(
                row -> lists.put(row.getString("practice"), row.getBigDecimal("patients")),
                "select practice, patients from list_size where practice = any (?) and valid_from <= ? and valid_to > ?",
                practices,
                day,
                day);
        return lists;
    }

    private List<FairShareView.Line> portions(UUID id, LocalDate day) {
        return sql.list(
                row -> new FairShareView.Line(
                        row.getString("practice"),
                        row.getString("name"),
                        row.getBigDecimal("weight"),
                        row.getString("left_over"),
                        row.getBoolean("extra_penny"),
                        row.getLong("pence")),
                PORTIONS,
                day,
                day,
                id);
    }
}
