package org.folkmoot.registry.directory;

import java.time.LocalDate;
import java.util.ArrayList;
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

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern WHOLE_POSTCODE = Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,9}");

    /** A name that is like what is looked for, or has a part that is. */
    private static final String LIKE = "(o.name % ? or ? <% o.name)";

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

    /** The rows after the cursor, one more than the page has, in order. */
    Query query(@Nullable Cursor cursor, int limit) {
        var parameters = new ArrayList<Object>();
        String sql = order == SearchOrder.RELEVANCE
                ? weighed(cursor, limit, parameters)
                : listed(cursor, limit, parameters);
        for (int i = 0; i < DAYS_IN_SHOWN; i++) {
            parameters.add(day);
        }
        return new Query(sql + SHOWN + order.keys(), parameters);
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
    private String listed(@Nullable Cursor cursor, int limit, List<Object> parameters) {
        String sql = "with hit as materialized (select 0 as door, 0 as near, o.code from organisation o where" + VALID;
        valid(parameters);
        if (!sought().isBlank()) {
            sql += " and (";
            for (Door door : doors()) {
                sql += door.condition() + " or ";
                parameters.addAll(door.values());
            }
            sql += LIKE + ")";
            parameters.add(sought());
            parameters.add(sought());
        }
        sql += filters(parameters);
        if (cursor != null && order == SearchOrder.NAME) {
            sql += " and (" + order.keys() + ") > (?, ?)";
            parameters.add(cursor.inOrder(order.slug()).text(1));
            parameters.add(cursor.text(2));
        } else if (cursor != null) {
            sql += " and o.code > ?";
            parameters.add(cursor.inOrder(order.slug()).text(1));
        }
        parameters.add(limit + 1);
        return sql + " order by " + order.keys() + " limit ?) ";
    }

    private String weighed(@Nullable Cursor cursor, int limit, List<Object> parameters) {
        List<Door> doors = doors();
        long from = cursor == null ? 0 : cursor.number(0);
        int nearDoor = 10;
        var sure = new ArrayList<String>();
        for (int door = 0; door < doors.size(); door++) {
            if (door < from) {
                continue;
            }
            String sql = "(select " + door + " as door, 0 as near, o.code from organisation o where" + VALID;
            valid(parameters);
            sql += " and " + doors.get(door).condition();
            parameters.addAll(doors.get(door).values());
            sql += notThrough(doors.subList(0, door), parameters) + filters(parameters);
            if (door == from && cursor != null) {
                sql += " and o.code > ?";
                parameters.add(cursor.text(2));
            }
            parameters.add(limit + 1);
            sure.add(sql + " order by o.code limit ?)");
        }
        String sql = "with sure as materialized (";
        sql += sure.isEmpty()
                ? "select 0 as door, 0 as near, '' as code where false"
                : "select * from (" + String.join(" union all ", sure) + ") s order by door, code limit ?";
        if (!sure.isEmpty()) {
            parameters.add(limit + 1);
        }
        sql += "), near as materialized (select " + nearDoor + " as door, n.near, n.code from (select o.code,"
                + " (greatest(similarity(o.name, ?), word_similarity(?, o.name)) * 1000)::integer as near"
                + " from organisation o where " + LIKE + " and" + VALID;
        for (int i = 0; i < 4; i++) {
            parameters.add(sought());
        }
        valid(parameters);
        sql += notThrough(doors, parameters) + filters(parameters);
        sql += " limit " + MOST_NEAR + ") n where (select count(*) from sure) <= ?";
        parameters.add(limit);
        if (cursor != null && from == nearDoor) {
            sql += " and (n.near < ? or n.near = ? and n.code > ?)";
            parameters.add(cursor.number(1));
            parameters.add(cursor.number(1));
            parameters.add(cursor.text(2));
        }
        parameters.add(limit + 1);
        sql += " order by n.near desc, n.code limit ?),";
        sql += " hit as (select * from (select * from sure union all select * from near) a"
                + " order by door, near desc, code limit ?) ";
        parameters.add(limit + 1);
        return sql;
    }

    /** A way to what is looked for, behind which there is an index. */
    private record Door(String condition, List<Object> values) {}

    /** The ways by which something is found for sure, the best first. */
    private List<Door> doors() {
        String code = sought().strip().toUpperCase(Locale.ROOT);
        String words = words();
        var doors = new ArrayList<Door>();
        if (CODE.matcher(code).matches()) {
            doors.add(new Door("o.code = ?", List.of(code)));
            doors.add(new Door("o.code like ?", List.of(code + "%")));
        }
        postcodePattern(code).ifPresent(pattern -> doors.add(new Door("o.postcode like ?", List.of(pattern))));
        if (!words.isEmpty()) {
            doors.add(new Door("to_tsvector('simple', o.name) @@ to_tsquery('simple', ?)", List.of(words)));
        }
        return doors;
    }

    private static String notThrough(List<Door> doors, List<Object> parameters) {
        var sql = new StringBuilder();
        for (Door door : doors) {
            sql.append(" and not coalesce(").append(door.condition()).append(", false)");
            parameters.addAll(door.values());
        }
        return sql.toString();
    }

    private String filters(List<Object> parameters) {
        var sql = new StringBuilder();
        if (kind != null) {
            sql.append(" and o.kind = ?");
            parameters.add(kind);
            if (!kind.equals("practice") && !kind.equals("other")) {
                // Says what the index of the rarer kinds is for, which a parameter alone cannot.
                sql.append(" and o.kind not in ('practice', 'other')");
            }
        }
        if (postcode != null) {
            sql.append(" and o.postcode like ?");
            parameters.add(
                    postcodePattern(postcode.strip().toUpperCase(Locale.ROOT)).orElse("-"));
        }
        if (pcn != null) {
            sql.append(" and o.code in (select m.practice from membership m"
                    + " where m.pcn = ? and m.valid_from <= ? and m.valid_to > ?)");
            parameters.add(pcn);
            valid(parameters);
        }
        if (icb != null) {
            // The cheap questions first: whatever belongs to the ICB answers one of them with yes.
            sql.append(" and (o.icb = ? or o.code = ? or o.parent = ?"
                    + " or o.commissioner in (select s.code from organisation s where s.parent = ?)"
                    + " or o.parent in (select b.code from organisation b where b.icb = ?)"
                    + " or o.parent in (select ever_registered_in(?)) or o.code in (select ever_registered_in(?)))"
                    + " and (select z.icb from icb_at(o, ?) z) = ?");
            for (int i = 0; i < 7; i++) {
                parameters.add(icb);
            }
            parameters.add(day);
            parameters.add(icb);
        }
        if (status != null) {
            sql.append(" and standing(o.status, o.opened, o.closed, o.first_seen, ?) = ?");
            parameters.add(day);
            parameters.add(status);
        }
        return sql.toString();
    }

    private void valid(List<Object> parameters) {
        parameters.add(day);
        parameters.add(day);
    }

    private String sought() {
        return text == null ? "" : text;
    }

    /** Every word, or the beginning of one, must be in the name. */
    private String words() {
        return NO_WORD.splitAsStream(sought().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .map(word -> "'" + word + "':*")
                .collect(Collectors.joining(" & "));
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
