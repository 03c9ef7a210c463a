package org.folkmoot.neighbourhood;

import static org.folkmoot.neighbourhood.Neighbourhood.LEAD;
import static org.folkmoot.neighbourhood.Neighbourhood.NURSE;
import static org.folkmoot.neighbourhood.Neighbourhood.ofSomebody;
import static org.folkmoot.neighbourhood.Neighbourhood.today;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assertj.core.api.Assertions;
import org.folkmoot.contracts.Contracts;
import org.folkmoot.events.Event;
import org.folkmoot.neighbourhood.Neighbourhood.Who;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.test.TestStack;

/** What teams write down about people, and what the registry says of organisations. */
public final class Casework {

    /** Of no team and no practice of the person. */
    public static final Who STRANGER = new Who("qkk", "int-clinician", "RXX");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Casework() {}

    /** It was submitted, and the team took the person on, so many days before today. */
    static String accepted(String team, int daysAgo) {
        String referral = Neighbourhood.accepted(team);
        Neighbourhood.sql("""
                alter table referral_event disable trigger all;
                alter table case_manager disable trigger all;
                update referral_event set happened_at = happened_at - interval '%1$d days',
                    recorded_at = recorded_at - interval '%1$d days' where referral_id = '%2$s';
                update case_manager set from_at = from_at - interval '%1$d days' where referral_id = '%2$s';
                alter table case_manager enable trigger all;
                alter table referral_event enable trigger all;
                """.formatted(daysAgo, referral));
        return referral;
    }

    static Response assess(String referral, LocalDate on) {
        return Neighbourhood.create(
                NURSE,
                "/referrals/" + referral + "/assessments",
                Map.of("on", on.toString(), "findings", ofSomebody("Breathless on the stairs.")));
    }

    /** Somebody in care, who was taken on so many days ago and assessed on the same day. */
    static String inCare(String team, int daysAgo) {
        String referral = accepted(team, daysAgo);
        assess(referral, today().minusDays(daysAgo)).then().statusCode(201);
        return referral;
    }

    static Response draft(String referral, LocalDate review) {
        return Neighbourhood.create(
                NURSE,
                "/referrals/" + referral + "/care-plan/versions",
                Map.of(
                        "goals",
                        List.of(ofSomebody("Walk to the shop again")),
                        "activities",
                        List.of(
                                Map.of("what", ofSomebody("Strength classes"), "who", "Physiotherapist"),
                                Map.of("what", ofSomebody("Stair rail"), "who", "Council", "by", "2027-01-15")),
                        "contingency",
                        ofSomebody("If she falls, call the rapid response team."),
                        "review",
                        review.toString()));
    }

    static Response agree(String referral, int version, LocalDate on) {
        return Neighbourhood.put(
                NURSE,
                "/referrals/" + referral + "/care-plan/versions/" + version + "/agreement",
                Map.of("on", on.toString(), "how", "in-person"));
    }

    static Response review(String referral, LocalDate on, LocalDate next) {
        return Neighbourhood.create(
                NURSE,
                "/referrals/" + referral + "/care-plan/reviews",
                Map.of(
                        "on",
                        on.toString(),
                        "outcome",
                        "continues",
                        "notes",
                        ofSomebody("She is steadier."),
                        "next",
                        next.toString()));
    }

    static Response update(String referral) {
        return Neighbourhood.create(
                NURSE, "/referrals/" + referral + "/gp-updates", Map.of("words", ofSomebody("She is settling in.")));
    }

    static Response update(String referral, LocalDate on) {
        return Neighbourhood.create(
                NURSE,
                "/referrals/" + referral + "/gp-updates",
                Map.of("words", ofSomebody("We telephoned."), "on", on.toString()));
    }

    static void close(String referral) {
        Neighbourhood.put(LEAD, "/referrals/" + referral + "/closing", Map.of("outcome", "goals-met"))
                .then()
                .statusCode(200);
    }

    /** The patient's key is destroyed, as erasure does it. */
    static void erase(String referral) {
        Neighbourhood.sql("""
                update patient set nhs_hash = null, key_number = null, key_wrapped = null, key_destroyed_at = now()
                where id = (select patient_id from referral where id = '%s')
                """.formatted(referral));
    }

    /** What the registry announces of an organisation, after having kept its contract; heard. */
    static void toolkitSays(String organisation, String status, long version) {
        JsonNode state = JSON.valueToTree(
                Map.of("organisation", organisation, "status", status, "dated", "2026-06-30", "version", version));
        Assertions.assertThat(Contracts.complaints("folkmoot.registry.dsptstate.recorded.v1", state))
                .isEmpty();
        var event =
                Event.of(Tenant.of("qkk"), "registry", "dspt-state", organisation, "recorded", Instant.now(), state);
        try (var producer = new KafkaProducer<>(
                TestStack.current().kafka("admin"), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(event.toRecord()).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        Neighbourhood.await(() -> !Neighbourhood.rows("select organisation from dspt where organisation = '"
                        + organisation + "' and version >= " + version)
                .isEmpty());
    }
}
