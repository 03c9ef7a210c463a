package org.folkmoot.registry.directory;

import static org.folkmoot.registry.directory.Rows.number;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.folkmoot.tenancy.CurrentTenant;

/** The practices of the ICS of the work at hand: open, with the GP practice role, on the patient register. */
@ApplicationScoped
public class IcsPractices {

    // The second condition follows from the first and lets the register's index be used.
    private static final String ON_DAYS = """
            select d.day, p.code, p.name, p.sub_icb, p.pcn, p.pcn_name, p.patients
            from unnest(string_to_array(?, ' ')::date[]) d (day) cross join lateral practice_on(d.day) p
            where p.icb = ? and (p.register_icb = ? or p.register_icb is null)
            order by d.day, p.code
            """;

    private record OnDay(LocalDate day, IcsPractice practice) {}

    private final DataSource database;
    private final CurrentTenant tenant;

    IcsPractices(DataSource database, CurrentTenant tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    /** Those of a day, by their codes. */
    public List<IcsPractice> on(LocalDate day) {
        return on(List.of(day)).getOrDefault(day, List.of());
    }

    /** Those of several days, by their codes; a day on which there were none is not in the map. */
    public SortedMap<LocalDate, List<IcsPractice>> on(List<LocalDate> days) {
        String icb = tenant.require().icb().code();
        String asked = days.stream().distinct().map(LocalDate::toString).collect(Collectors.joining(" "));
        return Rows.of(
                        database,
                        ON_DAYS,
                        List.of(asked, icb, icb),
                        row -> new OnDay(
                                row.getObject("day", LocalDate.class),
                                new IcsPractice(
                                        row.getString("code"),
                                        row.getString("name"),
                                        row.getString("sub_icb"),
                                        row.getString("pcn"),
                                        row.getString("pcn_name"),
                                        number(row, "patients"))))
                .stream()
                .collect(Collectors.groupingBy(
                        OnDay::day, TreeMap::new, Collectors.mapping(OnDay::practice, Collectors.toList())));
    }
}
