package org.folkmoot.registry.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folkmoot.http.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * A search as one SQL statement with its parameters. Texts of the caller are parameters only, never SQL.
 *
 * @param text what to look for, or null for everything
 * @param day the day whose state is searched
 * @param order the same organisations come in every order; where nothing is looked for, none is more relevant than another
 */
record Search(
        @Nullable String text,
        @Nullable String kind,
        @Nullable String icb,
        @Nullable String pcn,
        @Nullable String postcode,
        @Nullable String status,
        LocalDate day,
        SearchOrder order) {

    Search {
        order = order == SearchOrder.RELEVANCE && (text == null || text.isBlank()) ? SearchOrder.CODE : order;
    }

    /** The statement and what goes into its question marks. */
    record Query(String sql, List<Object> parameters) {}

    /** So many near names are weighed against each other; a directory of all of England never has more. */
    private static final int MOST_NEAR = 5000;

    /** Behind every door by which something is found for sure: names whose words are like those that are looked for. */
    private static final int NEAR = 10;

    /** The last one, and open only if nothing was behind the others: names that are like what is looked for in any way. */
    private static final int ALIKE = 11;

    /** From so many words on, one may be missing. */
    private static final int MANY_WORDS = 3;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern WHOLE_POSTCODE = Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,9}");

    private static final String VALID = " o.valid_from <= ? and o.valid_to > ? ";

    private static final String SHOWN = """
            select h.door, h.near, o.code, o.kind, o.name, standing(o.status, o.opened, o.closed, o.first_seen, ?) as status,
                o.postcode, (select z.icb from icb_at(o, ?) z) as icb, m.pcn, n.name as pcn_name, l.patients,
                lower(o.name) as folded
            from hit h
            join organisation o on o.code = h.code and o.valid_from <= ? and o.valid_to > ?
            left join membership m on m.practice = o.code and m.valid_from <= ? and m.valid_to > ?
            left join organisation n on n.code = m.pcn and n.valid_from <= ? and n.valid_to > ?
            left join list_size l on l.practice = o.code and l.valid_from <= ? and l.valid_to > ?
            order by\s""";

    private static final int DAYS_IN_SHOWN = 10;

    private static final String WEIGHT =
            "(greatest(similarity(o.name, ?), word_similarity(?, o.name)) * 1000)::integer";

    /** The rows after the cursor, one more than the page has, in order. */
    Query query(@Nullable Cursor cursor, int limit) {
        var statement = new Statement();
        if (order == SearchOrder.RELEVANCE) {
            weighed(statement, cursor, limit);
        } else {
            listed(statement, cursor, limit);
        }
        statement.add(SHOWN + order.keys(), Collections.nCopies(DAYS_IN_SHOWN, day));
        return new Query(statement.sql.toString(), statement.parameters);
    }

    /**
     * The place of a row in this order.
     *
     * @param folded the name as the database folds its case
     */
    Cursor after(int door, int near, String folded, String code) {
        return switch (order) {
            case RELEVANCE -> Cursor.after(door, near, code);
            case CODE -> Cursor.after(order.slug(), code);
            case NAME -> Cursor.after(order.slug(), folded, code);
        };
    }

    /** In an order that an index has: it is gone along until the page is full, or what is found is sorted if that is less. */
    private void listed(Statement statement, @Nullable Cursor cursor, int limit) {
        List<Door> doors = doors();
        statement.add("with ");
        if (!sought().isBlank()) {
            statement.add("near as materialized (");
            near(statement, NEAR, words());
            statement.add("), alike as materialized (");
            near(statement, ALIKE, like());
            statement.add(" where not exists (select from near)");
            if (!doors.isEmpty()) {
                // In order, and just one: an index is gone along, or several are looked up, and never the whole table.
                statement.add(" and not exists (select from (select o.code from organisation o where");
                valid(statement);
                statement.add(" and (");
                through(statement, doors);
                statement.add(")");
                filters(statement);
                statement.add(" order by o.code limit 1) s)");
            }
            statement.add("), ");
        }
        statement.add("hit as materialized (select 0 as door, 0 as near, o.code from organisation o where");
        valid(statement);
        if (!sought().isBlank()) {
            statement.add(" and (");
            through(statement, doors);
            statement.add(doors.isEmpty() ? "" : " or ");
            statement.add("o.code = any(array(select n.code from near n union all select a.code from alike a)))");
        }
        filters(statement);
        if (cursor != null && order == SearchOrder.NAME) {
            Cursor after = cursor.inOrder(order.slug());
            statement.add(" and (" + order.keys() + ") > (?, ?)", after.text(1), after.text(2));
        } else if (cursor != null) {
            statement.add(" and o.code > ?", cursor.inOrder(order.slug()).text(1));
        }
        statement.add(" order by " + order.keys() + " limit ?) ", limit + 1);
    }

    private void weighed(Statement statement, @Nullable Cursor cursor, int limit) {
        List<Door> doors = doors();
        long from = cursor == null ? 0 : Math.max(0, cursor.number(0));
        statement.add("with sure as materialized (");
        if (from < doors.size()) {
            statement.add("select * from (");
            for (int door = (int) from; door < doors.size(); door++) {
                statement.add((door > from ? " union all " : "") + "(select " + door
                        + " as door, 0 as near, o.code from organisation o where");
                valid(statement);
                statement.add(
                        " and " + doors.get(door).condition(), doors.get(door).values());
                notThrough(statement, doors.subList(0, door));
                filters(statement);
                if (door == from && cursor != null) {
                    statement.add(" and o.code > ?", cursor.text(2));
                }
                statement.add(" order by o.code limit ?)", limit + 1);
            }
            statement.add(") s order by door, code limit ?", limit + 1);
        } else {
            statement.add("select 0 as door, 0 as near, '' as code where false");
        }
        statement.add("), near as materialized (");
        near(statement, NEAR, words());
        // None is weighed while the page is full of what is sure.
        statement.add(from <= NEAR ? " where (select count(*) from sure) <= ?" : " where ? < 0", limit);
        page(statement, from == NEAR ? cursor : null, limit);
        statement.add("), alike as materialized (");
        near(statement, ALIKE, like());
        statement.add(
                cursor == null
                        ? " where not exists (select from sure) and not exists (select from near)"
                        : " where " + (from == ALIKE));
        page(statement, from == ALIKE ? cursor : null, limit);
        statement.add(
                "), hit as (select * from (select * from sure union all select * from near union all select * from alike) a"
                        + " order by door, near desc, code limit ?) ",
                limit + 1);
    }

    /** Of those that are behind this door and none of the sure ones, all that are weighed against each other. */
    private void near(Statement statement, int number, Door door) {
        statement.add(
                "select " + number + " as door, n.near, n.code from (select o.code, " + WEIGHT + " as near",
                sought(),
                sought());
        statement.add(" from organisation o where " + door.condition() + " and", door.values());
        valid(statement);
        notThrough(statement, doors());
        filters(statement);
        statement.add(" limit " + MOST_NEAR + ") n");
    }

    private static void page(Statement statement, @Nullable Cursor cursor, int limit) {
        if (cursor != null) {
            statement.add(
                    " and (n.near < ? or n.near = ? and n.code > ?)",
                    cursor.number(1),
                    cursor.number(1),
                    cursor.text(2));
        }
        statement.add(" order by n.near desc, n.code limit ?", limit + 1);
    }

    /** What is written so far, with what goes into its question marks. */
    private static final class Statement {

        private final StringBuilder sql = new StringBuilder();
        private final List<Object> parameters = new ArrayList<>();

        void add(String more, Object... values) {
            add(more, List.of(values));
        }

        void add(String more, List<?> values) {
            sql.append(more);
            parameters.addAll(values);
        }
    }

    /** A way to what is looked for, behind which there is an index. */
    private record Door(String condition, List<Object> values) {}

    /** The ways by which something is found for sure, the best first. */
    private List<Door> doors() {
        String code = sought().strip().toUpperCase(Locale.ROOT);
        var doors = new ArrayList<Door>();
        if (CODE.matcher(code).matches()) {
            doors.add(new Door("o.code = ?", List.of(code)));
            doors.add(new Door("o.code like ?", List.of(code + "%")));
        }
        postcodePattern(code).ifPresent(pattern -> doors.add(new Door("o.postcode like ?", List.of(pattern))));
        if (!wordsSought().isEmpty()) {
            // Every word, or the beginning of one, must be in the name.
            String words =
                    wordsSought().stream().map(word -> "'" + word + "':*").collect(Collectors.joining(" & "));
            doors.add(new Door("to_tsvector('simple', o.name) @@ to_tsquery('simple', ?)", List.of(words)));
        }
        return doors;
    }

    /** Names with words that are like these. */
    private Door words() {
        return new Door(
                "to_tsvector('simple', o.name) @@ (select near_words(string_to_array(?, ' ')))",
                List.of(String.join(" ", wordsSought())));
    }

    /** Names with all of these words but one; and where that would leave next to nothing, names that are like the text. */
    private Door like() {
        return wordsSought().size() < MANY_WORDS
                ? new Door("(o.name % ? or ? <% o.name)", List.of(sought(), sought()))
                : new Door(
                        "to_tsvector('simple', o.name) @@ (select near_words_but_one(string_to_array(?, ' ')))",
                        List.of(String.join(" ", wordsSought())));
    }

    private static void through(Statement statement, List<Door> doors) {
        for (int i = 0; i < doors.size(); i++) {
            statement.add(
                    (i > 0 ? " or " : "") + doors.get(i).condition(),
                    doors.get(i).values());
        }
    }

    private static void notThrough(Statement statement, List<Door> doors) {
        doors.forEach(door -> statement.add(" and not coalesce(" + door.condition() + ", false)", door.values()));
    }

    private void filters(Statement statement) {
        if (kind != null) {
            statement.add(" and o.kind = ?", kind);
            if (!kind.equals("practice") && !kind.equals("other")) {
                // Says what the index of the rarer kinds is for, which a parameter alone cannot.
                statement.add(" and o.kind not in ('practice', 'other')");
            }
        }
        if (postcode != null) {
            statement.add(
                    " and o.postcode like ?",
                    postcodePattern(postcode.strip().toUpperCase(Locale.ROOT)).orElse("-"));
        }
        if (pcn != null) {
            statement.add(
                    " and o.code in (select m.practice from membership m"
                            + " where m.pcn = ? and m.valid_from <= ? and m.valid_to > ?)",
                    pcn,
                    day,
                    day);
        }
        if (icb != null) {
            // The cheap questions first: whatever belongs to the ICB answers one of them with yes.
            statement.add(
                    " and (o.icb = ? or o.code = ? or o.parent = ?"
                            + " or o.commissioner in (select s.code from organisation s where s.parent = ?)"
                            + " or o.parent in (select b.code from organisation b where b.icb = ?)"
                            + " or o.parent in (select ever_registered_in(?)) or o.code in (select ever_registered_in(?)))",
                    Collections.nCopies(7, icb));
            statement.add(" and (select z.icb from icb_at(o, ?) z) = ?", day, icb);
        }
        if (status != null) {
            statement.add(" and standing(o.status, o.opened, o.closed, o.first_seen, ?) = ?", day, status);
        }
    }

    private void valid(Statement statement) {
        statement.add(VALID, day, day);
    }

    private String sought() {
        return text == null ? "" : text;
    }

    private List<String> wordsSought() {
        return NO_WORD.splitAsStream(sought().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A postcode or the beginning of one, with or without its blank. */
    private static Optional<String> postcodePattern(String text) {
        var whole = WHOLE_POSTCODE.matcher(text.replace(" ", ""));
        if (whole.matches()) {
            return Optional.of(whole.group(1) + " " + whole.group(2));
        }
        return text.matches("[A-Z]{1,2}[0-9][A-Z0-9 ]{0,6}") ? Optional.of(text + "%") : Optional.empty();
    }
}
