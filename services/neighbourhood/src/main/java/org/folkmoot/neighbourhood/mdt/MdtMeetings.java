package org.folkmoot.neighbourhood.mdt;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.folkmoot.neighbourhood.access.Access;
import org.folkmoot.neighbourhood.seal.PatientKey;
import org.folkmoot.neighbourhood.seal.PatientKeys;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The meetings of teams, and what is to be done after them, in the caller's transaction. */
@ApplicationScoped
class MdtMeetings {

    private static final String ACTIONS = """
            select a.*, m.team_id, r.patient_id, p.key_number, p.key_wrapped
            from mdt_action a
            join mdt_meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id
            join referral r on r.tenant_id = a.tenant_id and r.id = a.referral_id
            join patient p on p.tenant_id = r.tenant_id and p.id = r.patient_id
            where a.tenant_id = folkmoot.current_tenant()""";

    /** Of the team that met, and of the one that has the person now. */
    private static final String OF_THE_MEMBER = " and " + """
            exists (
                select from team_member t
                where t.tenant_id = folkmoot.current_tenant() and t.subject = ? and t.left_at is null
                  and t.team_id in (m.team_id, r.team_id))""";

    private final PatientKeys keys;
    private final Sql sql;
    private final Clock clock;

    MdtMeetings(PatientKeys keys, Sql sql, Clock clock) {
        this.keys = keys;
        this.sql = sql;
        this.clock = clock;
    }

    /** A meeting as it is kept. */
    record Kept(
            UUID id,
            UUID team,
            Instant startsAt,
            String place,
            String calledBy,
            @Nullable Instant heldAt,
            long version) {}

    /** Something that is shown, and of which patients. */
    record Shown<T>(T view, List<UUID> patients) {}

    /** Whether the list of a meeting may leave a person out: nothing was noted, and nothing is to be done. */
    private record Listed(UUID referral, boolean free) {}

    /** Whether somebody on the list of a meeting went on with another team than that which meets. */
    boolean isAnothers(UUID meeting, UUID referral) {
        return sql.first(row -> true, """
                        select 1 from mdt_meeting m
                        join referral r on r.tenant_id = m.tenant_id and r.id = ? and r.team_id <> m.team_id
                        where m.tenant_id = folkmoot.current_tenant() and m.id = ?
                        """, referral, meeting).isPresent();
    }

    void call(UUID id, UUID team, MdtMeetingRequest request, Person by, Instant at) {
        sql.change("""
                insert into mdt_meeting (tenant_id, id, team_id, starts_at, place, called_by, called_name, called_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?)
                """, id, team, request.startsAt(), request.place().strip(), by.subject(), by.name(), at);
    }

    /** @param held whether nobody else changes it until this transaction ends */
    Optional<Kept> kept(UUID id, boolean held) {
        return sql.first(
                row -> new Kept(
                        id,
                        row.getObject("team_id", UUID.class),
                        Sql.instant(row, "starts_at"),
                        row.getString("place"),
                        row.getString("called_name"),
                        Sql.instantIfAny(row, "held_at"),
                        row.getLong("version")),
                "select * from mdt_meeting where tenant_id = folkmoot.current_tenant() and id = ?"
                        + (held ? " for update" : ""),
                id);
    }

    /** It has another version: something of it has changed. */
    void touch(UUID id) {
        sql.change(
                "update mdt_meeting set version = version + 1 where tenant_id = folkmoot.current_tenant() and id = ?",
                id);
    }

    /** It has taken place. */
    void hold(UUID id, Person by, Instant at) {
        sql.change("""
                update mdt_meeting set held_at = ?, held_name = ?, version = version + 1
                where tenant_id = folkmoot.current_tenant() and id = ?
                """, at, by.name(), id);
    }

    /** Meetings of a team that begin before that moment, or then and before that one, the latest first. */
    List<MdtMeetingView.Row> page(UUID team, Instant before, UUID id, int most) {
        return sql.list(
                row -> new MdtMeetingView.Row(
                        row.getObject("id", UUID.class),
                        team,
                        Sql.instant(row, "starts_at"),
                        row.getString("place"),
                        state(Sql.instantIfAny(row, "held_at")),
                        row.getInt("people"),
                        row.getInt("open_actions")),
                """
                select m.*, (
                        select count(*) from mdt_person p
                        where p.tenant_id = m.tenant_id and p.meeting_id = m.id) as people, (
                        select count(*) from mdt_action a
                        where a.tenant_id = m.tenant_id and a.meeting_id = m.id and a.done_at is null) as open_actions
                from mdt_meeting m
                where m.tenant_id = folkmoot.current_tenant() and m.team_id = ? and (m.starts_at, m.id) < (?, ?)
                order by m.starts_at desc, m.id desc limit ?
                """,
                team,
                before,
                id,
                most);
    }

