package org.folkmoot.registry.directory;

import static org.folkmoot.registry.directory.Rows.date;
import static org.folkmoot.registry.directory.Rows.lines;
import static org.folkmoot.registry.directory.Rows.number;
import static org.folkmoot.registry.directory.Rows.parts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Page;
import org.folkmoot.registry.directory.OrganisationView.ListSize;
import org.folkmoot.registry.directory.OrganisationView.Membership;
import org.jspecify.annotations.Nullable;

/** The directory's answers. One statement each. */
@ApplicationScoped
class Directory {

    private static final String ORGANISATION = """
            select o.*, standing(o.status, o.opened, o.closed, o.first_seen, d.day) as standing,
                z.icb as ics, i.name as ics_name, coalesce(r.sub_icb, o.commissioner) as sub_icb,
                s.name as sub_icb_name, r.practice is not null as on_register, r.supplier, m.pcn,
                m.valid_from as pcn_since, n.name as pcn_name, coalesce(l.patients, t.patients) as patients,
                coalesce(l.valid_from, t.valid_from) as list_as_at, e.as_at as told
            from (select cast(? as date) as day) d
            join organisation o on o.code = ? and o.valid_from <= d.day and o.valid_to > d.day
            left join release e on e.id = o.told_by
            cross join lateral icb_at(o, d.day) z
            left join lateral registered_on(o.code, d.day) r on true
            left join membership m on m.practice = o.code and m.valid_from <= d.day and m.valid_to > d.day
            left join list_size l on l.practice = o.code and l.valid_from <= d.day and l.valid_to > d.day
            left join list_total t on t.code = o.code and t.of = o.kind and t.valid_from <= d.day and t.valid_to > d.day
            left join organisation n on n.code = m.pcn and n.valid_from <= d.day and n.valid_to > d.day
            left join organisation s on s.code = coalesce(r.sub_icb, o.commissioner)
                and s.valid_from <= d.day and s.valid_to > d.day
            left join organisation i on i.code = z.icb and i.valid_from <= d.day and i.valid_to > d.day
            """;

    private static final String HISTORY = """
            with asked as (select cast(? as date) as day, cast(? as text) as code)
            select 1 as part, o.valid_from, case when o.valid_to <= a.day then o.valid_to end as valid_to, o.first_seen,
                e.as_at as told, o.kind, o.name, o.status, o.opened, o.closed, o.roles, o.address, o.postcode, o.icb,
                o.commissioner, o.parent, null::boolean as on_register, null::text as pcn, null::text as pcn_name,
                null::text as supplier, null::text as practice, null::date as last_day, null::integer as patients
            from asked a join organisation o on o.code = a.code and o.valid_from <= a.day
            join release e on e.id = o.told_by
            union all
            select 2, r.valid_from, case when r.valid_to <= a.day then r.valid_to end, r.first_seen, e.as_at, null, null, null,
                null, null, null, null, null, r.icb, r.sub_icb, null, r.on_register, r.pcn, null, r.supplier, r.practice,
                null, null
            from asked a join registration r on r.practice = a.code and r.valid_from <= a.day
            join release e on e.id = r.told_by
            union all
            select 3, m.valid_from, case when m.valid_to <= a.day then m.valid_to end, m.valid_from, e.as_at, null, p.name,
                null, null, null, null, null, null, null, null, null, null, m.pcn, n.name, null, m.practice,
                case when m.valid_to <= a.day then m.last_day end, null
            from asked a join membership m on (m.practice = a.code or m.pcn = a.code) and m.valid_from <= a.day
            join release e on e.id = m.told_by
            left join organisation p on p.code = m.practice and p.valid_from <= a.day
                and (p.valid_to > a.day or p.valid_to = 'infinity')
            left join organisation n on n.code = m.pcn and n.valid_from <= a.day
                and (n.valid_to > a.day or n.valid_to = 'infinity')
            union all
            select 4, l.valid_from, case when l.valid_to <= a.day then l.valid_to end, l.first_seen, e.as_at, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null, l.practice, null, l.patients
            from asked a join list_size l on l.practice = a.code and l.valid_from <= a.day
            join release e on e.id = l.told_by
            order by part, valid_from, practice
            """;

