package org.folkmoot.registry.integration;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.registry.body.Organisation;
import org.folkmoot.registry.body.Organisations;
import org.folkmoot.registry.ics.Reach;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The integration cases of the ICS with their parts, as far as the caller may see them. */
@ApplicationScoped
class Cases implements PanacheRepositoryBase<IntegrationCase, UUID> {

    /** Who looks after every case, beside the practices whose cases they are. */
    private static final String[] LOOK_AFTER = {Roles.LMC_EXECUTIVE, Roles.ICS_ADMIN};

    private static final String PAGE = """
            select c.id, c.practice, o.name, c.state, c.decided_on, c.opened_at,
                (select s.reason from case_step s where s.tenant_id = c.tenant_id and s.case_id = c.id
                 order by s.number desc limit 1) as reason,
                (select count(*) from case_option p where p.tenant_id = c.tenant_id and p.case_id = c.id) as options,
                (select count(*) from case_statement t where t.tenant_id = c.tenant_id and t.case_id = c.id
                 and t.kind = 'objection') as objections
            from integration_case c
            left join organisation o on o.code = c.practice and o.valid_from <= ? and o.valid_to > ?
            where (? ::text is null or c.practice = ?) and (? ::text is null or c.state = ?)
              and (? or c.practice = any (?)
                   or exists (select from case_step s where s.tenant_id = c.tenant_id and s.case_id = c.id))
              and (? ::uuid is null or c.id < ?)
            order by c.id desc limit ?
            """;

    /** The version grows with each part, also when two are added at once and over a database that was restored. */
    private static final String STATES = """
            select c.id, c.practice, c.state, c.decided_on, s.steps, coalesce(t.objections, 0) as objections,
                (extract(epoch from greatest(s.newest, t.newest)) * 1000)::bigint + s.steps + coalesce(t.statements, 0) as version
            from integration_case c
            join (select case_id, count(*) as steps, max(recorded_at) as newest
                  from case_step where tenant_id = folkmoot.current_tenant() group by case_id) s on s.case_id = c.id
            left join (select case_id, count(*) as statements, count(*) filter (where kind = 'objection') as objections,
                           max(recorded_at) as newest
                       from case_statement where tenant_id = folkmoot.current_tenant() group by case_id) t on t.case_id = c.id
            where ?::uuid is null or c.id = ?
            order by c.id
            """;

    private final EntityManager database;
    private final Sql sql;
    private final Organisations organisations;
    private final Reach reach;
    private final Caller caller;
    private final Clock clock;

    Cases(EntityManager database, Sql sql, Organisations organisations, Reach reach, Caller caller, Clock clock) {
        this.database = database;
        this.sql = sql;
        this.organisations = organisations;
        this.reach = reach;
        this.caller = caller;
        this.clock = clock;
    }

    /** The newest first. */
    List<CaseSummary> page(@Nullable String practice, @Nullable String state, @Nullable UUID before, int most) {
        LocalDate today = LondonTime.today(clock);
        return sql.list(
                Cases::summary,
                PAGE,
                today,
                today,
                practice,
                practice,
                state,
                state,
                reach.isEverywhere(LOOK_AFTER),
                reach.own(),
                before,
                before,
                most);
    }

    /** The case, if the caller may see anything of it. */
    Optional<IntegrationCase> visible(UUID id) {
        return findByIdOptional(id).filter(one -> seesAllOf(one) || isDecidedOnce(id));
    }

    /** The case as the caller may see it. */
    CaseView view(IntegrationCase one) {
        UUID id = one.id();
        return new CaseView(
                id,
                one.practice().code(),
                organisations
                        .find(one.practice().code())
                        .map(Organisation::name)
                        .orElse(null),
                one.state().slug(),
                one.decidedOn(),
                options(id),
                seesAllOf(one) ? diligence(id) : null,
                sql.list(
                        row -> new CaseView.Statement(
                                row.getInt("number"),
                                row.getString("kind"),
                                row.getString("words"),
                                row.getString("recorded_name"),
                                Sql.instant(row, "recorded_at")),
                        "select * from case_statement where case_id = ? order by number",
                        id),
                sql.list(
                        row -> new CaseView.Step(
                                row.getInt("number"),
                                row.getString("step"),
                                row.getString("reason"),
                                row.getObject("option_number", Integer.class),
                                row.getObject("on_day", LocalDate.class),
                                row.getString("recorded_name"),
                                Sql.instant(row, "recorded_at")),
                        "select * from case_step where case_id = ? order by number",
                        id),
                one.openedName(),
                one.openedAt());
    }

