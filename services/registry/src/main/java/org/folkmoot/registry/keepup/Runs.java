package org.folkmoot.registry.keepup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.folkmoot.events.Uuid7;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.registry.finding.Lookout;
import org.folkmoot.registry.odsfile.Reason;
import org.folkmoot.registry.release.Loads;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** What is remembered of sources, of what was taken from them, and of what could not be read. */
@ApplicationScoped
class Runs implements HandsIn {

    /** An organisation that was told of and cannot be read. */
    record Unread(String code, Reason reason, String raw) {}

    /** Somebody wants a source to be looked at, once the transaction is committed. */
    record LookWanted(Source source) {}

    /** One that is to be asked for again. */
    record Waiting(UUID id, String code) {}

    /**
     * What the API told.
     *
     * @param fingerprint of the changes, whatever the day on which they were told
     * @param taken how many organisations of the directory are in the file
     * @param file the changes; empty when there are none
     * @param read codes of those that are in the file
     * @param gone codes of those that are none of the directory's
     */
    record Told(
            String place,
            String fingerprint,
            LocalDate since,
            LocalDate until,
            int pages,
            int organisations,
            int elsewhere,
            int taken,
            byte[] file,
            List<String> read,
            List<String> gone,
            List<Unread> unread) {}

    /** Who hands in what nobody handed in. */
    private static final String OURSELVES = "keep-up";

    private static final Duration SOON = Duration.ofMinutes(15);
    private static final Duration LATEST_QUESTION = Duration.ofDays(7);

    /** Of what was told of one that cannot be read, so much is kept. */
    static final int LONGEST_RAW = 64 * 1024;

    private final Sql sql;
    private final DataSource database;
    private final Loads loads;
    private final Event<LookWanted> wanted;
    private final Clock clock;

    Runs(Sql sql, DataSource database, Loads loads, Event<LookWanted> wanted, Clock clock) {
        this.sql = sql;
        this.database = database;
        this.loads = loads;
        this.wanted = wanted;
        this.clock = clock;
    }

    /** Whether a source is to be looked at now. While something from it is being loaded, it is not. */
    @Transactional
    boolean isDue(Source source) {
        sql.change(
                "insert into directory_source (source, look_at) values (?, ?) on conflict do nothing",
                source.slug(),
                clock.instant());
        return sql.first(row -> true, """
                        select true from directory_source s where s.source = ? and s.look_at <= ?
                          and not exists (select from directory_run r where r.source = s.source and r.state = 'loading')
                        """, source.slug(), clock.instant()).isPresent();
    }

    /** It is looked at from now on. Should the process end meanwhile, nobody begins again at once, to end alike. */
    @Transactional
    void begun(Source source, Duration every) {
        sql.change(
                "update directory_source set look_at = ? where source = ?",
                clock.instant().plus(soon(every)),
                source.slug());
    }

    /** It was looked at: whatever there was has been handed in. When something was, there may be more. */
    @Transactional
    void succeeded(Source source, Duration every) {
        Instant now = clock.instant();
        sql.change("""
                update directory_source s set looked_at = ?, succeeded_at = ?, failing_since = null, fault = null,
                    look_at = case when source <> 'ods-api' and exists (
                        select from directory_run r where r.source = s.source and r.state = 'loading')
                        then ?::timestamptz else ?::timestamptz end
                where source = ?
                """, now, now, now, now.plus(every), source.slug());
    }

    /** It could not be looked at. */
    @Transactional
    void failed(Source source, Duration every, String why) {
        Instant now = clock.instant();
        sql.change("""
                update directory_source set looked_at = ?, failing_since = coalesce(failing_since, ?), fault = ?, look_at = ?
                where source = ?
                """, now, now, why, now.plus(soon(every)), source.slug());
    }

    /** A source is to be looked at as soon as may be; whether it is one that was ever looked at. */
    @Transactional
    boolean lookNow(Source source, String person) {
        int known =
                sql.change("update directory_source set look_at = ? where source = ?", clock.instant(), source.slug());
        if (known > 0) {
            act(new Act(person, "asked", "directory-source", source.slug(), null));
            wanted.fire(new LookWanted(source));
        }
        return known > 0;
    }

    @Override
    @Transactional
    public boolean isKnown(String fingerprint) {
        return sql.first(row -> true, "select true from directory_run where fingerprint = ? limit 1", fingerprint)
                .isPresent();
    }