    /** The meeting with its people, notes and actions. */
    Shown<MdtMeetingView> shown(Kept meeting) {
        List<Shown<MdtActionView>> actions =
                sql.list(this::action, ACTIONS + " and a.meeting_id = ? order by a.due, a.id", meeting.id());
        Map<UUID, List<MdtActionView>> byReferral =
                actions.stream().map(Shown::view).collect(Collectors.groupingBy(MdtActionView::referral));
        List<Shown<MdtMeetingView.Discussed>> people =
                sql.list(row -> discussed(row, meeting.id(), byReferral), """
                select d.*, r.patient_id, p.key_number, p.key_wrapped
                from mdt_person d
                join referral r on r.tenant_id = d.tenant_id and r.id = d.referral_id
                join patient p on p.tenant_id = r.tenant_id and p.id = r.patient_id
                where d.tenant_id = folkmoot.current_tenant() and d.meeting_id = ? order by d.place, d.referral_id
                """, meeting.id());
        var view = new MdtMeetingView(
                meeting.id(),
                meeting.team(),
                meeting.startsAt(),
                meeting.place(),
                meeting.calledBy(),
                state(meeting.heldAt()),
                meeting.heldAt(),
                people.stream().map(Shown::view).toList());
        return new Shown<>(
                view, people.stream().flatMap(each -> each.patients().stream()).toList());
    }

    /** Whether each of these is an open referral that the team has. */
    boolean areOpenWith(UUID team, List<UUID> referrals) {
        return sql.first(row -> row.getInt("open"), """
                        select count(*) as open from referral
                        where tenant_id = folkmoot.current_tenant() and team_id = ? and id = any (?::uuid[])
                          and %s
                        """.formatted(Access.isOpen("state")), team, texts(referrals))
                        .orElse(0)
                == referrals.size();
    }

    /** Whether nobody is on the list of a meeting, and not among these, of whom something was noted or is to be done. */
    boolean mayLeaveOut(UUID meeting, List<UUID> referrals) {
        return sql
                .list(row -> new Listed(row.getObject("referral_id", UUID.class), row.getBoolean("free")), """
                        select d.referral_id, d.notes is null and not exists (
                            select from mdt_action a
                            where a.tenant_id = d.tenant_id and a.meeting_id = d.meeting_id
                              and a.referral_id = d.referral_id) as free
                        from mdt_person d where d.tenant_id = folkmoot.current_tenant() and d.meeting_id = ?
                        """, meeting)
                .stream()
                .allMatch(listed -> listed.free() || referrals.contains(listed.referral()));
    }

    /** The referrals on the list of a meeting. */
    List<UUID> listed(UUID meeting) {
        return sql.list(
                row -> row.getObject("referral_id", UUID.class),
                "select referral_id from mdt_person where tenant_id = folkmoot.current_tenant() and meeting_id = ?",
                meeting);
    }

    /** These are discussed, in their order, and nobody else. */
    void list(UUID meeting, List<UUID> referrals) {
        sql.change("""
                delete from mdt_person
                where tenant_id = folkmoot.current_tenant() and meeting_id = ? and referral_id <> all (?::uuid[])
                """, meeting, texts(referrals));
        sql.change("""
                insert into mdt_person (tenant_id, meeting_id, referral_id, place)
                select folkmoot.current_tenant(), ?::uuid, each.referral, each.place
                from unnest(?::uuid[]) with ordinality each(referral, place)
                on conflict (tenant_id, meeting_id, referral_id) do update set place = excluded.place
                """, meeting, texts(referrals));
    }

    /** The patient of a referral that a meeting discusses; empty if it does not. */
    Optional<UUID> patient(UUID meeting, UUID referral) {
        return sql.first(row -> row.getObject("patient_id", UUID.class), """
                select r.patient_id from mdt_person d
                join referral r on r.tenant_id = d.tenant_id and r.id = d.referral_id
                where d.tenant_id = folkmoot.current_tenant() and d.meeting_id = ? and d.referral_id = ?
                """, meeting, referral);
    }

    void note(UUID meeting, UUID referral, String notes, PatientKey key, Person by, Instant at) {
        sql.change("""
                update mdt_person set notes = ?, noted_by = ?, noted_name = ?, noted_at = ?
                where tenant_id = folkmoot.current_tenant() and meeting_id = ? and referral_id = ?
                """, key.seal(notes(meeting, referral), notes), by.subject(), by.name(), at, meeting, referral);
    }

