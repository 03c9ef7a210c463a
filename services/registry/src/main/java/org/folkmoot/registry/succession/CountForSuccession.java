package org.folkmoot.registry.succession;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.registry.directory.IcsPractice;
import org.folkmoot.registry.directory.IcsPractices;
import org.folkmoot.tenancy.Sql;

/** Counts what the ICS at hand has, and what of it a plan would take. Changes nothing. */
@ApplicationScoped
class CountForSuccession {

    private static final Sql.Row<String> CODE = row -> row.getString("code");

    private final IcsPractices practices;
    private final Sql sql;
    private final Clock clock;

    CountForSuccession(IcsPractices practices, Sql sql, Clock clock) {
        this.practices = practices;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * In the transaction at hand, whose tenant gives practices.
     *
     * @param given the ODS codes of those that go, by the tenant of their successor
     */
    SuccessionCounted count(UUID succession, Map<String, List<String>> given) {
        List<IcsPractice> now = practices.on(LondonTime.today(clock));
        List<Way> ways = given.values().stream().map(each -> Way.of(each, now)).toList();
        List<String> unnamed = now.stream()
                .map(IcsPractice::code)
                .filter(code -> ways.stream().noneMatch(way -> way.practices().contains(code)))
                .toList();
        var counts = new ArrayList<SuccessionCounted.Count>();
        counts.add(new SuccessionCounted.Count(
                "practices", now.size() - unnamed.size(), unnamed.size(), "The plan does not name them."));
        List<String> codes =
                ways.stream().map(way -> String.join(" ", way.codes())).toList();
        for (Kind kind : Kind.values()) {
            counts.add(sql.first(
                            row -> new SuccessionCounted.Count(
                                    kind.word(),
                                    row.getLong("go"),
                                    row.getLong("there") - row.getLong("go"),
                                    kind.why()),
                            kind.question(),
                            codes)
                    .orElseThrow());
        }
        return new SuccessionCounted(succession, notItsOwn(given), placedElsewhere(given), unnamed, counts);
    }

    private List<String> notItsOwn(Map<String, List<String>> given) {
        return sql.list(CODE, """
                select code from unnest(?) code where code not in (select own_practices()) order by code collate "C"
                """, given.values().stream().flatMap(List::stream).toList());
    }

    /** What the directory says today; of a code that it does not know it says nothing. */
    private List<String> placedElsewhere(Map<String, List<String>> given) {
        return given.entrySet().stream()
                .flatMap(way -> sql.list(CODE, """
                                select p.code from practice_on(?) p
                                where p.code = any (?) and lower(p.icb) not in (folkmoot.current_tenant(), ?)
                                """, LondonTime.today(clock), way.getValue(), way.getKey()).stream())
                .sorted()
                .toList();
    }
}
