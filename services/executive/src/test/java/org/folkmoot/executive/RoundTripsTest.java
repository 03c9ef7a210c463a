package org.folkmoot.executive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.stream.Collectors;
import org.folkmoot.test.WireTap;
import org.junit.jupiter.api.Test;

/** Round trips to PostgreSQL, counted on the wire. */
@ExecutiveTest
class RoundTripsTest {

    private static final int MANY = 6;

    @Test
    void a_page_of_meetings_takes_as_many_round_trips_for_six_as_for_two() {
        // Given: some whose agenda is frozen and some that are drafts, of one series
        String group = Executive.group();
        String series = Executive.series(group, "executive");
        called(series);
        Executive.draft(series);
        int forTwo = trips(group, 2);

        // When
        for (int each = 2; each < MANY; each += 2) {
            called(series);
            Executive.draft(series);
        }

        // Then
        assertThat(trips(group, MANY)).isEqualTo(forTwo);
    }

    private static void called(String series) {
        Executive.put(Executive.manager(), "/meetings/" + Executive.draft(series) + "/calling")
                .then()
                .statusCode(200);
    }

    /** Those of the transaction in which the page is read; others work beside it. */
    private static int trips(String group, int shown) {
        Runnable page = () -> Executive.lmc()
                .get("/groups/" + group + "/meetings")
                .then()
                .statusCode(200)
                .body("items", hasSize(shown));
        page.run();
        List<WireTap.Trip> trips = ExecutiveStack.TAP.during(page);
        var reading = ExecutiveStack.TAP.transactionsWith("from meeting ");
        assertThat(reading).isNotEmpty();
        return trips.stream()
                .filter(trip -> reading.contains(trip.transaction()))
                .collect(Collectors.toList())
                .size();
    }
}