    /** Counts a part that is added as a change of the case, and lets only one at a time be added. */
    void touch(IntegrationCase one) {
        database.lock(one, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** Until the transaction ends nobody changes any. */
    void holdAll() {
        sql.list(row -> true, "select from integration_case order by id for update");
    }

    /** What is told of the cases that were decided at least once; of one, or of all. */
    List<IntegrationCaseState> states(@Nullable UUID one) {
        return sql.list(
                row -> new IntegrationCaseState(
                        row.getObject("id", UUID.class),
                        row.getString("practice"),
                        row.getString("state"),
                        row.getObject("decided_on", LocalDate.class),
                        row.getInt("steps"),
                        row.getInt("objections"),
                        row.getLong("version")),
                STATES,
                one,
                one);
    }

    boolean hasOption(UUID id, int number) {
        return sql.first(row -> true, "select from case_option where case_id = ? and number = ?", id, number)
                .isPresent();
    }

    int objections(UUID id) {
        return sql.list(row -> true, "select from case_statement where case_id = ? and kind = 'objection'", id)
                .size();
    }

    void add(UUID id, OptionRequest option) {
        String partner = option.partner();
        part(
                "case_option",
                "title, account, proposed_by, partner",
                id,
                option.title().strip(),
                option.account().strip(),
                option.proposedBy().strip(),
                partner == null
                        ? null
                        : organisations.find(partner).map(Organisation::id).orElse(null));
    }

    void add(UUID id, DiligenceRequest item) {
        part(
                "case_diligence",
                "area, item, finding, evidence",
                id,
                item.area().slug(),
                item.item().strip(),
                item.finding().strip(),
                item.evidence().strip());
    }

    void add(UUID id, StatementRequest statement) {
        part(
                "case_statement",
                "kind, words",
                id,
                statement.kind(),
                statement.words().strip());
    }

    /** Adds a decision or a reopening, and gives its number. */
    int add(UUID id, String step, String reason, @Nullable Integer option, LocalDate on) {
        return part("case_step", "step, reason, option_number, on_day", id, step, reason.strip(), option, on);
    }

    /** Adds a row behind the last of the case, whose row is locked, and gives its number. */
    private int part(String table, String columns, UUID id, @Nullable Object... values) {
        @Nullable Object[] all = new Object[values.length + 5];
        all[0] = id;
        System.arraycopy(values, 0, all, 1, values.length);
        all[values.length + 1] = caller.subject();
        all[values.length + 2] = caller.name();
        all[values.length + 3] = clock.instant();
        all[values.length + 4] = id;
        return sql.first(
                        row -> row.getInt("number"),
                        """
                        insert into %s (tenant_id, case_id, number, %s, recorded_by, recorded_name, recorded_at)
                        select folkmoot.current_tenant(), ?, coalesce(max(number), 0) + 1, %s?, ?, ?
                        from %s where case_id = ? returning number
                        """.formatted(table, columns, "?, ".repeat(values.length), table),
                        all)
                .orElseThrow();
    }

    private boolean seesAllOf(IntegrationCase one) {
        return reach.covers(one.practice(), LOOK_AFTER);
    }

    private boolean isDecidedOnce(UUID id) {
        return sql.first(row -> true, "select from case_step where case_id = ? limit 1", id)
                .isPresent();
    }

    private List<CaseView.Option> options(UUID id) {
        List<CaseView.Option> options = sql.list(
                row -> new CaseView.Option(
                        row.getInt("number"),
                        row.getString("title"),
                        row.getString("account"),
                        row.getString("proposed_by"),
                        row.getString("partner"),
                        null,
                        row.getString("recorded_name"),
                        Sql.instant(row, "recorded_at")),
                "select * from case_option where case_id = ? order by number",
                id);
        return options.stream()
                .map(option -> {
                    String partner = option.partner();
                    return partner == null
                            ? option
                            : option.with(organisations
                                    .find(partner)
                                    .map(Organisation::name)
                                    .orElse(null));
                })
                .toList();
    }

    private List<CaseView.Diligence> diligence(UUID id) {
        return sql.list(
                row -> new CaseView.Diligence(
                        row.getInt("number"),
                        row.getString("area"),
                        row.getString("item"),
                        row.getString("finding"),
                        row.getString("evidence"),
                        row.getString("recorded_name"),
                        Sql.instant(row, "recorded_at")),
                "select * from case_diligence where case_id = ? order by number",
                id);
    }

    private static CaseSummary summary(ResultSet row) throws SQLException {
        return new CaseSummary(
                row.getObject("id", UUID.class),
                row.getString("practice"),
                row.getString("name"),
                row.getString("state"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("reason"),
                row.getInt("options"),
                row.getInt("objections"),
                Sql.instant(row, "opened_at"));
    }
}