    private static final String PCN = """
            select o.*, standing(o.status, o.opened, o.closed, o.first_seen, d.day) as standing, s.parent as ics,
                i.name as ics_name, t.patients as published, t.valid_from as published_as_at, m.practice, m.valid_from as since,
                p.name as practice_name, z.icb as practice_icb, l.patients, l.valid_from as list_as_at,
                r.practice is not null and p.kind = 'practice'
                    and standing(p.status, p.opened, p.closed, p.first_seen, d.day) = 'open' as registered
            from (select cast(? as date) as day) d
            join organisation o on o.code = ? and o.kind = 'pcn' and o.valid_from <= d.day and o.valid_to > d.day
            left join organisation s on s.code = o.commissioner and s.kind = 'sub-icb'
                and s.valid_from <= d.day and s.valid_to > d.day
            left join organisation i on i.code = s.parent and i.valid_from <= d.day and i.valid_to > d.day
            left join list_total t on t.of = 'pcn' and t.code = o.code and t.valid_from <= d.day and t.valid_to > d.day
            left join membership m on m.pcn = o.code and m.valid_from <= d.day and m.valid_to > d.day
            left join organisation p on p.code = m.practice and p.valid_from <= d.day and p.valid_to > d.day
            left join lateral icb_at(p, d.day) z on p.code is not null
            left join lateral registered_on(m.practice, d.day) r on true
            left join list_size l on l.practice = m.practice and l.valid_from <= d.day and l.valid_to > d.day
            order by m.practice
            """;

    private static final String ICB = """
            with board as (
                select o.name, o.parent, g.name as parent_name, t.patients as published, t.valid_from as published_as_at
                from (values (true)) one (row)
                left join organisation o on o.code = ? and o.kind = 'icb' and o.valid_from <= ? and o.valid_to > ?
                left join organisation g on g.code = o.parent and g.valid_from <= ? and g.valid_to > ?
                left join list_total t on t.of = 'icb' and t.code = ? and t.valid_from <= ? and t.valid_to > ?),
            practice as (
                select sub_icb, count(*) as practices, coalesce(sum(patients), 0) as patients, array_agg(distinct pcn) as pcns
                from practice_on(?) where icb = ? and (register_icb = ? or register_icb is null)
                group by sub_icb),
            part as (
                select coalesce(p.sub_icb, s.code) as sub_icb, s.name, coalesce(p.practices, 0) as practices,
                    coalesce(p.patients, 0) as patients, p.pcns
                from practice p full join (
                    select code, name from organisation
                    where parent = ? and kind = 'sub-icb' and valid_from <= ? and valid_to > ?) s on s.code = p.sub_icb)
            select b.*, p.sub_icb, p.name as sub_icb_name, p.practices, p.patients, p.pcns
            from board b left join part p on true
            where b.name is not null or p.practices > 0
            order by p.sub_icb
            """;

    private static final String ICBS = """
            select o.code, o.name, o.parent, g.name as parent_name, t.patients as published, t.valid_from as published_as_at
            from (select cast(? as date) as day) d
            join organisation o on o.kind = 'icb' and o.kind not in ('practice', 'other')
                and o.valid_from <= d.day and o.valid_to > d.day
            left join organisation g on g.code = o.parent and g.valid_from <= d.day and g.valid_to > d.day
            left join list_total t on t.of = 'icb' and t.code = o.code and t.valid_from <= d.day and t.valid_to > d.day
            order by o.code
            """;

    private static final String RELEASES = """
            select r.id, r.as_at, r.loaded_at, f.name, f.kind, f.as_at as file_as_at,
                r.id = (select i.id from release i order by i.as_at desc, i.id desc limit 1) as in_force
            from (select * from release where (cast(? as date) is null or (as_at, id) < (?, ?))
                  order by as_at desc, id desc limit ?) r
            left join release_file f on f.release_id = r.id
            order by r.as_at desc, r.id desc, f.position
            """;

