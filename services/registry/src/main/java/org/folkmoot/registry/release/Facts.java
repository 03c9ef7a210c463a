package org.folkmoot.registry.release;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.folkmoot.registry.odsfile.FileKind;
import org.folkmoot.registry.release.Timeline.Place;

/**
 * How the staged rows of each kind of file become facts.
 *
 * <p>An organisation's code belongs to one family of files. Three kinds of file also name organisations that another
 * family owns, and here is who is believed:
 *
 * <ul>
 *   <li>Footprints (region, ICB, sub-ICB location): the list of all of them and the map are equally good; of the same
 *       date the list.
 *   <li>A network: its details by the file of networks, its name by whichever file is newer, for networks are renamed
 *       long before that file appears again.
 *   <li>A practice: by the file of cost centres alone. The map's name and postcode are taken only for a practice that
 *       file has never had.
 * </ul>
 *
 * <p>An organisation that is told on its own, since it changed, is told as by a newer file of its family, and of no other
 * organisation is anything said by that. What is not told of it (who commissions it, in which ICB it lies) stays.
 */
final class Facts {

    private static final List<String> CODE = List.of("code");
    private static final List<String> PRACTICE = List.of("practice");
    private static final List<String> SOURCE = List.of("source");
    private static final Optional<String> EVERY_ROW = Optional.of("true");
    /** A close date is the last day of operation. */
    private static final Timeline.Since SINCE_CLOSED = (one, other) ->
            "case when %1$s.closed is distinct from %2$s.closed then %1$s.closed + 1 end".formatted(one, other);

    private static final String SINCE_OPENED = "coalesce(least(s.opened, :d), :d)";

    /** So many practices, and so large a part of those that the map speaks of, do not leave the register in a month. */
    private static final int SHRINKING_PRACTICES = 50;

    private static final double SHRINKING_PART = 0.4;

    /** So many practices, and so large a part of those that are open, do not close between two questions. */
    private static final int CLOSING_PRACTICES = 20;

    private static final double CLOSING_PART = 0.01;

    /** So many organisations, and so large a part of all, do not change their names, roles or states between two questions. */
    private static final int ALTERED_ORGANISATIONS = 200;

    private static final double ALTERED_PART = 0.2;

    private final Connection connection;
    private final int release;
    private final boolean acceptShrink;

    Facts(Connection connection, int release, boolean acceptShrink) {
        this.connection = connection;
        this.release = release;
        this.acceptShrink = acceptShrink;
    }

    /**
     * Takes in what is staged and empties the stage.
     *
     * @return versions written or altered
     * @throws ReleaseRefused when taking it in would do damage
     */
    long take(FileKind kind, LocalDate asAt) throws SQLException, ReleaseRefused {
        return switch (kind) {
            case COST_CENTRES -> costCentres(asAt);
            case TRUSTS -> organisations(asAt, "trust", kind);
            case BRANCHES -> organisations(asAt, "branch", kind);
            case PCN_DETAILS -> networks(asAt);
            case GEOGRAPHY -> geography(asAt);
            case REGISTER_MAP -> map(asAt);
            case MEMBERSHIPS -> spells(asAt);
            case LIST_SIZES -> lists(asAt);
            case LIST_TOTALS -> totals(asAt);
            case CHANGES -> changes(asAt);
        };
    }

    private long costCentres(LocalDate asAt) throws SQLException {
        return forgetWhatOnlyTheRegisterTold() + organisations(asAt, "cost-centre", FileKind.COST_CENTRES);
    }

    private long forgetWhatOnlyTheRegisterTold() throws SQLException {
        execute("analyze stage_organisation");
        return update("""
                delete from organisation t using stage_organisation s where t.code = s.code and t.source = 'register'
                """);
    }

    private long changes(LocalDate asAt) throws SQLException, ReleaseRefused {
        execute("analyze stage_change");
        refuseSuspicious(asAt);
        stageChanges("cost-centre", asAt);
        long written = forgetWhatOnlyTheRegisterTold();
        written += organisations(asAt, SINCE_OPENED, Optional.empty(), FileKind.COST_CENTRES);
        stageChanges("trust", asAt);
        written += organisations(asAt, SINCE_OPENED, Optional.empty(), FileKind.TRUSTS);
        stageChanges("pcn", asAt);
        written += organisations(asAt, SINCE_OPENED, Optional.empty(), FileKind.PCN_DETAILS, FileKind.REGISTER_MAP);
        execute("truncate stage_change");
        return written;
    }

