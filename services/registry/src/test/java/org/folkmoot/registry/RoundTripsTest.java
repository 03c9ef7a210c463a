package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.test.WireTap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Round trips to PostgreSQL, counted on the wire. */
@RegistryTest
class RoundTripsTest {

    /** What the service asks by itself, every so often. */
    private static final List<String> OF_ITS_OWN_ACCORD = List.of(
            "in_force() from release", "from load_job where state <> 'done'", "from folkmoot.ics order by tenant_id");

    @BeforeEach
    void real_directory() {
        Registry.realDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/directory/organisations/D82001",
                "/directory/organisations/D82001?asAt=2025-09-01",
                "/directory/organisations?q=surgery&limit=50",
                "/directory/organisations?q=Holt+Medcial+Practise",
                "/directory/organisations?kind=practice&icb=QR1",
                "/directory/organisations?q=surgery&sort=name",
                "/directory/organisations/D82001/history",
                "/directory/practices?icb=QR1&limit=50",
                "/directory/pcns/U94681",
                "/directory/icbs/T6Y0W",
                "/directory/releases"
            })
    void a_read_of_the_directory_is_one_statement_in_one_round_trip(String question) {
        // Given: a service that has begun its work
        IntStream.range(0, 8).forEach(again -> read(question));

        // When
        List<WireTap.Trip> trips = trips(() -> read(question));

        // Then
        assertThat(trips)
                .singleElement()
                .satisfies(trip -> assertThat(trip.statements()).hasSize(1));
    }

    @Test
    void a_search_is_planned_for_its_own_words_and_other_reads_are_not_planned_again() {
        // Given: so often that the driver keeps what it may keep
        String search = "/directory/organisations?q=surgery&limit=50";
        String one = "/directory/organisations/D82001";
        IntStream.range(0, 8).forEach(again -> read(search));
        IntStream.range(0, 8).forEach(again -> read(one));

        // When, Then
        assertThat(trips(() -> read(search)))
                .singleElement()
                .satisfies(trip -> assertThat(trip.planned()).isEqualTo(1));
        assertThat(trips(() -> read(one)))
                .singleElement()
                .satisfies(trip -> assertThat(trip.planned()).isZero());
    }

    @Test
    void a_reader_who_has_the_answer_costs_none() {
        String tag = Registry.person("qkk", "ics-observer")
                .get("/directory/pcns/U94681")
                .header("ETag");
        assertThat(trips(() -> Registry.person("qkk", "ics-observer")
                        .header("If-None-Match", tag)
                        .get("/directory/pcns/U94681")
                        .then()
                        .statusCode(304)))
                .isEmpty();
    }

    @Test
    void what_is_done_in_a_transaction_is_seen_as_more_than_one() {
        // Shows that the count can tell.
        String question = "/directory/findings?limit=1";
        IntStream.range(0, 8)
                .forEach(again -> Registry.operator().get(question).then().statusCode(200));
        assertThat(trips(() -> Registry.operator().get(question).then().statusCode(200)))
                .hasSizeGreaterThan(1);
    }

    private static void read(String question) {
        Registry.person("qkk", "ics-observer").get(question).then().statusCode(200);
    }

    private static List<WireTap.Trip> trips(Runnable work) {
        return RegistryStack.TAP.during(work).stream()
                .filter(trip -> trip.user().equals(Registry.DATABASE + "_app"))
                .filter(trip -> OF_ITS_OWN_ACCORD.stream()
                        .noneMatch(own -> trip.statements().stream().allMatch(sql -> sql.contains(own))))
                .toList();
    }
}
