package org.folkmoot.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.folkmoot.local.Refusal;
import org.folkmoot.local.backup.TenantBackup;
import org.folkmoot.test.TestDatabase;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** One ICS's rows, out of one PostgreSQL database and into another one in which a neighbour lives. */
class TenantRestoreTest {

    private static final String LOST = "qkk";
    private static final String NEIGHBOUR = "qr1";
    static final List<String> SERVICES = TenantBackup.SERVICES;

    /** Made once, with the service's own migrations; each test begins with them empty. */
    private static final Map<String, TestDatabase> MADE = new HashMap<>();

    private final Path folder;
    private final Path file;

    TenantRestoreTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("qkk.backup");
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void an_ics_comes_back_byte_for_byte_beside_another_of_which_no_row_is_touched(String service) throws Exception {
        // Given
        TestDatabase source = filled(service, "from", LOST, NEIGHBOUR);
        TestDatabase target = filled(service, "to", NEIGHBOUR);
        Map<String, List<String>> lost = rows(source, LOST);
        Map<String, List<String>> neighbour = rows(target, NEIGHBOUR);
        // When
        of(service, source).backUp(LOST, List.of(service), file);
        TenantBackup.Done done = of(service, target).restore(file, false);
        // Then
        assertThat(done.ics()).isEqualTo(LOST);
        assertThat(done.rows())
                .isEqualTo(lost.values().stream().mapToLong(List::size).sum());
        assertThat(lost.get("folkmoot.ledger_entry")).hasSize(3);
        assertThat(rows(target, LOST)).isEqualTo(lost);
        assertThat(rows(target, NEIGHBOUR)).isEqualTo(neighbour);
    }

    @Test
    void what_is_kept_of_patients_comes_back_with_what_triggers_wrote_of_it_and_once() throws Exception {
        // Given
        TestDatabase source = filled("neighbourhood", "from", LOST, NEIGHBOUR);
        TestDatabase target = filled("neighbourhood", "to", NEIGHBOUR);
        Map<String, List<String>> lost = rows(source, LOST);
        assertThat(lost.get("public.case_manager")).hasSize(2);
        assertThat(lost.get("public.journey_measure")).hasSize(1);
        // When
        of("neighbourhood", source).backUp(LOST, List.of("neighbourhood"), file);
        of("neighbourhood", target).restore(file, false);
        // Then: nobody's triggers stay off
        assertThat(rows(target, LOST)).isEqualTo(lost);
        assertThat(strings(target, "select tgname from pg_trigger where not tgisinternal and tgenabled <> 'O'"))
                .isEmpty();
    }

    @Test
    void the_ledger_goes_on_where_it_stood_and_nothing_of_it_can_be_changed() throws Exception {
        // Given
        TestDatabase source = filled("mandate", "from", LOST, NEIGHBOUR);
        TestDatabase target = filled("mandate", "to", NEIGHBOUR);
        of("mandate", source).backUp(LOST, List.of("mandate"), file);
        of("mandate", target).restore(file, false);
        // When
        as(target, LOST, "select folkmoot.ledger_append('decisions', 'somebody', 'went-on', '{}')");
        // Then
        assertThat(strings(target, """
                select e.number || ' ' || (e.previous = p.hash) from folkmoot.ledger_entry e
                join folkmoot.ledger_entry p on p.tenant_id = e.tenant_id and p.stream = e.stream and p.number = e.number - 1
                where e.tenant_id = 'qkk' and e.kind = 'went-on'
                """)).containsExactly("4 true");
        assertThatThrownBy(() -> as(target, LOST, "delete from folkmoot.ledger_entry"))
                .hasMessageContaining("append-only");
    }