    private final DataSource database;
    private final InForce inForce;

    Directory(DataSource database, InForce inForce) {
        this.database = database;
        this.inForce = inForce;
    }

    Page<OrganisationSummary> search(Search search, @Nullable Cursor cursor, int limit) {
        record Hit(OrganisationSummary organisation, Cursor after) {}
        Search.Query query = search.query(cursor, limit);
        List<Hit> hits = Rows.plannedAnew(
                database,
                query.sql(),
                query.parameters(),
                row -> new Hit(
                        new OrganisationSummary(
                                row.getString("code"),
                                row.getString("kind"),
                                row.getString("name"),
                                row.getString("status"),
                                row.getString("postcode"),
                                row.getString("icb"),
                                row.getString("pcn"),
                                row.getString("pcn_name"),
                                number(row, "patients")),
                        search.after(
                                row.getInt("door"),
                                row.getInt("near"),
                                row.getString("folded"),
                                row.getString("code"))));
        return Page.of(hits, limit, Hit::after).map(Hit::organisation);
    }

    Optional<OrganisationView> organisation(String code, Optional<LocalDate> asAt) {
        LocalDate day = inForce.day(asAt);
        return Rows.of(database, ORGANISATION, List.of(day, code), row -> organisation(row, day)).stream()
                .findFirst();
    }

    /**
     * What it was until that day, which goes on where it had not ended by then: as every question of a day is answered, by
     * all that is known of it now. Without a day all there is, and what is still to come.
     */
    Optional<HistoryView> history(String code, Optional<LocalDate> asAt) {
        var versions = new ArrayList<HistoryView.Version>();
        var registrations = new ArrayList<HistoryView.Registration>();
        var memberships = new ArrayList<HistoryView.Membership>();
        var lists = new ArrayList<HistoryView.ListSize>();
        // PostgreSQL takes the end of Java's time for its infinity.
        Rows.of(database, HISTORY, List.of(asAt.orElse(LocalDate.MAX), code), row -> switch (row.getInt("part")) {
            case 1 -> versions.add(version(row));
            case 2 -> registrations.add(registration(row));
            case 3 -> memberships.add(membership(row));
            default ->
                lists.add(new HistoryView.ListSize(
                        some(row, "valid_from"), date(row, "valid_to"), some(row, "told"), row.getInt("patients")));
        });
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of(new HistoryView(code, versions, registrations, memberships, lists));
    }

    Page<PracticeView> practices(
            @Nullable String icb,
            @Nullable String subIcb,
            @Nullable String pcn,
            Optional<LocalDate> asAt,
            @Nullable Cursor cursor,
            int limit) {
        var parameters = new ArrayList<Object>();
        var sql = new StringBuilder("select * from practice_on(?) p where true");
        parameters.add(inForce.day(asAt));
        if (icb != null) {
            // The second condition follows from the first and lets the register's index be used.
            sql.append(" and p.icb = ? and (p.register_icb = ? or p.register_icb is null)");
            parameters.add(icb);
            parameters.add(icb);
        }
        if (subIcb != null) {
            sql.append(" and p.sub_icb = ?");
            parameters.add(subIcb);
        }
        if (pcn != null) {
            sql.append(" and p.pcn = ?");
            parameters.add(pcn);
        }
        if (cursor != null) {
            sql.append(" and p.code > ?");
            parameters.add(cursor.text(0));
        }
        sql.append(" order by p.code limit ?");
        parameters.add(limit + 1);
        return Page.of(
                Rows.of(database, sql.toString(), parameters, Directory::practice),
                limit,
                practice -> Cursor.after(practice.code()));
    }

