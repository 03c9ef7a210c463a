package org.folkmoot.neighbourhood.update;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.Json;
import org.folkmoot.neighbourhood.access.Access;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.referral.Stage;
import org.folkmoot.neighbourhood.seal.PatientKey;
import org.folkmoot.neighbourhood.sharing.CareRecords;
import org.folkmoot.neighbourhood.sharing.CareRecords.Opened;
import org.folkmoot.neighbourhood.sharing.Part;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** What practices were told, and when they are to be. */
@ApplicationScoped
public class GpUpdates {

    private static final String SHOWN = """
            select u.*, r.team_id, r.patient_id, (
                select jsonb_agg(jsonb_build_object('practice', p.practice, 'at', p.acknowledged_at,
                    'by', p.acknowledged_name) order by p.practice)
                from gp_update_recipient p where p.tenant_id = u.tenant_id and p.update_id = u.id) as recipients
            from gp_update u join referral r on r.tenant_id = u.tenant_id and r.id = u.referral_id
            where u.tenant_id = folkmoot.current_tenant()""";

    /** The points of referrals r. Without the offset they would be computed for all referrals of the ICS, and then chosen from. */
    private static final String THEIR_POINTS = """
            cross join lateral (
                select u.* from gp_update_point(?) u
                where u.tenant_id = r.tenant_id and u.referral_id = r.id offset 0) p""";

    private final CareRecords records;
    private final Access access;
    private final Sql sql;
    private final Clock clock;

    GpUpdates(CareRecords records, Access access, Sql sql, Clock clock) {
        this.records = records;
        this.access = access;
        this.sql = sql;
        this.clock = clock;
    }

    /** What is told under a referral, for whoever may see it; that they did is written down. */
    @Transactional
    public Result<GpUpdatesView> of(Reader reader, UUID referral) {
        return records.read(reader, referral, Part.GP_UPDATES, opened -> {
            Stage stage = opened.stage();
            return new Result.Done<>(
                    new GpUpdatesView(points(stage), updates(stage.id(), opened.key())), stage.version());
        });
    }

    /** An update, for whoever may see its referral; that they did is written down. */
    @Transactional
    public Result<GpUpdateView> one(Reader reader, UUID update) {
        return referralOf(update)
                .map(referral -> records.read(reader, referral, Part.GP_UPDATES, opened -> shown(update, opened)))
                .orElseGet(Result::absent);
    }

    /** An update of an open record. */
    Result<GpUpdateView> shown(UUID update, Opened opened) {
        return sql.first(
                        row -> new Result.Done<>(view(row, opened.key()), row.getLong("version")),
                        SHOWN + " and u.id = ?",
                        update)
                .<Result<GpUpdateView>>map(done -> done)
                .orElseGet(Result::absent);
    }

    /** Under which referral it was sent; empty if there is no such update. */
    Optional<UUID> referralOf(UUID update) {
        return sql.first(
                row -> row.getObject("referral_id", UUID.class),
                "select referral_id from gp_update where tenant_id = folkmoot.current_tenant() and id = ?",
                update);
    }

    /** The referring practice and that where the patient is registered now, as far as there are such. */
    List<String> practicesOf(Stage stage) {
        Optional<String> registered = sql.first(
                        row -> Optional.ofNullable(row.getString("registered_practice")),
                        "select registered_practice from patient where tenant_id = folkmoot.current_tenant() and id = ?",
                        stage.patient())
                .flatMap(each -> each);
        return Stream.concat(Stream.ofNullable(stage.practice()), registered.stream())
                .distinct()
                .sorted()
                .toList();
    }

    void add(
            UUID id,
            UUID referral,
            String words,
            List<String> practices,
            PatientKey key,
            Person by,
            Instant sent,
            Instant recorded) {
        sql.change("""
                insert into gp_update (tenant_id, id, referral_id, words, sent_by, sent_name, sent_at, recorded_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?)
                """, id, referral, key.seal(field(id), words), by.subject(), by.name(), sent, recorded);
        sql.change("""
                insert into gp_update_recipient (tenant_id, update_id, practice)
                select folkmoot.current_tenant(), ?::uuid, practice from unnest(?) practice
                """, id, practices);
    }

    /** The version of an update, which nobody else changes until this transaction ends. */
    Optional<Long> held(UUID update) {
        return sql.first(
                row -> row.getLong("version"),
                "select version from gp_update where tenant_id = folkmoot.current_tenant() and id = ? for update",
                update);
    }

    /**
     * What became of acknowledging.
     *
     * @param practices that have acknowledged now
     * @param awaited how many have not yet
     */
    record Acknowledged(List<String> practices, int awaited) {}

