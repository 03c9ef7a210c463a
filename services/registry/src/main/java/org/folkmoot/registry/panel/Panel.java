package org.folkmoot.registry.panel;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.registry.model.ModelChange;
import org.folkmoot.registry.model.ModelPeriod;
import org.folkmoot.registry.model.OperatingModel;
import org.folkmoot.registry.model.OperatingModels;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The panel of the ICS. In the caller's transaction, which is the ICS's. */
@ApplicationScoped
class Panel {

    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);
    private static final LocalDate NEVER = LocalDate.of(2199, 12, 31);

    private static final String ROWS = """
            with month as (
                select m::date as month, (m + interval '1 month' - interval '1 day')::date as day
                from generate_series(? ::timestamp, ? ::timestamp, interval '1 month') m),
            heard as (
                select date_trunc('month', min(submitted_said) at time zone 'Europe/London')::date as since
                from referral_heard)
            select o.code, o.name, m.month, l.patients,
                b.locums_pence + b.substantive_staff_pence + b.premises_pence + b.other_pence as budget_pence,
                s.locums_pence + s.substantive_staff_pence + s.premises_pence + s.other_pence as spend_pence,
                p.ballots::integer, p.voted::integer,
                case when r.practice is not null then r.referrals::integer
                     when m.month >= h.since then 0 end as referrals,
                case when r.practice is not null then r.in_time::integer
                     when m.month >= h.since then 0 end as in_time,
                r.practice is not null and r.in_time is null as withheld
            from month m
            cross join heard h
            join organisation o on o.kind = 'practice' and o.valid_from <= m.day and o.valid_to > m.day
                and o.code in (select own_practices()) and (? ::text[] is null or o.code = any (?))
            left join list_size l on l.practice = o.code and l.valid_from <= m.day and l.valid_to > m.day
            left join budget_month b on b.practice = o.code and b.month = m.month
            left join spend_in_force s on s.practice = o.code and s.month = m.month
            left join participation_month p on p.practice = o.code and p.month = m.month
            left join referral_month r on r.practice = o.code and r.month = m.month
                and r.month between ? ::date and ? ::date
            where is_open(o.status, o.opened, o.closed, o.first_seen, m.day)
              and (o.code, m.month) > (coalesce(?, ''), coalesce(? ::date, '-infinity'))
            order by o.code, m.month limit ?
            """;

    private final Sql sql;
    private final OperatingModels models;
    private final Clock clock;

    Panel(Sql sql, OperatingModels models, Clock clock) {
        this.sql = sql;
        this.models = models;
        this.clock = clock;
    }

    /**
     * By practice and month.
     *
     * @param practices of which practices; null for all
     */
    List<PanelRow> page(
            YearMonth from,
            YearMonth until,
            @Nullable List<String> practices,
            @Nullable String afterPractice,
            @Nullable LocalDate afterMonth,
            int most) {
        Map<String, List<ModelPeriod>> timelines = models.timelines();
        Map<String, List<YearMonth>> changes = models.changes(EVER, NEVER).stream()
                .collect(Collectors.groupingBy(
                        ModelChange::practice,
                        Collectors.mapping(change -> YearMonth.from(change.on()), Collectors.toList())));
        return sql.list(
                row -> row(row, timelines, changes),
                ROWS,
                from.atDay(1),
                until.atDay(1),
                practices,
                practices,
                from.atDay(1),
                until.atDay(1),
                afterPractice,
                afterMonth,
                most);
    }

    /** The changes of a time, by day and practice, with so many months before and after each, as far as they have been. */
    List<ChangeEffect> changes(LocalDate since, LocalDate until, int months) {
        List<ModelChange> changes = models.changes(since, until);
        if (changes.isEmpty()) {
            return List.of();
        }
        YearMonth thisMonth = YearMonth.from(LondonTime.today(clock));
        YearMonth last = YearMonth.from(changes.getLast().on()).plusMonths(months - 1L);
        Map<String, List<PanelRow>> rows = page(
                        YearMonth.from(changes.getFirst().on()).minusMonths(months),
                        last.isAfter(thisMonth) ? thisMonth : last,
                        changes.stream().map(ModelChange::practice).distinct().toList(),
                        null,
                        null,
                        Integer.MAX_VALUE)
                .stream()
                .collect(Collectors.groupingBy(PanelRow::practice));
        var effects = new ArrayList<ChangeEffect>();
        for (ModelChange change : changes) {
            YearMonth turn = YearMonth.from(change.on());
            List<PanelRow> own = rows.getOrDefault(change.practice(), List.of());
            List<PanelRow> before = between(own, turn.minusMonths(months), turn.minusMonths(1));
            List<PanelRow> after = between(own, turn, turn.plusMonths(months - 1L));
            var all = new ArrayList<>(before);
            all.addAll(after);
            effects.add(new ChangeEffect(
                    change.practice(),
                    change.name(),
                    change.on(),
                    change.from().slug(),
                    change.to().slug(),
                    Span.of(before),
                    Span.of(after),
                    all));
        }
        return effects;
    }

    private static List<PanelRow> between(List<PanelRow> rows, YearMonth first, YearMonth last) {
        return rows.stream()
                .filter(row -> {
                    YearMonth month = YearMonth.parse(row.month());
                    return !month.isBefore(first) && !month.isAfter(last);
                })
                .toList();
    }

    private static PanelRow row(
            ResultSet row, Map<String, List<ModelPeriod>> timelines, Map<String, List<YearMonth>> changes)
            throws SQLException {
        String practice = row.getString("code");
        YearMonth month = YearMonth.from(row.getObject("month", LocalDate.class));
        LocalDate lastDay = month.atEndOfMonth();
        Long budget = row.getObject("budget_pence", Long.class);
        Long spend = row.getObject("spend_pence", Long.class);
        Distance distance = Distance.of(month, changes.getOrDefault(practice, List.of()));
        return new PanelRow(
                practice,
                row.getString("name"),
                month.toString(),
                model(timelines.getOrDefault(practice, List.of()), lastDay).slug(),
                row.getObject("patients", Integer.class),
                budget,
                spend,
                budget == null || spend == null ? null : spend - budget,
                row.getObject("referrals", Integer.class),
                row.getObject("in_time", Integer.class),
                row.getBoolean("withheld") ? true : null,
                row.getObject("ballots", Integer.class),
                row.getObject("voted", Integer.class),
                distance.sinceChange(),
                distance.toChange());
    }

    private static OperatingModel model(List<ModelPeriod> timeline, LocalDate day) {
        return timeline.stream()
                .filter(period -> !period.from().isAfter(day)
                        && (period.until() == null || !period.until().isBefore(day)))
                .findFirst()
                .map(ModelPeriod::model)
                .orElse(OperatingModel.NOT_RECORDED);
    }
}
