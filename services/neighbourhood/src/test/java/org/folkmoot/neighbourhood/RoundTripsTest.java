package org.folkmoot.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.neighbourhood.Neighbourhood.GP;
import static org.folkmoot.neighbourhood.Neighbourhood.LEAD;
import static org.folkmoot.neighbourhood.Neighbourhood.NURSE;
import static org.folkmoot.neighbourhood.Neighbourhood.get;
import static org.folkmoot.neighbourhood.Neighbourhood.put;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.test.WireTap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Round trips to PostgreSQL, counted on the wire. */
@NeighbourhoodTest
class RoundTripsTest {

    /** What the service asks by itself, every so often. */
    private static final List<String> OF_ITS_OWN_ACCORD = List.of(
            "from folkmoot.ics order by tenant_id",
            "update break_glass_notice",
            "delete from mailbox",
            "update nhs_notification");

    /** So long after the tenant was set in a transaction its question has been asked. */
    private static final Duration SETTLED = Duration.ofMillis(50);

    /** It is begun, the tenant set, the question asked, the read recorded, and all of it committed. */
    private static final int OF_A_READ = 5;

    private String team = "";
    private String referral = "";

    @BeforeEach
    void begun() {
        team = Neighbourhood.team();
        referral = Neighbourhood.accepted(team);
        for (int again = 0; again < 8; again++) {
            get(NURSE, "/referrals/" + referral);
            get(NURSE, "/referrals?list=team&team=" + team);
        }
    }

    @Test
    void a_referral_is_one_question_and_one_record_of_the_read() {
        assertThat(trips(() -> get(NURSE, "/referrals/" + referral))).hasSize(OF_A_READ);
    }

    @Test
    void a_list_costs_the_same_however_many_it_shows() {
        // Given
        for (int each = 0; each < 10; each++) {
            Neighbourhood.referred(team);
        }

        // When, Then
        assertThat(trips(() -> get(LEAD, "/referrals?list=team&team=" + team))).hasSize(OF_A_READ);
    }

    @Test
    void to_refer_and_to_accept_cost_what_they_cost() {
        // Given
        Map<String, Object> body = Neighbourhood.referral(team, Map.of());

        // When
        int refer = trips(() ->
                        Neighbourhood.create(GP, "/referrals", body).then().statusCode(201))
                .size();
        String waiting = Neighbourhood.referred(team);
        int accept = trips(
                        () -> put(LEAD, "/referrals/" + waiting + "/acceptance", Map.of("caseManager", NURSE.subject()))
                                .then()
                                .statusCode(200))
                .size();

        // Then
        assertThat(refer).isLessThanOrEqualTo(24);
        assertThat(accept).isLessThanOrEqualTo(20);
    }

    private static List<WireTap.Trip> trips(Runnable work) {
        List<WireTap.Trip> trips = NeighbourhoodStack.TAP.during(work);
        try {
            Thread.sleep(SETTLED);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Set<Long> own = OF_ITS_OWN_ACCORD.stream()
                .flatMap(words -> NeighbourhoodStack.TAP.transactionsWith(words).stream())
                .collect(Collectors.toSet());
        return trips.stream()
                .filter(trip -> trip.user().equals(Neighbourhood.DATABASE + "_app"))
                .filter(trip -> !own.contains(trip.transaction()))
                .toList();
    }
}