    /** Those of these practices to which it went, and that have not yet, acknowledge an update that is held. */
    Acknowledged acknowledge(UUID update, List<String> practices, Person by, Instant at) {
        List<String> now =
                sql.list(row -> row.getString("practice"), """
                update gp_update_recipient set acknowledged_by = ?, acknowledged_name = ?, acknowledged_at = ?
                where tenant_id = folkmoot.current_tenant() and update_id = ? and practice = any (?)
                  and acknowledged_at is null
                returning practice
                """, by.subject(), by.name(), at, update, practices);
        if (!now.isEmpty()) {
            sql.change(
                    "update gp_update set version = version + 1 where tenant_id = folkmoot.current_tenant() and id = ?",
                    update);
        }
        int awaited = sql.first(row -> row.getInt("awaited"), """
                        select count(*) as awaited from gp_update_recipient
                        where tenant_id = folkmoot.current_tenant() and update_id = ? and acknowledged_at is null
                        """, update).orElse(0);
        return new Acknowledged(now, awaited);
    }

    /**
     * The patient is registered with another practice: what a former one has not acknowledged, and cannot see any more, goes to
     * the new one in its place. What the practice got that referred stays with it.
     *
     * @return the updates that have another recipient now
     */
    @Transactional
    public List<UUID> reroute(UUID patient, String to) {
        return sql.list(row -> row.getObject("id", UUID.class), """
                with stale as (
                    select g.update_id, g.practice
                    from referral r
                    join gp_update u on u.tenant_id = r.tenant_id and u.referral_id = r.id
                    join gp_update_recipient g on g.tenant_id = u.tenant_id and g.update_id = u.id
                    where r.tenant_id = folkmoot.current_tenant() and r.patient_id = ? and g.acknowledged_at is null
                      and g.practice <> ? and g.practice is distinct from r.practice
                    order by u.id for update of u),
                gone as (
                    delete from gp_update_recipient g using stale s
                    where g.tenant_id = folkmoot.current_tenant() and g.update_id = s.update_id and g.practice = s.practice
                      and g.acknowledged_at is null
                    returning g.update_id),
                there as (
                    insert into gp_update_recipient (tenant_id, update_id, practice)
                    select distinct folkmoot.current_tenant(), update_id, ? from gone
                    on conflict do nothing)
                update gp_update u set version = u.version + 1
                where u.tenant_id = folkmoot.current_tenant() and u.id in (select update_id from gone)
                returning u.id
                """, patient, to, to);
    }

    /** Whether it went to one of these. */
    boolean wentTo(UUID update, List<String> practices) {
        return sql.first(row -> true, """
                        select 1 from gp_update_recipient
                        where tenant_id = folkmoot.current_tenant() and update_id = ? and practice = any (?) limit 1
                        """, update, practices).isPresent();
    }

    /** Whom a row of a list is about. */
    record Listed<T>(UUID patient, T view) {}

    /**
     * What was sent to these practices under referrals that the reader may see, before that update, the newest first, without
     * what it says.
     *
     * @param unacknowledged only what one of them has to acknowledge, and can: nothing of a patient whose data were erased
     */
    List<Listed<GpUpdateView>> sent(
            Reader reader, List<String> practices, boolean unacknowledged, UUID before, int most) {
        Access.Expression basis = access.basis(reader);
        var values = new ArrayList<Object>(List.of(before, practices, unacknowledged));
        values.addAll(basis.values());
        values.add(most);
        return sql.list(
                row -> new Listed<>(row.getObject("patient_id", UUID.class), view(row, null)),
                SHOWN + """
                     and u.id < ? and exists (
                        select from gp_update_recipient p
                        join patient k on k.tenant_id = u.tenant_id and k.id = r.patient_id
                        where p.tenant_id = u.tenant_id and p.update_id = u.id and p.practice = any (?)
                          and (not ? or p.acknowledged_at is null and k.key_wrapped is not null))
                      and (%s) is not null
                    order by u.id desc limit ?
                    """.formatted(basis.sql()),
                values.toArray());
    }

    /** In which order points come, and where their list goes on. */
    record After(LocalDate due, UUID referral, String occasion, LocalDate on) {
        static final After BEGINNING = new After(LocalDate.EPOCH, new UUID(0, 0), "", LocalDate.EPOCH);
    }