    Optional<PcnView> pcn(String code, Optional<LocalDate> asAt) {
        LocalDate day = inForce.day(asAt);
        var members = new ArrayList<PcnView.Member>();
        List<PcnView> networks = Rows.of(database, PCN, List.of(day, code), row -> {
            if (row.getString("practice") != null) {
                members.add(member(row));
            }
            return network(row, members, day);
        });
        // Each row repeats the network; the last one was made when all members were known.
        return networks.isEmpty() ? Optional.empty() : Optional.of(networks.getLast());
    }

    Optional<IcbView> icb(String code, Optional<LocalDate> asAt) {
        LocalDate day = inForce.day(asAt);
        record Part(IcbView board, IcbView.@Nullable SubIcb subIcb, List<String> pcns) {}
        List<Part> parts = Rows.of(
                database,
                ICB,
                List.of(code, day, day, day, day, code, day, day, day, code, code, code, day, day),
                row -> new Part(
                        board(code, row, day),
                        row.getString("sub_icb") == null && row.getLong("practices") == 0
                                ? null
                                : new IcbView.SubIcb(
                                        Objects.requireNonNullElse(row.getString("sub_icb"), ""),
                                        row.getString("sub_icb_name"),
                                        row.getLong("practices"),
                                        row.getLong("patients")),
                        texts(row, "pcns")));
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        IcbView board = parts.getFirst().board();
        List<IcbView.SubIcb> subIcbs =
                parts.stream().map(Part::subIcb).filter(Objects::nonNull).toList();
        return Optional.of(new IcbView(
                code,
                board.name(),
                board.region(),
                subIcbs,
                subIcbs.stream().mapToLong(IcbView.SubIcb::practices).sum(),
                parts.stream().flatMap(part -> part.pcns().stream()).distinct().count(),
                subIcbs.stream().mapToLong(IcbView.SubIcb::patients).sum(),
                board.published(),
                day));
    }

    List<IcbSummary> icbs(Optional<LocalDate> asAt) {
        return Rows.of(
                database,
                ICBS,
                List.of(inForce.day(asAt)),
                row -> new IcbSummary(
                        row.getString("code"),
                        row.getString("name"),
                        Named.of(row.getString("parent"), row.getString("parent_name")),
                        published(row)));
    }

    Page<ReleaseView> releases(@Nullable Cursor cursor, int limit) {
        record Placed(ReleaseView release, int id) {}
        var files = new LinkedHashMap<Integer, List<ReleaseView.File>>();
        var releases = new LinkedHashMap<Integer, ReleaseView>();
        Object day = cursor == null ? LocalDate.EPOCH : cursor.date(0);
        var parameters =
                Arrays.asList(cursor == null ? null : day, day, cursor == null ? 0 : cursor.number(1), limit + 1);
        Rows.of(database, RELEASES, parameters, row -> {
            int id = row.getInt("id");
            var ofRelease = files.computeIfAbsent(id, key -> new ArrayList<>());
            if (row.getString("name") != null) {
                ofRelease.add(
                        new ReleaseView.File(row.getString("name"), row.getString("kind"), some(row, "file_as_at")));
            }
            return releases.putIfAbsent(
                    id,
                    new ReleaseView(
                            some(row, "as_at"),
                            row.getObject("loaded_at", OffsetDateTime.class).toInstant(),
                            row.getBoolean("in_force"),
                            ofRelease));
        });
        var placed = new ArrayList<Placed>();
        releases.forEach((id, release) -> placed.add(new Placed(release, id)));
        return Page.of(placed, limit, one -> Cursor.after(one.release().asAt(), one.id()))
                .map(Placed::release);
    }

