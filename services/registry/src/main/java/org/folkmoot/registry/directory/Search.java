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

    /** So many are looked at one after another: 5 ms where none of them is it, and a page of what is in every 20th name. */
    private static final int STEPS = 1000;

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

    /** Organisations as themselves and, where their type is asked for, as a whole. */
    private static final String ORGANISATION = " from (select o.*, o as whole from organisation o) o where";

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

    /** In the order of its code or its name, however near it is to what is looked for. */
    private void listed(Statement statement, @Nullable Cursor cursor, int limit) {
        Cursor after = cursor == null ? null : cursor.inOrder(order.slug());
        statement.add("with ");
        if (sought().isBlank()) {
            statement.add("hit as materialized (");
            inOrder(statement, 0, () -> filters(statement), after, order.along(), limit);
            statement.add(") ");
            return;
        }
        List<Door> doors = doors();
        Runnable behindDoors = () -> {
            through(statement, doors);
            filters(statement);
        };
        found(statement, "sure", 0, behindDoors, after, limit);
        statement.add(", near as materialized (");
        near(statement, NEAR, words());
        statement.add("), alike as materialized (");
        near(statement, ALIKE, like());
        statement.add(" where not exists (select from near) and not exists (select from sure)");
        if (after != null) {
            // Where none is left behind the cursor, some were before it, or none was.
            statement.add(" and not exists (select from (");
            inOrder(statement, 0, behindDoors, null, order.sorted(), 0);
            statement.add(") s)");
        }
        statement.add("), hit as materialized (");
        Runnable any = () -> statement.add(" and o.code = any(array(select s.code from sure s"
                + " union all select n.code from near n union all select a.code from alike a))");
        inOrder(statement, 0, any, after, order.along(), limit);
        statement.add(") ");
    }

    private void weighed(Statement statement, @Nullable Cursor cursor, int limit) {
        List<Door> doors = doors();
        long from = cursor == null ? 0 : Math.max(0, cursor.number(0));
        statement.add("with ");
        for (int door = (int) from; door < doors.size(); door++) {
            int number = door;
            Runnable behindThisFirst = () -> {
                Door open = doors.get(number);
                statement.add(" and " + open.condition(), open.values());
                notThrough(statement, doors.subList(0, number));
                filters(statement);
            };
            Cursor after = door == from ? cursor : null;
            if (doors.get(door).words()) {
                found(statement, "door_" + door, door, behindThisFirst, after, limit);
            } else {
                statement.add("door_" + door + " as materialized (");
                inOrder(statement, door, behindThisFirst, after, order.along(), limit);
                statement.add(")");
            }
            statement.add(", ");
        }
        statement.add("sure as materialized (");
        if (from < doors.size()) {
            statement.add("select * from (");
            for (int door = (int) from; door < doors.size(); door++) {
                statement.add((door > from ? " union all " : "") + "select * from door_" + door);
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

    /**
     * A page of those that a condition about words is true of. PostgreSQL takes words to be spread evenly over every order, and
     * would go along its index past all practices to where the codes of networks begin. So only some steps are gone: they are
     * enough for a word that is in many names. What is rarer is looked up by its words, and sorted.
     */
    private void found(
            Statement statement, String name, int door, Runnable condition, @Nullable Cursor cursor, int limit) {
        String atHand = name + "_at_hand";
        statement.add(
                atHand + " as materialized (" + hit(door) + " from (select o.*, o as whole from organisation o where");
        valid(statement);
        after(statement, cursor);
        statement.add(" order by " + order.along() + " limit " + STEPS + ") o where true");
        condition.run();
        statement.add(" order by " + order.along() + " limit ?)", limit + 1);
        statement.add(
                ", %1$s as materialized (select * from %2$s where (select count(*) from %2$s) > ? union all ("
                        .formatted(name, atHand),
                limit);
        Runnable notAtHand = () -> {
            statement.add(" and (select count(*) from " + atHand + ") <= ?", limit);
            condition.run();
        };
        inOrder(statement, door, notAtHand, cursor, order.sorted(), limit);
        statement.add("))");
    }

    private void inOrder(
            Statement statement, int door, Runnable condition, @Nullable Cursor cursor, String keys, int limit) {
        statement.add(hit(door) + ORGANISATION);
        valid(statement);
        condition.run();
        after(statement, cursor);
        statement.add(" order by " + keys + " limit ?", limit + 1);
    }

    private static String hit(int door) {
        return "select " + door + " as door, 0 as near, o.code";
    }

    private void after(Statement statement, @Nullable Cursor cursor) {
        if (cursor != null) {
            switch (order) {
                case RELEVANCE -> statement.add(" and o.code > ?", cursor.text(2));
                case CODE -> statement.add(" and o.code > ?", cursor.text(1));
                case NAME -> statement.add(" and (" + order.keys() + ") > (?, ?)", cursor.text(1), cursor.text(2));
            }
        }
    }

    /** Of those that are behind this door and none of the sure ones, all that are weighed against each other. */
    private void near(Statement statement, int number, Door door) {
        statement.add(
                "select " + number + " as door, n.near, n.code from (select o.code, " + WEIGHT + " as near",
                sought(),
                sought());
        statement.add(ORGANISATION);
        valid(statement);
        statement.add("and " + door.condition(), door.values());
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
    private record Door(String condition, List<Object> values, boolean words) {

        Door(String condition, List<Object> values) {
            this(condition, values, false);
        }
    }

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
            doors.add(new Door("to_tsvector('simple', o.name) @@ to_tsquery('simple', ?)", List.of(everyWord()), true));
        }
        return doors;
    }

    /** Every word, or the beginning of one, must be in the name. */
    private String everyWord() {
        return wordsSought().stream().map(word -> "'" + word + "':*").collect(Collectors.joining(" & "));
    }

    /** Names with words that are like these. */
    private Door words() {
        return nearly("near_words");
    }

    /** Names with all of these words but one; and where that would leave next to nothing, names that are like the text. */
    private Door like() {
        return wordsSought().size() < MANY_WORDS
                ? new Door("(o.name % ? or ? <% o.name)", List.of(sought(), sought()))
                : nearly("near_words_but_one");
    }

    /** The index itself leaves out the names with every word, which may be very many. */
    private Door nearly(String function) {
        return wordsSought().isEmpty()
                ? new Door("false", List.of())
                : new Door(
                        "to_tsvector('simple', o.name) @@ (select " + function
                                + "(string_to_array(?, ' ')) && !! to_tsquery('simple', ?))",
                        List.of(String.join(" ", wordsSought()), everyWord()));
    }

    private static void through(Statement statement, List<Door> doors) {
        statement.add(" and (false");
        doors.forEach(door -> statement.add(" or " + door.condition(), door.values()));
        statement.add(")");
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
            statement.add(" and (select z.icb from icb_at(o.whole, ?) z) = ?", day, icb);
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