    /**
     * Points at which nobody was told yet, of referrals to teams in which that person is, those with the earliest last day first.
     * Of a patient whose data were erased there is nothing more to tell.
     *
     * @param team only those of that team
     * @param states in which they may be
     */
    List<Listed<GpUpdatePointView>> waiting(
            String member, @Nullable UUID team, List<String> states, After after, int most) {
        return sql.list(
                row -> new Listed<>(row.getObject("patient_id", UUID.class), point(row)),
                """
                select p.*, r.team_id, r.patient_id
                from referral r
                join patient k on k.tenant_id = r.tenant_id and k.id = r.patient_id and k.key_wrapped is not null
                %s
                where r.tenant_id = folkmoot.current_tenant()
                  and r.team_id in (
                    select m.team_id from team_member m
                    where m.tenant_id = folkmoot.current_tenant() and m.subject = ? and m.left_at is null)
                  and (?::uuid is null or r.team_id = ?)
                  and p.update_id is null and p.state = any (?)
                  and (p.due_on, p.referral_id, p.occasion, p.happened_on) > (?, ?, ?, ?)
                order by p.due_on, p.referral_id, p.occasion, p.happened_on limit ?
                """.formatted(THEIR_POINTS),
                LondonTime.today(clock),
                member,
                team,
                team,
                states,
                after.due(),
                after.referral(),
                after.occasion(),
                after.on(),
                most);
    }

    /** What the reader has to see to, and can, as one of a team or for a practice. */
    GpUpdateCountsView counts(Reader reader) {
        LocalDate today = LondonTime.today(clock);
        Access.Expression basis = access.basis(reader);
        var values = new ArrayList<Object>(List.of(LondonTime.startOf(today.minusYears(1)), reader.organisations()));
        values.addAll(basis.values());
        values.add(today);
        values.add(reader.subject());
        return sql.first(
                        row -> new GpUpdateCountsView(
                                row.getInt("to_write"), row.getInt("overdue"), row.getInt("to_acknowledge")),
                        """
                        select count(*) as to_write, count(*) filter (where p.state = 'overdue') as overdue, (
                            select count(*) from gp_update u
                            join referral r on r.tenant_id = u.tenant_id and r.id = u.referral_id
                            join patient k on k.tenant_id = r.tenant_id and k.id = r.patient_id and k.key_wrapped is not null
                            where u.tenant_id = folkmoot.current_tenant() and u.sent_at >= ? and exists (
                                select from gp_update_recipient g
                                where g.tenant_id = u.tenant_id and g.update_id = u.id and g.practice = any (?)
                                  and g.acknowledged_at is null)
                              and (%s) is not null) as to_acknowledge
                        from team_member m
                        join referral r on r.tenant_id = m.tenant_id and r.team_id = m.team_id
                        join patient k on k.tenant_id = r.tenant_id and k.id = r.patient_id and k.key_wrapped is not null
                        %s
                        where m.tenant_id = folkmoot.current_tenant() and m.subject = ? and m.left_at is null
                          and p.update_id is null and p.state in ('due', 'overdue')
                        """.formatted(basis.sql(), THEIR_POINTS),
                        values.toArray())
                .orElseThrow(() -> new IllegalStateException("a count is one row"));
    }

    private List<GpUpdatePointView> points(Stage stage) {
        return sql.list(GpUpdates::point, """
                select p.*, ?::uuid as team_id from gp_update_point(?) p
                where p.tenant_id = folkmoot.current_tenant() and p.referral_id = ?
                order by p.due_on, p.occasion, p.happened_on
                """, stage.team(), LondonTime.today(clock), stage.id());
    }

    private List<GpUpdateView> updates(UUID referral, PatientKey key) {
        return sql.list(
                row -> view(row, key), SHOWN + " and u.referral_id = ? order by u.sent_at desc, u.id desc", referral);
    }

    private static GpUpdatePointView point(ResultSet row) throws SQLException {
        return new GpUpdatePointView(
                row.getObject("referral_id", UUID.class),
                row.getObject("team_id", UUID.class),
                row.getString("occasion"),
                row.getObject("happened_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getString("state"),
                row.getObject("update_id", UUID.class),
                row.getObject("sent_on", LocalDate.class));
    }

    /** @param key with which it is opened; null if what it says is not shown */
    private static GpUpdateView view(ResultSet row, @Nullable PatientKey key) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        List<GpUpdateView.Recipient> recipients = Json.list(row.getString("recipients"), GpUpdates::recipient);
        return new GpUpdateView(
                id,
                row.getObject("referral_id", UUID.class),
                row.getObject("team_id", UUID.class),
                key == null ? null : key.open(field(id), row.getBytes("words")),
                row.getString("sent_name"),
                Sql.instant(row, "sent_at"),
                recipients.stream().allMatch(each -> each.acknowledgedAt() != null) ? "acknowledged" : "sent",
                recipients);
    }

    private static GpUpdateView.Recipient recipient(JsonNode recipient) {
        return new GpUpdateView.Recipient(
                Json.text(recipient, "practice"), Json.instantIfAny(recipient, "at"), Json.textIfAny(recipient, "by"));
    }

    private static String field(UUID id) {
        return "gp_update.words/" + id;
    }
}
