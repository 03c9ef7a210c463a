package org.folkmoot.registry.release;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A table of versions, and how a file's rows become versions in it. Everything is done for all rows at once, in SQL; a
 * file that says nothing new writes nothing.
 *
 * <p>What a file of date {@code d} says holds from {@code d} until the next file says otherwise. Files may come in any
 * order: the versions are the same as if they had come in the order of their dates. So a row that differs from the
 * version {@code c} in which {@code d} falls takes the place of
 *
 * <ul>
 *   <li>from {@code d} on; but from where {@code c} begins, if {@code c} was first told after {@code d} and only reached
 *       back to it, or was told by another file of the same date, which this one corrects;
 *   <li>up to where {@code c} was first told, if that is after {@code d}; else up to the next file of its kind that was
 *       taken in, for that one confirmed {@code c}; but to the end of {@code c}, if that file no longer had the row.
 * </ul>
 *
 * <p>A row may itself date what it says: an organisation's end. Then it holds since that day, and not only since the
 * date of the file, as far as no file in between told otherwise.
 *
 * @param table the versions: the key, valid_from, valid_to, first_seen, absent_from, told_by, what else is there
 * @param stage a temporary table with the rows of the file: key, values, companions
 * @param key columns that say whose version it is
 * @param values columns that make a version: another value, another version
 * @param companions columns that are written with the values and not compared
 * @param reach from when on the first thing that is ever told holds, in SQL, of a row {@code s} of the stage
 * @param since the day from which on one row's difference from another holds by its own word, in SQL of two aliases; or
 *     null in SQL
 * @param leavers whether rows can go missing from one file to the next, in SQL of a row {@code t} of the table
 */