    @Override
    @Transactional
    public void handIn(Source source, String place, String fingerprint, Map<String, Path> files) {
        UUID job = loads.handIn(files, false, OURSELVES);
        sql.change(
                """
                insert into directory_run (id, source, place, fingerprint, state, began_at, job_id, told, taken)
                values (?, ?, ?, ?, 'loading', ?, ?, ?, ?)
                """, Uuid7.next(), source.slug(), place, fingerprint, clock.instant(), job, files.size(), files.size());
    }

    /**
     * The day from which on changes are asked for: the one that was reached or, where they are newer, the one on which whole
     * files told of every organisation. That is the day of the oldest of them: of cost centres, of trusts, of networks. A
     * release has other files too, and theirs are later.
     *
     * @param remembered the first day of which the API still tells. Trusts or networks whose file is older hold nobody up:
     *     what is between can be had from nowhere. Cost centres, the practices among them, do.
     */
    @Transactional
    Optional<LocalDate> changedSince(LocalDate remembered) {
        return sql.first(row -> Optional.ofNullable(row.getObject(1, LocalDate.class)), """
                        select greatest(
                            (select changed_since from directory_source where source = 'ods-api'),
                            (select min(case when kind = 'epraccur' then told else greatest(told, ?::date) end)
                             from (select kind, max(as_at) as told from release_file
                                   where kind in ('epraccur', 'etr', 'epcn-pcn-details') group by kind) whole
                             having bool_or(kind = 'epraccur')))
                        """, remembered)
                .flatMap(day -> day);
    }

    /** Those that are to be asked for by themselves. */
    @Transactional
    List<Waiting> waiting(int most) {
        return sql.list(row -> new Waiting(row.getObject(1, UUID.class), row.getString(2)), """
                select id, code from quarantined_organisation
                where state = 'waiting' and ask_at <= ? and code ~ '^[A-Z0-9]{3,9}$' order by ask_at limit ?
                """, clock.instant(), most);
    }

    /** It was asked for, and could not be had or be read: it waits twice as long as the last time. */
    @Transactional
    void askedInVain(UUID id, String why) {
        Instant now = clock.instant();
        sql.change("""
                update quarantined_organisation set asked = asked + 1, asked_at = ?, fault = ?,
                    ask_at = ?::timestamptz + least(interval '1 day' * power(2, least(asked, 10)), ?::interval)
                where id = ?
                """, now, why, now, LATEST_QUESTION.toDays() + " days", id);
    }

    /** All that was told, in one transaction: what cannot be read is kept aside, the rest is handed in. */
    @Transactional
    void take(Told told, @Nullable Path file) {
        keepAside(told.unread());
        read(told.gone());
        note();
        Optional<String> last = sql.first(
                row -> row.getString(1) + " " + row.getString(2),
                "select fingerprint, state from directory_run where source = 'ods-api' order by id desc limit 1");
        if (file == null
                || last.equals(Optional.of(told.fingerprint() + " loaded"))
                || last.equals(Optional.of(told.fingerprint() + " unchanged"))) {
            if (read(told.read()) > 0) {
                note();
            }
            reached(told.until());
            return;
        }
        if (last.isPresent() && last.get().startsWith(told.fingerprint() + " ")) {
            // It was refused, or waits for somebody: to hand it in again would not alter that.
            return;
        }
        sql.change("""
                update directory_run set state = 'overtaken', held = null, version = version + 1
                where source = 'ods-api' and state = 'held'
                """);
        UUID job = loads.handIn(Map.of("changes.csv", file), false, OURSELVES);
        sql.change(
                """
                insert into directory_run (id, source, place, fingerprint, state, began_at, job_id, since, until, pages, told,
                    taken, elsewhere, quarantined, held, read)
                values (?, 'ods-api', ?, ?, 'loading', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                    array(select code from quarantined_organisation where state = 'waiting' and code = any (?)))
                """,
                Uuid7.next(),
                told.place(),
                told.fingerprint(),
                clock.instant(),
                job,
                told.since(),
                told.until(),
                told.pages(),
                told.organisations(),
                told.taken(),
                told.elsewhere(),
                told.unread().size(),
                told.file(),
                told.read());
    }

