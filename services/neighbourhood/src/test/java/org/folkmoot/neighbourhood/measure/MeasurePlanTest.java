package org.folkmoot.neighbourhood.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.folkmoot.test.TestDatabase;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures of an ICS come from an index, and no row of a table is read for them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeasurePlanTest {

    private static final int JOURNEYS_OF_AN_ICS = 20_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate FIRST = LocalDate.of(2024, 12, 1);
    private static final LocalDate END = LocalDate.of(2026, 12, 1);
    private static final UUID TEAM = new UUID(0, 1);
    private static final List<Whose> WHOSE = List.of(
            Whose.EVERYBODY,
            Whose.of(TEAM),
            Whose.besides(List.of(TEAM)),
            Whose.besides(List.of(TEAM)).notReferredBy(List.of("G00001")));

    private final TestDatabase database =
            TestStack.current().database("measure_plan").migrate("classpath:db/foundation", "classpath:db/migration");

    @BeforeAll
    void fill() throws SQLException {
        try (Connection connection = TestStack.current().superuser("measure_plan");
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into journey_measure
                    select 'q' || lpad(ics::text, 2, '0'), uuidv7(), ('00000000-0000-0000-0000-0000000000' || lpad((n %% 30)::text, 2, '0'))::uuid,
                        'G' || lpad((n %% 150)::text, 5, '0'), date '2022-01-01' + n %% 1780, true,
                        date '2022-01-01' + n %% 1780 + n %% 40, n %% 40, date '2022-01-01' + n %% 1780 + 28,
                        date '2022-01-01' + n %% 1780 + 50, date '2022-01-01' + n %% 1780 + 200, 0
                    from generate_series(1, 10) ics cross join generate_series(1, %d) n
                    """.formatted(JOURNEYS_OF_AN_ICS));
            statement.execute("""
                    insert into gp_update_measure
                    select 'q' || lpad(ics::text, 2, '0'), uuidv7(), 'accepted', date '2022-01-01' + n %% 1780,
                        date '2022-01-08' + n %% 1780, date '2022-01-05' + n %% 1780,
                        ('00000000-0000-0000-0000-0000000000' || lpad((n %% 30)::text, 2, '0'))::uuid,
                        'G' || lpad((n %% 150)::text, 5, '0')
                    from generate_series(1, 10) ics cross join generate_series(1, %d) n
                    """.formatted(JOURNEYS_OF_AN_ICS));
            // What happened, as much as an ICS has; each journey of one referral with its identifier.
            statement.execute("set session_replication_role = replica");
            statement.execute("""
                    insert into journey (tenant_id, id, patient_id, begun_at)
                    select 'q03', ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, uuidv7(), now()
                    from generate_series(1, %d) n
                    """.formatted(JOURNEYS_OF_AN_ICS));
            statement.execute("""
                    insert into patient
                        (tenant_id, id, key_destroyed_at, nhs_number, family_name, given_name, birth_date, made_by, made_at)
                    select 'q03', patient_id, now(), '', '', '', '', 'somebody', now() from journey
                    """);
            statement.execute("""
                    insert into referral (tenant_id, id, journey_id, patient_id, team_id, came_by, criteria, priority, reason,
                        state, made_by, made_name, made_at)
                    select tenant_id, id, id, patient_id, id, 'practice', '[]', 'routine', '', 'closed', 'x', 'X', now()
                    from journey
                    """);
            statement.execute("""
                    insert into referral_event
                        (tenant_id, id, referral_id, journey_id, kind, happened_at, recorded_at, by_subject, by_name)
                    select r.tenant_id, uuidv7(), r.id, r.id, kind, now(), now(), 'x', 'X'
                    from referral r
                    cross join unnest(array['submitted', 'accepted', 'assessed', 'plan-agreed', 'closed']) kind
                    """);
            statement.execute("""
                    insert into gp_update (tenant_id, id, referral_id, words, sent_by, sent_name, sent_at, recorded_at)
                    select tenant_id, uuidv7(), id, '', 'x', 'X', now(), now() from referral
                    """);
            statement.execute("""
                    insert into clock_pause
                        (tenant_id, id, journey_id, reason, from_at, until_at, recorded_by, recorded_name, recorded_at)
                    select tenant_id, uuidv7(), id, 'person-unavailable', now() - interval '2 days', now() - interval '1 day',
                        'x', 'X', now()
                    from journey
                    """);
            statement.execute("vacuum analyze");
        }
    }

    @ParameterizedTest
    @EnumSource(Dimension.class)
    void every_measure_of_an_ics_comes_from_an_index_alone(Dimension by) throws SQLException {
        for (Whose whose : WHOSE) {
            assertThat(plan(Counts.question(Counts.JOURNEYS, by, whose), values(whose, TODAY, FIRST, END)))
                    .anyMatch(line -> line.contains("Index Only Scan using ix_journey_measure_"))
                    .noneMatch(line -> line.contains("Seq Scan on journey_measure"));
            assertThat(plan(Counts.question(Counts.CARE, by, whose), values(whose, END, END)))
                    .anyMatch(line -> line.contains("Index Only Scan using ix_journey_measure_"))
                    .noneMatch(line -> line.contains("Seq Scan on journey_measure"));
            assertThat(plan(Counts.question(Counts.UPDATES, by, whose), values(whose, TODAY, FIRST, END)))
                    .anyMatch(line -> line.contains("Index Only Scan using ix_gp_update_measure_due"))
                    .noneMatch(line -> line.contains("Seq Scan on gp_update_measure"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"journey_measures", "gp_update_measures"})
    void what_happens_to_one_journey_costs_no_look_at_others(String rows) throws SQLException {
        assertThat(plan("select * from " + rows + "(array['00000000-0000-0000-0000-000000000007']::uuid[])", List.of()))
                .anyMatch(line -> line.contains("Index Scan using ix_referral_event_"))
                .noneMatch(line -> line.contains("Seq Scan on ") || line.contains("Function Scan on " + rows));
    }

    private static List<Object> values(Whose whose, Object... values) {
        return Stream.concat(Stream.of(values), whose.values().stream()).toList();
    }

    private List<String> plan(String question, List<Object> values) throws SQLException {
        try (Connection connection = database.connect("app");
                Statement tenant = connection.createStatement();
                PreparedStatement explain = connection.prepareStatement("explain " + question)) {
            tenant.execute("select set_config('folkmoot.tenant', 'q03', false)");
            for (int place = 0; place < values.size(); place++) {
                if (values.get(place) instanceof List<?> texts) {
                    explain.setArray(place + 1, connection.createArrayOf("text", texts.toArray()));
                } else {
                    explain.setObject(place + 1, values.get(place));
                }
            }
            try (ResultSet rows = explain.executeQuery()) {
                var plan = new ArrayList<String>();
                while (rows.next()) {
                    plan.add(rows.getString(1));
                }
                return plan;
            }
        }
    }
}