    void assign(
            UUID id, UUID meeting, MdtActionRequest request, String ownerName, PatientKey key, Person by, Instant at) {
        sql.change(
                """
                insert into mdt_action (tenant_id, id, meeting_id, referral_id, words, owner, owner_name, due, assigned_by,
                    assigned_name, assigned_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                meeting,
                request.referral(),
                key.seal(words(id), request.words().strip()),
                request.owner(),
                ownerName,
                request.due(),
                by.subject(),
                by.name(),
                at);
    }

    /** An action as it is kept. */
    record KeptAction(boolean done, long version) {}

    /** An action of a team in which that person is, which nobody else changes until this transaction ends. */
    Optional<KeptAction> heldAction(UUID id, String member) {
        return sql.first(
                row -> new KeptAction(Sql.instantIfAny(row, "done_at") != null, row.getLong("version")),
                """
                select a.done_at, a.version from mdt_action a
                join mdt_meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id
                join referral r on r.tenant_id = a.tenant_id and r.id = a.referral_id
                where a.tenant_id = folkmoot.current_tenant() and a.id = ?
                """ + OF_THE_MEMBER + " for update of a",
                id,
                member);
    }

    /** It is done. */
    void complete(UUID id, Person by, Instant at) {
        sql.change("""
                update mdt_action set done_by = ?, done_name = ?, done_at = ?, version = version + 1
                where tenant_id = folkmoot.current_tenant() and id = ?
                """, by.subject(), by.name(), at, id);
    }

    /** An action with its version. */
    record Versioned(Shown<MdtActionView> shown, long version) {}

    /** An action of a team in which that person is. */
    Optional<Versioned> action(UUID id, String member) {
        return sql.first(
                row -> new Versioned(action(row), row.getLong("version")),
                ACTIONS + " and a.id = ?" + OF_THE_MEMBER,
                id,
                member);
    }

    /**
     * Which actions are asked for; what is absent does not matter.
     *
     * @param member the subject of whoever asks: those of their teams
     * @param owner the subject of whoever does it
     * @param open only those that are not done
     * @param dueBefore a day before which it was due
     */
    record Asked(
            String member,
            @Nullable UUID team,
            @Nullable String owner,
            boolean open,
            @Nullable LocalDate dueBefore) {}

    /** Those that are due on that day after that one, or later, the earliest due first. */
    List<Shown<MdtActionView>> actions(Asked asked, LocalDate due, UUID after, int most) {
        var where = new StringBuilder(OF_THE_MEMBER).append(" and (a.due, a.id) > (?, ?)");
        var values = new ArrayList<Object>(List.of(asked.member(), due, after));
        narrow(where, values, " and ? in (m.team_id, r.team_id)", asked.team());
        narrow(where, values, " and a.owner = ?", asked.owner());
        narrow(where, values, " and a.due < ?", asked.dueBefore());
        if (asked.open()) {
            where.append(" and a.done_at is null");
        }
        values.add(most);
        return sql.list(this::action, ACTIONS + where + " order by a.due, a.id limit ?", values.toArray());
    }

    private static void narrow(StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            values.add(value);
        }
    }

    private Shown<MdtActionView> action(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID patient = row.getObject("patient_id", UUID.class);
        Instant done = Sql.instantIfAny(row, "done_at");
        LocalDate due = row.getObject("due", LocalDate.class);
        return new Shown<>(
                new MdtActionView(
                        id,
                        row.getObject("meeting_id", UUID.class),
                        row.getObject("referral_id", UUID.class),
                        row.getObject("team_id", UUID.class),
                        opened(row, patient, words(id), row.getBytes("words")),
                        row.getString("owner"),
                        row.getString("owner_name"),
                        due,
                        done == null && LondonTime.today(clock).isAfter(due),
                        done,
                        row.getString("done_name")),
                List.of(patient));
    }

    private Shown<MdtMeetingView.Discussed> discussed(
            ResultSet row, UUID meeting, Map<UUID, List<MdtActionView>> actions) throws SQLException {
        UUID referral = row.getObject("referral_id", UUID.class);
        UUID patient = row.getObject("patient_id", UUID.class);
        return new Shown<>(
                new MdtMeetingView.Discussed(
                        referral,
                        opened(row, patient, notes(meeting, referral), row.getBytes("notes")),
                        row.getString("noted_name"),
                        Sql.instantIfAny(row, "noted_at"),
                        actions.getOrDefault(referral, List.of())),
                List.of(patient));
    }

    /** What was sealed; nothing if there is nothing, or the patient's data were erased. */
    private @Nullable String opened(ResultSet row, UUID patient, String field, byte @Nullable [] sealed)
            throws SQLException {
        Optional<PatientKey> key = keys.ofRow(row, patient);
        return key.isEmpty() ? null : key.get().openIfAny(field, sealed);
    }

    private static String state(@Nullable Instant heldAt) {
        return heldAt == null ? "planned" : "held";
    }

    private static List<String> texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    private static String notes(UUID meeting, UUID referral) {
        return "mdt_person.notes/" + meeting + "/" + referral;
    }

    private static String words(UUID action) {
        return "mdt_action.words/" + action;
    }
}