    @Test
    void what_was_in_kafka_is_not_announced_again_and_what_was_not_yet_is() throws Exception {
        // Given
        TestDatabase source = filled("executive", "from", LOST);
        TestDatabase target = filled("executive", "to", NEIGHBOUR);
        superuser(source, "update folkmoot.outbox_cursor set announced = pg_current_snapshot()");
        as(source, LOST, announcement(LOST, "late-1"));
        as(source, LOST, announcement(LOST, "late-2"));
        superuser(target, "update folkmoot.outbox_cursor set announced = pg_current_snapshot()");
        // When
        of("executive", source).backUp(LOST, List.of("executive"), file);
        of("executive", target).restore(file, false);
        // Then: as the relay looks
        assertThat(strings(target, """
                select aggregateid from folkmoot.outbox, folkmoot.outbox_cursor c
                where xid >= pg_snapshot_xmax(c.announced) or xid = any (array(select pg_snapshot_xip(c.announced)))
                order by seq
                """)).containsExactly("late-1", "late-2");
    }

    @Test
    void what_waits_for_a_topic_is_announced_after_all() throws Exception {
        // Given
        TestDatabase source = filled("executive", "from", LOST);
        TestDatabase target = filled("executive", "to");
        superuser(source, """
                insert into folkmoot.outbox_stalled (tenant_id, topic, seq, created_on)
                select tenant_id, topic, seq, created_on from folkmoot.outbox where aggregateid = 'first'
                """);
        superuser(source, "update folkmoot.outbox_cursor set announced = pg_current_snapshot()");
        // When
        of("executive", source).backUp(LOST, List.of("executive"), file);
        of("executive", target).restore(file, false);
        // Then
        assertThat(strings(target, "select aggregateid from folkmoot.outbox where xid <> '0'::xid8"))
                .containsExactly("first");
    }

    @Test
    void a_counter_goes_on_behind_what_came_back() throws Exception {
        // Given
        TestDatabase source = filled("registry", "from", LOST);
        TestDatabase target = filled("registry", "to");
        superuser(source, "update folkmoot.dead_letter set position = default");
        for (int more = 0; more < 5; more++) {
            superuser(source, "update folkmoot.dead_letter set position = default");
        }
        of("registry", source).backUp(LOST, List.of("registry"), file);
        of("registry", target).restore(file, false);
        // When
        as(target, LOST, letter(LOST, 99));
        // Then
        List<String> positions = strings(
                target, "select position from folkmoot.dead_letter where tenant_id = 'qkk' order by kafka_offset");
        assertThat(Long.parseLong(positions.getLast())).isGreaterThan(Long.parseLong(positions.getFirst()));
    }