record Timeline(
        String table,
        String stage,
        List<String> key,
        List<String> values,
        List<String> companions,
        String reach,
        Since since,
        Optional<String> leavers) {

    /** See {@link Timeline}. */
    interface Since {

        /** Only the date of the file tells. */
        Since DATE_OF_FILE = (one, other) -> "cast(null as date)";

        String sql(String one, String other);
    }

    /**
     * A file's place among those of its kind.
     *
     * @param asAt its date
     * @param previous the date of the next earlier file of its kind that was taken in
     * @param next the date of the next later file of its kind that was taken in
     * @param release the number of the release that it belongs to
     * @param alone whether no other file of its kind is of this date: only then has left what it lacks
     */
    record Place(LocalDate asAt, Optional<LocalDate> previous, Optional<LocalDate> next, int release, boolean alone) {

        private String in(String sql) {
            return sql.replace(":d", "date '" + asAt + "'")
                    .replace(":p", previous.map(date -> "date '" + date + "'").orElse("date '-infinity'"))
                    .replace(":n", next.map(date -> "date '" + date + "'").orElse("date 'infinity'"))
                    .replace(":r", Integer.toString(release));
        }
    }

    /** Takes the staged rows in and says how many versions were written or altered. */
    long take(Connection connection, Place place) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long written = 0;
            statement.execute("drop table if exists change");
            if (statement.executeUpdate(place.in(changes())) > 0) {
                statement.execute("analyze change");
                statement.executeUpdate(replaced());
                written += statement.executeUpdate(place.in(replacements()));
                written += merge(statement);
            }
            if (place.next().isPresent()) {
                written += statement.executeUpdate(place.in(toldEarlier()));
                written += statement.executeUpdate(place.in(beforeTheFirst()));
                written += statement.executeUpdate(place.in(extendedBack()));
            }
            written += statement.executeUpdate(place.in(newcomers()));
            if (leavers.isPresent()) {
                written += statement.executeUpdate(place.in(returned()));
                if (place.alone()) {
                    written += statement.executeUpdate(place.in(gone(leavers.get())));
                }
            }
            return written;
        }
    }

    private String changes() {
        return """
                create temporary table change on commit drop as
                select %s,
                    c.valid_from as was_from, c.valid_to as was_to, c.first_seen as was_seen,
                    c.absent_from as was_absent, c.told_by as was_told, %s,
                    case when c.first_seen < :d then greatest(least(:d, %s), :p + 1, c.valid_from + 1)
                        when exists (select from %s e where %s and e.valid_from < c.valid_from) then c.valid_from
                        else least(c.valid_from, %s) end as begins,
                    case when c.first_seen > :d then least(c.first_seen, greatest(%s, :d + 1))
                        when c.absent_from <= :n then c.valid_to
                        else least(:n, c.valid_to) end as ends
                from %s s join %s c on %s
                where c.valid_from <= :d and c.valid_to > :d and (%s) is distinct from (%s)
                """.formatted(
                        told("s."),
                        all(valuesAndCompanions(), column -> "c." + column + " as was_" + column),
                        since.sql("s", "c"),
                        table,
                        same("e", "c"),
                        reach,
                        // Where the later version dates nothing, what it says holds since it was first told.
                        "coalesce(" + since.sql("c", "s") + ", c.first_seen)",
                        stage,
                        table,
                        same("s", "c"),
                        all(values, column -> "s." + column),
                        all(values, column -> "c." + column));
    }

    private String replaced() {
        return "delete from %s t using change x where %s and t.valid_from = x.was_from"
                .formatted(table, same("t", "x"));
    }

    private String replacements() {
        String was = all(valuesAndCompanions(), column -> "was_" + column);
        return """
                insert into %s (%s, valid_from, valid_to, first_seen, absent_from, told_by, %s)
                select %s, was_from, begins, was_seen, cast(null as date), was_told, %s from change where was_from < begins
                union all
                select %s, ends, was_to, greatest(ends, was_seen), was_absent, was_told, %s from change where ends < was_to
                union all
                select %s, begins, ends, :d,
                    case when ends < 'infinity' then null when was_absent > :d then was_absent
                        when :n < 'infinity' then :n end,
                    :r, %s from change
                """.formatted(
                        table,
                        all(key, UnaryOperator.identity()),
                        all(valuesAndCompanions(), UnaryOperator.identity()),
                        all(key, UnaryOperator.identity()),
                        was,
                        all(key, UnaryOperator.identity()),
                        was,
                        all(key, UnaryOperator.identity()),
                        all(valuesAndCompanions(), UnaryOperator.identity()));
    }

    /** A new version that equals its neighbour is no version of its own. */
    private long merge(Statement statement) throws SQLException {
        String keys = all(key, UnaryOperator.identity());
        statement.execute("drop table if exists merged");
        int found = statement.executeUpdate("""
                create temporary table merged on commit drop as
                select %1$s, min(valid_from) as begins, max(valid_to) as ends, min(first_seen) as seen,
                    (array_agg(absent_from order by valid_from desc))[1] as absent
                from (
                    select v.*, sum(starts) over (partition by %1$s order by valid_from) as island
                    from (
                        select t.*, case when lag(t.valid_to) over w = t.valid_from
                                and (%2$s) is not distinct from (%3$s) then 0 else 1 end as starts
                        from %4$s t where (%1$s) in (select %1$s from change)
                        window w as (partition by %1$s order by t.valid_from)) v) i
                group by %1$s, island
                having count(*) > 1
                """.formatted(
                        keys,
                        all(values, column -> "t." + column),
                        all(values, column -> "lag(t." + column + ") over w"),
                        table));
        if (found == 0) {
            return 0;
        }
        statement.executeUpdate(
                "delete from %s t using merged x where %s and t.valid_from > x.begins and t.valid_from < x.ends"
                        .formatted(table, same("t", "x")));
        statement.executeUpdate("""
                update %s t set valid_to = x.ends, first_seen = x.seen, absent_from = x.absent
                from merged x where %s and t.valid_from = x.begins
                """.formatted(table, same("t", "x")));
        return found;
    }

    /** The same was true earlier than known. */
    private String toldEarlier() {
        return """
                update %s t set first_seen = :d, told_by = :r from %s s
                where %s and t.valid_from <= :d and t.valid_to > :d and t.first_seen > :d
                  and (%s) is not distinct from (%s)
                """.formatted(
                        table,
                        stage,
                        same("t", "s"),
                        all(values, column -> "t." + column),
                        all(values, column -> "s." + column));
    }

    private String beforeTheFirst() {
        return """
                insert into %s (%s, valid_from, valid_to, first_seen, absent_from, told_by, %s)
                select %s, least(%s, :d), t.valid_from, :d, null, :r, %s
                from %s s join %s t on %s
                where t.valid_from > :d and (%s) is distinct from (%s)
                  and not exists (select from %s e where %s and e.valid_from < t.valid_from)
                """.formatted(
                        table,
                        all(key, UnaryOperator.identity()),
                        all(valuesAndCompanions(), UnaryOperator.identity()),
                        all(key, column -> "s." + column),
                        reach,
                        all(valuesAndCompanions(), column -> "s." + column),
                        stage,
                        table,
                        same("s", "t"),
                        all(values, column -> "s." + column),
                        all(values, column -> "t." + column),
                        table,
                        same("e", "t"));
    }

    private String extendedBack() {
        return """
                update %s t set valid_from = least(%s, :d), first_seen = :d, told_by = :r from %s s
                where %s and t.valid_from > :d and (%s) is not distinct from (%s)
                  and not exists (select from %s e where %s and e.valid_from < t.valid_from)
                """.formatted(
                        table,
                        reach,
                        stage,
                        same("t", "s"),
                        all(values, column -> "t." + column),
                        all(values, column -> "s." + column),
                        table,
                        same("e", "t"));
    }

    private String newcomers() {
        return """
                insert into %s (%s, valid_from, valid_to, first_seen, absent_from, told_by, %s)
                select %s, %s, 'infinity', :d, case when :n < 'infinity' then :n end, :r, %s
                from %s s where not exists (select from %s t where %s)
                """.formatted(
                        table,
                        all(key, UnaryOperator.identity()),
                        all(valuesAndCompanions(), UnaryOperator.identity()),
                        all(key, column -> "s." + column),
                        reach,
                        all(valuesAndCompanions(), column -> "s." + column),
                        stage,
                        table,
                        same("t", "s"));
    }

    private String returned() {
        return """
                update %s t set absent_from = case when :n < 'infinity' then :n end from %s s
                where %s and t.valid_to = 'infinity' and t.absent_from <= :d and t.first_seen <= :d
                """.formatted(table, stage, same("t", "s"));
    }

    private String gone(String leavers) {
        return """
                update %s t set absent_from = :d
                where t.valid_to = 'infinity' and t.first_seen < :d and %s
                  and (t.absent_from > :d or t.absent_from is null and :n = 'infinity')
                  and not exists (select from %s s where %s)
                """.formatted(table, leavers, stage, same("t", "s"));
    }

    private List<String> valuesAndCompanions() {
        return Stream.concat(values.stream(), companions.stream()).toList();
    }

    private String told(String prefix) {
        return all(key, column -> prefix + column) + ", " + all(valuesAndCompanions(), column -> prefix + column);
    }

    private String same(String one, String other) {
        return key.stream()
                .map(column -> one + "." + column + " = " + other + "." + column)
                .collect(joining(" and "));
    }

    private static String all(List<String> columns, UnaryOperator<String> form) {
        return columns.stream().map(form).collect(joining(", "));
    }
}