    private static OrganisationView organisation(ResultSet row, LocalDate day) throws SQLException {
        String pcn = row.getString("pcn");
        Integer patients = number(row, "patients");
        return new OrganisationView(
                row.getString("code"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("standing"),
                date(row, "opened"),
                date(row, "closed"),
                parts(row.getString("roles")),
                lines(row.getString("address")),
                row.getString("postcode"),
                row.getString("phone"),
                row.getString("region"),
                Named.of(row.getString("ics"), row.getString("ics_name")),
                row.getString("icb"),
                Named.of(row.getString("sub_icb"), row.getString("sub_icb_name")),
                row.getString("parent"),
                row.getString("provider"),
                row.getString("ons"),
                row.getBoolean("on_register"),
                pcn == null ? null : new Membership(pcn, row.getString("pcn_name"), some(row, "pcn_since")),
                patients == null ? null : new ListSize(patients, some(row, "list_as_at")),
                row.getString("supplier"),
                date(row, "valid_from"),
                date(row, "valid_to"),
                date(row, "told"),
                day);
    }

    private static HistoryView.Version version(ResultSet row) throws SQLException {
        return new HistoryView.Version(
                date(row, "valid_from"),
                date(row, "valid_to"),
                some(row, "first_seen"),
                some(row, "told"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("status"),
                date(row, "opened"),
                date(row, "closed"),
                row.getString("roles"),
                row.getString("address"),
                row.getString("postcode"),
                row.getString("icb"),
                row.getString("commissioner"),
                row.getString("parent"));
    }

    private static HistoryView.Registration registration(ResultSet row) throws SQLException {
        return new HistoryView.Registration(
                some(row, "valid_from"),
                date(row, "valid_to"),
                some(row, "told"),
                row.getBoolean("on_register"),
                row.getString("pcn"),
                row.getString("commissioner"),
                row.getString("icb"),
                row.getString("supplier"));
    }

    private static HistoryView.Membership membership(ResultSet row) throws SQLException {
        return new HistoryView.Membership(
                row.getString("practice"),
                row.getString("name"),
                row.getString("pcn"),
                row.getString("pcn_name"),
                some(row, "valid_from"),
                date(row, "valid_to"),
                date(row, "last_day"),
                some(row, "told"));
    }

    private static PracticeView practice(ResultSet row) throws SQLException {
        return new PracticeView(
                row.getString("code"),
                row.getString("name"),
                row.getString("postcode"),
                row.getString("icb"),
                row.getString("sub_icb"),
                row.getString("pcn"),
                row.getString("pcn_name"),
                date(row, "pcn_since"),
                number(row, "patients"),
                date(row, "list_as_at"),
                row.getString("supplier"),
                date(row, "opened"));
    }

    private static PcnView.Member member(ResultSet row) throws SQLException {
        return new PcnView.Member(
                row.getString("practice"),
                row.getString("practice_name"),
                row.getString("practice_icb"),
                some(row, "since"),
                number(row, "patients"),
                date(row, "list_as_at"),
                row.getBoolean("registered"));
    }

    private static PcnView network(ResultSet row, List<PcnView.Member> members, LocalDate day) throws SQLException {
        return new PcnView(
                row.getString("code"),
                row.getString("name"),
                row.getString("standing"),
                date(row, "opened"),
                date(row, "closed"),
                Named.of(row.getString("ics"), row.getString("ics_name")),
                row.getString("commissioner"),
                lines(row.getString("address")),
                row.getString("postcode"),
                List.copyOf(members),
                members.stream()
                        .map(PcnView.Member::listSize)
                        .filter(Objects::nonNull)
                        .mapToLong(Integer::longValue)
                        .sum(),
                published(row),
                day);
    }

    private static IcbView board(String code, ResultSet row, LocalDate day) throws SQLException {
        return new IcbView(
                code,
                row.getString("name"),
                Named.of(row.getString("parent"), row.getString("parent_name")),
                List.of(),
                0,
                0,
                0,
                published(row),
                day);
    }

    private static @Nullable ListSize published(ResultSet row) throws SQLException {
        Integer published = number(row, "published");
        return published == null ? null : new ListSize(published, some(row, "published_as_at"));
    }

    /** A date that the statement never leaves empty. */
    private static LocalDate some(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        if (array == null) {
            return List.of();
        }
        return Arrays.stream((String[]) array.getArray())
                .filter(Objects::nonNull)
                .toList();
    }
}
