package org.folkmoot.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.neighbourhood.Neighbourhood.GP;
import static org.folkmoot.neighbourhood.Neighbourhood.LEAD;
import static org.folkmoot.neighbourhood.Neighbourhood.NURSE;
import static org.folkmoot.neighbourhood.Neighbourhood.get;
import static org.folkmoot.neighbourhood.Neighbourhood.put;

import java.time.Duration;
import java.util.HashMap;
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
            "update care_notice",
            "delete from mailbox",
            "update nhs_notification");

    /** So long after the tenant was set in a transaction its question has been asked. */
    private static final Duration SETTLED = Duration.ofMillis(50);

    /** Begun; the tenant set; the key of the request claimed; what it rests on; the referral; the answer kept; committed. */
    private static final int OF_A_REFERRAL = 7;

    /** What it was before referrals were made by one statement; acceptance has not been brought together yet. */
    private static final int OF_AN_ACCEPTANCE = 20;

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
    void a_referral_is_read_and_the_read_recorded_in_one_round_trip() {
        assertThat(trips(() -> get(NURSE, "/referrals/" + referral))).hasSize(1);
        // Then: it is recorded
        assertThat(Neighbourhood.rows(
                        "select count(*) from patient_read where stream = 'reads/" + NURSE.subject() + "'"))
                .noneMatch("0"::equals);
    }

    @Test
    void a_list_is_one_round_trip_however_many_it_shows() {
        // Given
        for (int each = 0; each < 10; each++) {
            Neighbourhood.referred(team);
        }

        // When, Then
        assertThat(trips(() -> get(LEAD, "/referrals?list=team&team=" + team))).hasSize(1);
        assertThat(trips(() -> get(LEAD, "/referrals?list=team&sort=newest&limit=3&team=" + team)))
                .hasSize(1);
    }

    @Test
    void counts_are_one_round_trip() {
        get(NURSE, "/referrals/counts");
        assertThat(trips(() -> get(NURSE, "/referrals/counts"))).hasSize(1);
    }

    @Test
    void to_refer_somebody_is_one_question_and_one_statement_and_what_a_create_costs_anyway() {
        // Given: somebody who is known, and somebody who is not
        var known = new HashMap<>(Neighbourhood.referral(team, Map.of("patient", patient())));
        known.remove("person");
        Map<String, Object> described = Neighbourhood.referral(team, Map.of());

        // When, Then
        for (Map<String, Object> body : List.of(known, described)) {
            assertThat(trips(() ->
                            Neighbourhood.create(GP, "/referrals", body).then().statusCode(201)))
                    .hasSize(OF_A_REFERRAL);
        }
    }

    @Test
    void to_accept_costs_what_it_costs() {
        String waiting = Neighbourhood.referred(team);
        assertThat(trips(
                        () -> put(LEAD, "/referrals/" + waiting + "/acceptance", Map.of("caseManager", NURSE.subject()))
                                .then()
                                .statusCode(200)))
                .hasSizeLessThanOrEqualTo(OF_AN_ACCEPTANCE);
    }

    private String patient() {
        return get(GP, "/referrals/" + referral).getString("patient");
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