    /** Follows up what was handed in and has ended since. */
    @Transactional
    void settle() {
        record Ended(
                UUID id,
                UUID job,
                boolean ofTheApi,
                @Nullable LocalDate until,
                List<String> read) {}
        List<Ended> ended = sql.list(
                row -> new Ended(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getBoolean(3),
                        row.getObject(4, LocalDate.class),
                        Sql.texts(row, "read")),
                """
                select r.id, r.job_id, r.source = 'ods-api', r.until, r.read
                from directory_run r join load_job j on j.id = r.job_id
                where r.state = 'loading' and j.state = 'done' order by r.id for update of r
                """);
        for (Ended run : ended) {
            Loads.Ended end = loads.ended(run.job()).orElseThrow();
            String state = run.ofTheApi() && end.waitsForSomebody() ? "held" : end.outcome();
            sql.change("""
                    update directory_run set state = ?, refusal = ?, ended_at = ?, version = version + 1,
                        held = case when ? then held end
                    where id = ?
                    """, state, end.refusal(), clock.instant(), state.equals("held"), run.id());
            if (run.ofTheApi() && run.until() != null && !end.outcome().equals("refused")) {
                if (read(run.read()) > 0) {
                    note();
                }
                reached(run.until());
            }
        }
    }

    /** Hands in what was held, since an operator says that it is right. The run must be locked and held. */
    void confirm(UUID id, Path file, String person) {
        UUID job = loads.handIn(Map.of("changes.csv", file), true, person);
        sql.change("""
                update directory_run set state = 'loading', job_id = ?, confirmed_by = ?, ended_at = null, refusal = null,
                    version = version + 1
                where id = ?
                """, job, person, id);
        act(new Act(person, "confirmed", "directory-run", id.toString(), null));
    }

    /** One that waits is to be asked for as soon as may be. */
    @Transactional
    boolean askNow(UUID id, String person) {
        Instant now = clock.instant();
        int waiting = sql.change(
                "update quarantined_organisation set ask_at = ? where id = ? and state = 'waiting'", now, id);
        if (waiting > 0) {
            sql.change("update directory_source set look_at = ? where source = 'ods-api'", now);
            act(new Act(person, "asked", "quarantined-organisation", id.toString(), null));
            wanted.fire(new LookWanted(Source.ODS_API));
        }
        return waiting > 0;
    }

    /** Those of them that were kept aside need be no longer; how many these are. */
    private int read(List<String> codes) {
        return sql.change(
                "update quarantined_organisation set state = 'read', read_at = ? where state = 'waiting' and code = any (?)",
                clock.instant(),
                codes);
    }

    private void keepAside(List<Unread> unread) {
        Instant now = clock.instant();
        for (Unread each : unread) {
            // Changes that are held may have it as it could be read: that is not how it is now.
            sql.change(
                    "update directory_run set read = array_remove(read, ?) where source = 'ods-api' and state = 'held'",
                    each.code());
            sql.change(
                    """
                    insert into quarantined_organisation (id, code, state, reason, raw, noted_at, ask_at)
                    values (?, ?, 'waiting', ?, ?, ?, ?)
                    on conflict (code) do update set reason = excluded.reason, raw = excluded.raw,
                        ask_at = case when quarantined_organisation.state = 'waiting'
                            then quarantined_organisation.ask_at else excluded.ask_at end,
                        noted_at = case when quarantined_organisation.state = 'waiting'
                            then quarantined_organisation.noted_at else excluded.noted_at end,
                        asked = case when quarantined_organisation.state = 'waiting'
                            then quarantined_organisation.asked else 0 end,
                        state = 'waiting', read_at = null
                    """,
                    Uuid7.next(),
                    each.code(),
                    each.reason().slug(),
                    each.raw(),
                    now,
                    now.plus(Duration.ofDays(1)));
        }
    }

    private void note() {
        LocalDate day = sql.first(row -> Optional.ofNullable(row.getObject(1, LocalDate.class)), "select in_force()")
                .flatMap(found -> found)
                .orElseGet(() -> LondonTime.today(clock));
        try (Connection connection = database.getConnection()) {
            Lookout.lookForThoseNotRead(connection, day);
        } catch (SQLException e) {
            throw new IllegalStateException("what cannot be read cannot be noted either", e);
        }
    }

    private static Duration soon(Duration every) {
        return every.compareTo(SOON) < 0 ? every : SOON;
    }

    private void reached(LocalDate day) {
        sql.change("""
                update directory_source set changed_since = greatest(changed_since, ?::date) where source = 'ods-api'
                """, day);
    }

    private void act(Act act) {
        try (Connection connection = database.getConnection()) {
            new Ledger(connection).append(act);
        } catch (SQLException e) {
            throw new IllegalStateException("what cannot be written down is not done", e);
        }
    }
}