    @Test
    void a_file_that_was_cut_off_or_altered_is_refused_before_any_database_is_opened() throws Exception {
        // Given
        TestDatabase source = filled("executive", "from", LOST);
        of("executive", source).backUp(LOST, List.of("executive"), file);
        byte[] whole = Files.readAllBytes(file);
        var untouched = new TenantBackup(
                service -> {
                    throw new AssertionError("the database of " + service + " was opened");
                },
                Clock.systemUTC());
        List<String> taken = new ArrayList<>();
        // When
        for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 50)) {
            tryOut(untouched, Arrays.copyOf(whole, length), "cut off at " + length, taken);
        }
        for (int place = 0; place < whole.length; place += Math.max(1, whole.length / 400)) {
            byte[] altered = whole.clone();
            altered[place] = (byte) (altered[place] ^ 0x11);
            tryOut(untouched, altered, "altered at " + place, taken);
        }
        // Then: a byte of the ZIP's own dates and attributes says nothing of the content
        assertThat(taken).allMatch(told -> told.startsWith("altered")).hasSizeLessThan(400);
        assertThatThrownBy(() -> untouched.restore(file, false)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @CsvSource({"qkk, registry?host=elsewhere, mandate", "qkk, registry, registry", "qkk;--, registry, mandate"})
    void a_file_that_names_what_no_backup_names_is_refused_before_any_database_is_opened(
            String ics, String first, String second) throws Exception {
        // Given: whoever wrote it has hashed it, too
        byte[] manifest = """
                {"format": "folkmoot-backup/1", "ics": "%s", "takenAt": "2026-11-01T00:00:00Z", "databases": [
                  {"service": "%s", "migrations": "", "tables": []}, {"service": "%s", "migrations": "", "tables": []}]}
                """.formatted(ics, first, second).getBytes(StandardCharsets.UTF_8);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write(manifest);
            zip.setComment(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(manifest)));
        }
        var untouched = new TenantBackup(
                service -> {
                    throw new AssertionError("the database of " + service + " was opened");
                },
                Clock.systemUTC());
        // When, Then
        assertThatThrownBy(() -> untouched.restore(file, false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no backup of ours");
    }

    @Test
    void rows_that_are_there_are_a_reason_to_refuse_unless_they_are_to_be_replaced() throws Exception {
        // Given
        TestDatabase database = filled("neighbourhood", "from", LOST, NEIGHBOUR);
        Map<String, List<String>> lost = rows(database, LOST);
        Map<String, List<String>> neighbour = rows(database, NEIGHBOUR);
        TenantBackup backup = of("neighbourhood", database);
        backup.backUp(LOST, List.of("neighbourhood"), file);
        as(database, LOST, "update team set name = 'Spoilt'");
        Map<String, List<String>> spoilt = rows(database, LOST);
        // When, Then
        assertThatThrownBy(() -> backup.restore(file, false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--replace");
        assertThat(rows(database, LOST)).isEqualTo(spoilt).isNotEqualTo(lost);
        // When
        backup.restore(file, true);
        // Then
        assertThat(rows(database, LOST)).isEqualTo(lost);
        assertThat(rows(database, NEIGHBOUR)).isEqualTo(neighbour);
    }

    @Test
    void a_database_of_another_release_is_refused_and_left_as_it_was() throws Exception {
        // Given
        TestDatabase source = filled("executive", "from", LOST);
        TestDatabase target = filled("executive", "to");
        of("executive", source).backUp(LOST, List.of("executive"), file);
        superuser(target, "update flyway_schema_history set checksum = checksum + 1 where version = '1'");
        // When, Then
        try {
            assertThatThrownBy(() -> of("executive", target).restore(file, false))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("other migrations");
            assertThat(rows(target, LOST).values()).allMatch(List::isEmpty);
        } finally {
            superuser(target, "update flyway_schema_history set checksum = checksum - 1 where version = '1'");
        }
    }

    @Test
    void of_several_databases_all_are_restored_or_none() throws Exception {
        // Given: of the second one there is something already
        TestDatabase first = filled("registry", "from", LOST);
        TestDatabase second = filled("executive", "from", LOST);
        TestDatabase empty = filled("registry", "to");
        new TenantBackup(service -> (service.equals("registry") ? first : second).connect("owner"), Clock.systemUTC())
                .backUp(LOST, List.of("registry", "executive"), file);
        var half = new TenantBackup(
                service -> (service.equals("registry") ? empty : second).connect("owner"), Clock.systemUTC());
        // When, Then
        assertThatThrownBy(() -> half.restore(file, false)).isInstanceOf(Refusal.class);
        assertThat(rows(empty, LOST).values()).allMatch(List::isEmpty);
    }

    @Test
    void whoever_is_cut_off_between_two_databases_is_told_which_one_is_restored() throws Exception {
        // Given: the second one's connection breaks when it commits
        TestDatabase first = filled("registry", "from", LOST);
        TestDatabase second = filled("executive", "from", LOST);
        Map<String, List<String>> lost = rows(first, LOST);
        var whole = new TenantBackup(
                service -> (service.equals("registry") ? first : second).connect("owner"), Clock.systemUTC());
        whole.backUp(LOST, List.of("registry", "executive"), file);
        TestDatabase to = filled("registry", "to");
        TestDatabase cutOff = filled("executive", "to");
        var half = new TenantBackup(
                service -> service.equals("registry") ? to.connect("owner") : breaking(cutOff.connect("owner")),
                Clock.systemUTC());
        // When, Then
        assertThatThrownBy(() -> half.restore(file, false))
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll("restored is registry,", "perhaps executive", "--replace", "cut off");
        assertThat(rows(to, LOST)).isEqualTo(lost);
    }

    /** A connection that breaks when it is to commit. */
    private static Connection breaking(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        throw new SQLException("cut off");
                    }
                    return method.invoke(connection, arguments);
                });
    }

    @Test
    void nothing_is_backed_up_of_nobody_or_over_another_file() throws Exception {
        // Given
        TestDatabase source = filled("executive", "from", LOST);
        TenantBackup backup = of("executive", source);
        // When, Then
        assertThatThrownBy(() -> backup.backUp("qq9", List.of("executive"), file))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> backup.backUp("'; --", List.of("executive"), file))
                .isInstanceOf(Refusal.class);
        assertThat(file).doesNotExist();
        Files.writeString(file, "something else");
        assertThatThrownBy(() -> backup.backUp(LOST, List.of("executive"), file))
                .isInstanceOf(Refusal.class);
        assertThat(file).hasContent("something else");
    }

    private void tryOut(TenantBackup backup, byte[] bytes, String told, List<String> taken) throws IOException {
        Path spoilt = folder.resolve("spoilt.backup");
        Files.write(spoilt, bytes);
        try {
            backup.restore(spoilt, false);
        } catch (Refusal refused) {
            assertThat(refused).hasMessageContaining("spoilt.backup");
        } catch (AssertionError opened) {
            taken.add(told);
        }
    }

    private static TenantBackup of(String service, TestDatabase database) {
        return new TenantBackup(
                asked -> {
                    assertThat(asked).isEqualTo(service);
                    return database.connect("owner");
                },
                Clock.systemUTC());
    }

    /** The service's database in which these ICSs, and no other, have done something. */
    private static TestDatabase filled(String service, String which, String... icss) throws SQLException {
        TestDatabase database =
                MADE.computeIfAbsent(service + "_" + which, name -> ServiceDatabases.migrated(service, name));
        superuser(database, """
                do $$ declare each regclass; begin
                    for each in select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'folkmoot')
                          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')
                    loop
                        execute format('alter table %s disable trigger user', each);
                        execute format('truncate %s cascade', each);
                        execute format('alter table %s enable trigger user', each);
                    end loop;
                    update folkmoot.outbox_cursor set announced = '1:1:', wave = null, wave_sent = null, wave_last = null;
                end $$
                """);
        for (String ics : icss) {
            as(database, ics, common(ics));
            if (service.equals("neighbourhood")) {
                as(database, ics, care(ics));
            }
        }
        return database;
    }

    private static String common(String ics) {
        return """
                insert into folkmoot.ics (tenant_id, name, issuer, state)
                    values ('%1$s', 'An ICS', 'https://sign-in.test/realms/%1$s', 'ACTIVE');
                select folkmoot.ledger_append('decisions', 'somebody', 'taken', '{"words": "tab\\t, line\\n, ünï, \\\\ and \\"%1$s\\""}');
                select folkmoot.ledger_append('decisions', 'somebody', 'taken', '{"a": 1.50}');
                select folkmoot.ledger_append('decisions', 'somebody', 'taken', '{}');
                insert into folkmoot.inbox (tenant_id, consumer, event_id) values ('%1$s', 'c', gen_random_uuid());
                """.formatted(ics) + letter(ics, 1) + announcement(ics, "first");
    }

    private static String letter(String ics, int offset) {
        return """
                insert into folkmoot.dead_letter
                    (tenant_id, id, consumer, topic, kafka_partition, kafka_offset, error, state)
                    values ('%s', gen_random_uuid(), 'c', 't', 0, %d, 'E', 'parked');
                """.formatted(ics, offset);
    }

    private static String announcement(String ics, String aggregate) {
        return """
                insert into folkmoot.outbox (id, aggregatetype, aggregateid, type, payload, tenant_id, topic)
                    values (gen_random_uuid(), 'meeting', '%2$s', 'folkmoot.executive.meeting.called.v1', '{"of": "%1$s"}',
                        '%1$s', 'ics.%1$s.executive.meeting.v1');
                """.formatted(ics, aggregate);
    }

    /** Somebody was referred, accepted, handed over, paused and closed. */
    private static String care(String ics) {
        return """
                do $$ declare
                    team constant uuid := gen_random_uuid();
                    patient constant uuid := gen_random_uuid();
                    way constant uuid := gen_random_uuid();
                    handover constant uuid := gen_random_uuid();
                begin
                    insert into team (tenant_id, id, name, neighbourhood, relation, services, formed_on, made_by, made_at)
                        values ('%1$s', team, 'A team', gen_random_uuid(), 'parallel', '[]', '2024-01-01', 'somebody', now());
                    insert into patient
                            (tenant_id, id, nhs_hash, key_number, key_wrapped, nhs_number, family_name, given_name, birth_date,
                             made_by, made_at)
                        values ('%1$s', patient, sha256('1'), 1, '\\x00ff', '\\x01', '\\x02', '\\x03', '\\x04', 'somebody', now());
                    insert into journey (tenant_id, id, patient_id, begun_at) values ('%1$s', way, patient, now());
                    insert into referral
                            (tenant_id, id, journey_id, patient_id, team_id, practice, came_by, criteria, priority, reason, state,
                             made_by, made_name, made_at)
                        values ('%1$s', way, way, patient, team, 'G83001', 'practice', '[]', 'routine', '', 'accepted', 'somebody',
                            'Somebody', now());
                    insert into referral_event
                            (tenant_id, id, referral_id, journey_id, kind, happened_at, recorded_at, by_subject, by_name)
                        values ('%1$s', gen_random_uuid(), way, way, 'submitted', '2026-03-01 10:00Z', now(), 'somebody', 'S'),
                            ('%1$s', gen_random_uuid(), way, way, 'accepted', '2026-03-02 10:00Z', now(), 'somebody', 'S');
                    insert into clock_pause
                            (tenant_id, id, journey_id, reason, from_at, until_at, recorded_by, recorded_name, recorded_at)
                        values ('%1$s', gen_random_uuid(), way, 'awaiting-consent', '2026-03-03', '2026-03-05', 's', 'S', now());
                    insert into handover
                            (tenant_id, id, referral_id, from_subject, from_name, to_subject, to_name, words, offered_by,
                             offered_name, offered_at, answer, answered_by, answered_name, answered_at)
                        values ('%1$s', handover, way, 'one', 'One', 'two', 'Two', '\\x05', 'one', 'One', now(), 'accepted', 'two',
                            'Two', now());
                    insert into case_manager (tenant_id, id, referral_id, subject, name, from_at, until_at, handover_id)
                        values ('%1$s', gen_random_uuid(), way, 'one', 'One', '2026-03-02 10:00Z', '2026-03-09 10:00Z', null),
                            ('%1$s', gen_random_uuid(), way, 'two', 'Two', '2026-03-09 10:00Z', null, handover);
                end $$
                """.formatted(ics);
    }

    /** All rows of an ICS as text, by table; of the outbox without what means something in one cluster only. */
    private static Map<String, List<String>> rows(TestDatabase database, String ics) throws SQLException {
        Map<String, List<String>> found = new TreeMap<>();
        for (String table : strings(database, """
                select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'folkmoot')
                  and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')
                """)) {
            found.put(
                    table,
                    strings(
                            database,
                            "select (to_jsonb(t) - 'xid' - 'seq')::text from " + table + " t where tenant_id = '" + ics
                                    + "' order by 1"));
        }
        return found;
    }

    private static List<String> strings(TestDatabase database, String question) throws SQLException {
        var found = new ArrayList<String>();
        try (Connection connection = TestStack.current().superuser(database.name());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    private static void superuser(TestDatabase database, String statements) throws SQLException {
        try (Connection connection = TestStack.current().superuser(database.name());
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /** As the owner in a transaction of that ICS. */
    private static void as(TestDatabase database, String ics, String statements) throws SQLException {
        try (Connection connection = database.connect("owner")) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select set_config('folkmoot.tenant', '" + ics + "', true)");
                statement.execute(statements);
            }
            connection.commit();
        }
    }
}