    /** What is told of the organisations of one family, and the rest as it was. */
    private void stageChanges(String source, LocalDate asAt) throws SQLException {
        update("""
                insert into stage_organisation (code, source, kind, name, status, opened, closed, roles, address, postcode,
                    phone, region, icb, commissioner, commissioner_from, commissioner_to, parent, provider, ons)
                select s.code, s.source, s.kind, s.name, s.status, coalesce(s.opened, c.opened), s.closed, s.roles,
                    s.address, s.postcode, s.phone, c.region, c.icb, c.commissioner, c.commissioner_from,
                    c.commissioner_to, c.parent, c.provider, c.ons
                from stage_change s
                left join lateral (
                    select * from organisation o where o.code = s.code and o.source = s.source
                    order by o.valid_from > date '%1$s', abs(o.valid_from - date '%1$s')
                    limit 1) c on true
                where s.source = '%2$s'
                """.formatted(asAt, source));
    }

    private void refuseSuspicious(LocalDate asAt) throws SQLException, ReleaseRefused {
        try (Statement statement = connection.createStatement();
                ResultSet counts = statement.executeQuery("""
                        select count(*) filter (where o.kind = 'practice' and o.status = 'open'),
                            count(*) filter (where o.kind = 'practice' and o.status = 'open'
                                and (s.status <> 'open' or s.kind <> 'practice')),
                            count(*), count(*) filter (where s.code is not null
                                and (s.name, s.status, s.roles) is distinct from (o.name, o.status, o.roles))
                        from organisation o left join stage_change s on s.code = o.code
                        where o.valid_from <= date '%1$s' and o.valid_to > date '%1$s'
                          and o.source in ('cost-centre', 'register', 'trust', 'pcn')
                        """.formatted(asAt))) {
            counts.next();
            long open = counts.getLong(1);
            long closing = counts.getLong(2);
            long known = counts.getLong(3);
            long altered = counts.getLong(4);
            boolean closes = closing >= CLOSING_PRACTICES && closing >= open * CLOSING_PART;
            boolean alters = altered >= ALTERED_ORGANISATIONS && altered >= known * ALTERED_PART;
            if ((closes || alters) && !acceptShrink) {
                throw new ReleaseRefused(new Refusal(
                        Refusal.Reason.SUSPICIOUS_CHANGES,
                        "Of %d open practices %d would close, and of %d organisations %d would change their name, roles or state."
                                .formatted(open, closing, known, altered)));
            }
        }
    }

    private long organisations(LocalDate asAt, String source, FileKind kind) throws SQLException {
        return organisations(asAt, SINCE_OPENED, Optional.of("t.source = '" + source + "'"), kind);
    }

    private long organisations(LocalDate asAt, String reach, Optional<String> leavers, FileKind... kinds)
            throws SQLException {
        execute("analyze stage_organisation");
        long written = new Timeline(
                        "organisation",
                        "stage_organisation",
                        CODE,
                        Staging.ORGANISATION,
                        SOURCE,
                        reach,
                        SINCE_CLOSED,
                        leavers)
                .take(connection, place(asAt, kinds));
        execute("truncate stage_organisation");
        return written;
    }

    private long networks(LocalDate asAt) throws SQLException {
        // What a map named after this file's date has only the name from the map: the rest is what this file says.
        LocalDate until = next(asAt, FileKind.PCN_DETAILS).orElse(LocalDate.MAX);
        long written = update("""
                update organisation t set status = s.status, opened = s.opened, closed = s.closed, address = s.address,
                    postcode = s.postcode, commissioner = s.commissioner
                from stage_organisation s
                where t.code = s.code and t.source = 'pcn' and t.valid_from > date '%s' and t.valid_from < %s
                  and (t.status, t.opened, t.closed, t.address, t.postcode, t.commissioner)
                      is distinct from (s.status, s.opened, s.closed, s.address, s.postcode, s.commissioner)
                """.formatted(asAt, until.equals(LocalDate.MAX) ? "'infinity'" : "date '" + until + "'"));
        return written
                + organisations(asAt, SINCE_OPENED, Optional.empty(), FileKind.PCN_DETAILS, FileKind.REGISTER_MAP);
    }

