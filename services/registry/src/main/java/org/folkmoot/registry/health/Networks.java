package org.folkmoot.registry.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.folkmoot.registry.directory.IcsPractice;
import org.folkmoot.registry.directory.IcsPractices;
import org.folkmoot.tenancy.Sql;

/** The networks that have practices in the ICS of the work at hand. */
@ApplicationScoped
class Networks {

    /** A member counts when it is an open practice on the patient register, of whichever ICB. */
    private static final String HEALTH = """
            with asked as (
                select d.day, (d.day - interval '1 year')::date as year_before, c.code
                from unnest(string_to_array(?, ' ')::date[]) d (day) cross join unnest(string_to_array(?, ' ')) c (code)),
            member as (
                select a.day, a.code, m.practice, m.day = a.day as present, l.patients
                from (select day, code, day as of_day from asked union all select day, code, year_before from asked) a
                join lateral (
                    select m.practice, a.of_day as day from membership m
                    where m.pcn = a.code and m.valid_from <= a.of_day and m.valid_to > a.of_day) m on true
                join organisation p on p.code = m.practice and p.valid_from <= m.day and p.valid_to > m.day
                    and p.kind = 'practice' and is_open(p.status, p.opened, p.closed, p.first_seen, m.day)
                cross join lateral registered_on(m.practice, m.day) r
                left join list_size l on l.practice = m.practice and l.valid_from <= m.day and l.valid_to > m.day)
            select a.day, a.code, n.name,
                sum(m.patients) filter (where m.present) as patients,
                count(*) filter (where m.present) as practices,
                array(select j.practice from member j where j.day = a.day and j.code = a.code
                    group by j.practice having bool_and(j.present) order by 1) as joiners,
                array(select j.practice from member j where j.day = a.day and j.code = a.code
                    group by j.practice having not bool_or(j.present) order by 1) as leavers
            from asked a
            left join member m on m.day = a.day and m.code = a.code
            left join organisation n on n.code = a.code and n.valid_from <= a.day and n.valid_to > a.day
            group by a.day, a.code, n.name
            order by a.day, a.code
            """;

    private final Sql sql;
    private final IcsPractices practices;
    private final PcnSelfChecks checks;

    Networks(Sql sql, IcsPractices practices, PcnSelfChecks checks) {
        this.sql = sql;
        this.practices = practices;
        this.checks = checks;
    }

    /** Whether the network has practices in the ICS on a day. */
    boolean isOurs(String pcn, LocalDate day) {
        return codes(day).contains(pcn);
    }

    /** All of them on a day, by their codes. */
    List<PcnHealth> on(LocalDate day) {
        return health(codes(day), List.of(day));
    }

    /** One of them on several days, the earliest first. */
    List<PcnHealth> of(String pcn, List<LocalDate> days) {
        return health(List.of(pcn), days);
    }

    private List<String> codes(LocalDate day) {
        return practices.on(day).stream()
                .map(IcsPractice::pcn)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private List<PcnHealth> health(List<String> codes, List<LocalDate> days) {
        Map<String, PcnSelfCheck> said = checks.newest();
        String asked = days.stream().map(LocalDate::toString).collect(Collectors.joining(" "));
        return sql.list(row -> health(row, said), HEALTH, asked, String.join(" ", codes));
    }

    private static PcnHealth health(ResultSet row, Map<String, PcnSelfCheck> said) throws SQLException {
        String code = row.getString("code");
        Long patients = row.getObject("patients", Long.class);
        PcnSelfCheck check = said.get(code);
        return new PcnHealth(
                code,
                row.getString("name"),
                patients,
                PopulationBand.of(patients),
                row.getInt("practices"),
                Sql.texts(row, "joiners"),
                Sql.texts(row, "leavers"),
                check == null ? null : check.view(),
                row.getObject("day", LocalDate.class));
    }
}