    private long geography(LocalDate asAt) throws SQLException {
        stageFootprints("stage_geography", false);
        execute("truncate stage_geography");
        return footprints(asAt);
    }

    private long footprints(LocalDate asAt) throws SQLException {
        return organisations(asAt, "date '-infinity'", Optional.empty(), FileKind.GEOGRAPHY, FileKind.REGISTER_MAP);
    }

    /** A footprint stands in many rows; where they contradict each other, most of them decide. */
    private void stageFootprints(String stage, boolean onlyUnknown) throws SQLException {
        update("""
                insert into stage_organisation (code, source, kind, name, status, parent, ons)
                select f.* from (
                    select sub_icb as code, 'geography', 'sub-icb', mode() within group (order by sub_icb_name), 'open',
                        mode() within group (order by icb), mode() within group (order by sub_icb_ons)
                    from %1$s group by sub_icb
                    union all
                    select icb, 'geography', 'icb', mode() within group (order by icb_name), 'open',
                        mode() within group (order by region), mode() within group (order by icb_ons)
                    from %1$s group by icb
                    union all
                    select region, 'geography', 'region', mode() within group (order by region_name), 'open',
                        null, mode() within group (order by region_ons)
                    from %1$s group by region) f
                where not %2$s or not exists (select from organisation o where o.code = f.code)
                """.formatted(stage, onlyUnknown));
    }

    private long map(LocalDate asAt) throws SQLException, ReleaseRefused {
        execute("analyze stage_registration");
        stageFootprints("stage_registration", isKnown(FileKind.GEOGRAPHY, asAt));
        long written = footprints(asAt);
        written += networkNames(asAt);
        written += practicesWithoutCostCentre(asAt);
        stageLeavers(asAt);
        written += versions(
                asAt,
                FileKind.REGISTER_MAP,
                "registration",
                "stage_registration",
                PRACTICE,
                List.of("on_register", "pcn", "sub_icb", "icb", "supplier"),
                List.of());
        return written;
    }

    private long networkNames(LocalDate asAt) throws SQLException {
        update("""
                insert into stage_organisation (code, source, kind, name, status, opened, closed, address, postcode,
                    commissioner)
                select m.pcn, 'pcn', 'pcn', m.name, coalesce(c.status, 'open'), c.opened, c.closed, c.address, c.postcode,
                    coalesce(c.commissioner, m.sub_icb)
                from (select pcn, mode() within group (order by pcn_name) as name,
                          mode() within group (order by sub_icb) as sub_icb
                      from stage_registration where pcn is not null group by pcn) m
                left join lateral (
                    select * from organisation o where o.code = m.pcn and o.source = 'pcn'
                    order by o.valid_from > date '%1$s', abs(o.valid_from - date '%1$s')
                    limit 1) c on true
                """.formatted(asAt));
        return organisations(asAt, SINCE_OPENED, Optional.empty(), FileKind.PCN_DETAILS, FileKind.REGISTER_MAP);
    }

    private long practicesWithoutCostCentre(LocalDate asAt) throws SQLException {
        update("""
                insert into stage_organisation (code, source, kind, name, status, roles, postcode, region, commissioner)
                select m.practice, 'register', 'practice', m.name, 'open', 'RO76', m.postcode, m.region, m.sub_icb
                from stage_registration m
                where not exists (select from organisation o where o.code = m.practice and o.source = 'cost-centre')
                """);
        return organisations(asAt, SINCE_OPENED, Optional.empty(), FileKind.REGISTER_MAP);
    }

    /**
     * The map speaks for the sub-ICB locations and ICBs that it names: a practice of theirs that it lacks has left the
     * register. It keeps the footprint in which it was, so that the next map, which lacks it too, says nothing new.
     */
    private void stageLeavers(LocalDate asAt) throws SQLException, ReleaseRefused {
        String spokenFor = """
                r.valid_from <= date '%1$s' and r.valid_to > date '%1$s'
                  and (r.sub_icb in (select distinct sub_icb from stage_registration)
                      or r.icb in (select distinct icb from stage_registration))
                """.formatted(asAt);
        try (Statement statement = connection.createStatement();
                ResultSet counts = statement.executeQuery("""
                        select count(*), count(*) filter (where s.practice is null)
                        from registration r left join stage_registration s on s.practice = r.practice
                        where r.on_register and %s
                        """.formatted(spokenFor))) {
            counts.next();
            long before = counts.getLong(1);
            long leaving = counts.getLong(2);
            boolean shrinks = leaving >= SHRINKING_PRACTICES && leaving >= before * SHRINKING_PART;
            if (shrinks && !acceptShrink && next(asAt, FileKind.REGISTER_MAP).isEmpty()) {
                throw new ReleaseRefused(new Refusal(
                        Refusal.Reason.REGISTER_SHRINKS,
                        "The map of %s lacks %d of the %d practices that the register has in the areas that it names."
                                .formatted(asAt, leaving, before)));
            }
        }
        update("""
                insert into stage_registration (practice, on_register, sub_icb, icb)
                select r.practice, false, r.sub_icb, r.icb from registration r
                where %s and not exists (select from stage_registration s where s.practice = r.practice)
                """.formatted(spokenFor));
    }

    private long lists(LocalDate asAt) throws SQLException {
        execute("analyze stage_list");
        return versions(
                asAt,
                FileKind.LIST_SIZES,
                "list_size",
                "stage_list",
                PRACTICE,
                List.of("patients"),
                List.of("sub_icb"));
    }

    private long totals(LocalDate asAt) throws SQLException {
        execute("analyze stage_total");
        return versions(
                asAt,
                FileKind.LIST_TOTALS,
                "list_total",
                "stage_total",
                List.of("of", "code"),
                List.of("patients"),
                List.of());
    }

    /** Facts that hold from the date of their file, every one of which each file of the kind tells. */
    private long versions(
            LocalDate asAt,
            FileKind kind,
            String table,
            String stage,
            List<String> key,
            List<String> values,
            List<String> companions)
            throws SQLException {
        long written = new Timeline(table, stage, key, values, companions, ":d", Timeline.Since.DATE_OF_FILE, EVERY_ROW)
                .take(connection, place(asAt, kind));
        execute("truncate " + stage);
        return written;
    }

    /** Each file of spells tells the whole past of a practice: the newest that has the practice is believed. */
    private long spells(LocalDate asAt) throws SQLException {
        execute("analyze stage_spell");
        if (next(asAt, FileKind.MEMBERSHIPS).isPresent()) {
            execute("delete from stage_spell s using pcn_spell p where p.practice = s.practice");
        }
        long written = update("""
                delete from pcn_spell p
                where exists (select from stage_spell s where s.practice = p.practice)
                  and not exists (
                    select from stage_spell s
                    where (s.practice, s.pcn, s.starts) = (p.practice, p.pcn, p.starts)
                      and (s.ends, s.sub_icb) is not distinct from (p.ends, p.sub_icb))
                """);
        written += update("""
                insert into pcn_spell (practice, pcn, starts, ends, sub_icb, told_by)
                select s.practice, s.pcn, s.starts, s.ends, s.sub_icb, %d from stage_spell s
                where not exists (
                    select from pcn_spell p where (p.practice, p.pcn, p.starts) = (s.practice, s.pcn, s.starts))
                """.formatted(release));
        execute("truncate stage_spell");
        return written;
    }

    private Place place(LocalDate asAt, FileKind... kinds) throws SQLException {
        return new Place(asAt, previous(asAt, kinds), next(asAt, kinds), release, !isKnown(kinds[0], asAt));
    }

    private Optional<LocalDate> next(LocalDate asAt, FileKind... kinds) throws SQLException {
        return neighbour("select min(as_at) from release_file where kind = any (?) and as_at > ?", asAt, kinds);
    }

    private Optional<LocalDate> previous(LocalDate asAt, FileKind... kinds) throws SQLException {
        return neighbour("select max(as_at) from release_file where kind = any (?) and as_at < ?", asAt, kinds);
    }

    private Optional<LocalDate> neighbour(String sql, LocalDate asAt, FileKind... kinds) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", Arrays.stream(kinds).map(FileKind::slug).toArray()));
            select.setObject(2, asAt);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, LocalDate.class));
            }
        }
    }

    private boolean isKnown(FileKind kind, LocalDate asAt) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select exists (select from release_file where kind = ? and as_at = ?)")) {
            select.setString(1, kind.slug());
            select.setObject(2, asAt);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private long update(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
