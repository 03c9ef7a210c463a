package org.folkmoot.executive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.folkmoot.events.Uuid7;
import org.folkmoot.executive.Executive.Delegation;
import org.folkmoot.test.TestStack;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From any action one can walk up to the ballot that made it legitimate, and down again. */
@ExecutiveTest
class ChainTest {

    /** The worst order: what hangs on something is heard before that is. */
    private static final List<String> UPSIDE_DOWN = List.of("objection", "power", "mandate", "ballot", "motion");

    private final String motion = Uuid7.next().toString();
    private final String ballot = Uuid7.next().toString();
    private final String objection = Uuid7.next().toString();

    @Test
    void the_chain_is_walked_both_ways_and_is_whole_again_after_a_replay_from_empty()
            throws ExecutionException, InterruptedException {
        // Given
        Delegation under = voted();
        String decision = Executive.taken(under, Map.of());
        String action = ActionTest.assign(Map.of("decision", decision), Map.of("workingDays", 5));
        object(under.group(), decision);
        Executive.await(() -> titles("decision", decision).contains("objection of G83001"));

        // When
        JsonPath up = Executive.get("/authority/action/" + action);
        JsonPath down = Executive.get("/authority/ballot/" + ballot);

        // Then
        assertThat(up.getList("nodes.kind"))
                .containsExactly("action", "decision", "power", "mandate", "ballot", "motion");
        assertThat(up.getList("nodes.step")).containsExactly(0, -1, -2, -3, -4, -5);
        assertThat(up.getList("nodes.title"))
                .containsExactly(
                        "Write to the trust",
                        "Extend the home visiting service",
                        "Local enhanced services",
                        "Speak for us",
                        "Speak for us",
                        "Speak for us");
        assertThat(up.getList("links")).hasSize(5);
        assertThat(up.getBoolean("whole")).isTrue();
        assertThat(down.<String>getList("nodes.kind"))
                .containsExactlyInAnyOrder("ballot", "motion", "mandate", "power", "decision", "action", "objection");

        // When: as if nothing had ever been heard
        Set<String> ours = Set.of(motion, ballot, under.mandate(), under.power(), objection);
        forget(ours, under);
        Executive.manager().get("/authority/ballot/" + ballot).then().statusCode(404);
        Executive.manager()
                .get("/decisions/" + decision)
                .then()
                .body("stands", nullValue())
                .body("unmet.condition", contains("power-known"));
        assertThat(outcome(Executive.get("/authority/action/" + action), decision))
                .isEqualTo("not-known");
        ActionTest.asked(Map.of("decision", decision), Map.of("workingDays", 5))
                .then()
                .statusCode(409)
                .body("type", endsWith("decision-not-standing"))
                .body("conditions.condition", contains("power-known"));
        tellAgain(ours);

        // Then
        Executive.await(() -> titles("action", action).size() == 6
                && titles("decision", decision).contains("objection of G83001"));
        Executive.await(() -> outcome(Executive.get("/authority/action/" + action), decision) == null);
        assertThat(Executive.get("/authority/action/" + action).<Object>get()).isEqualTo(up.<Object>get());
        assertThat(new HashSet<>(Executive.get("/authority/ballot/" + ballot).<Object>getList("nodes")))
                .isEqualTo(new HashSet<>(down.<Object>getList("nodes")));
        Executive.manager().get("/decisions/" + decision).then().body("stands", equalTo(true));
    }

    @Test
    void the_ballots_that_gave_a_power_stand_above_what_was_decided_under_it_and_those_that_took_it_away_do_not() {
        // Given
        Delegation of = voted();
        String granting = Uuid7.next().toString();
        Executive.declare(granting, Uuid7.next().toString(), of.group(), "carried");
        var under = new Delegation(of.group(), of.mandate(), Uuid7.next().toString());
        Executive.sayOfBallot(under, 1, "granted", granting);
        Executive.await(() -> isKnown("power", under.power()) && isKnown("ballot", granting));
        String decision = Executive.taken(under, Map.of());
        String action = ActionTest.assign(Map.of("decision", decision), Map.of("workingDays", 5));

        // When
        String extending = Uuid7.next().toString();
        Executive.sayOfBallot(under, 2, "extended", extending);
        String revoking = Uuid7.next().toString();
        Executive.sayOfBallot(under, 3, "revoked", revoking);
        Executive.await(() -> "revoked"
                .equals(Executive.get("/authority/power/" + under.power()).getString("nodes[0].outcome")));

        // Then
        JsonPath up = Executive.get("/authority/action/" + action);
        assertThat(up.<String>getList("nodes.id"))
                .contains(granting, extending, ballot, motion)
                .doesNotContain(revoking);
        assertThat(up.<Map<String, Map<String, String>>>getList("links"))
                .contains(Map.of(
                        "upper",
                        Map.of("kind", "ballot", "id", granting),
                        "lower",
                        Map.of("kind", "power", "id", under.power())));
        assertThat(Executive.get("/authority/ballot/" + granting).<String>getList("nodes.id"))
                .contains(under.power(), decision, action);
    }

    @Test
    void a_void_decision_says_so_wherever_it_stands_in_a_chain() {
        // Given
        Delegation under = voted();
        String before = Executive.taken(under, Map.of());
        Instant revoked = Instant.now();
        String since = Executive.taken(under, Map.of());
        String action = ActionTest.assign(Map.of("decision", since), Map.of("workingDays", 5));

        // When: the revocation is heard late
        Executive.say(under.power(), under.group(), under.mandate(), 2, "revoked", revoked, Map.of());
        Executive.await(() -> "void".equals(outcome(Executive.get("/authority/decision/" + since), since)));

        // Then
        assertThat(outcome(Executive.get("/authority/action/" + action), since)).isEqualTo("void");
        JsonPath down = Executive.get("/authority/ballot/" + ballot);
        assertThat(outcome(down, since)).isEqualTo("void");
        assertThat(outcome(down, before)).isNull();
    }

    @Test
    void an_action_of_a_meeting_or_an_enquiry_rests_on_the_mandate_that_counted_then_after_a_replay_too()
            throws ExecutionException, InterruptedException {
        // Given
        Delegation under = voted();
        String meeting = Executive.inSession(Executive.series(under.group(), "executive"));
        String ofMeeting = ActionTest.assign(Map.of("meeting", meeting), Map.of("workingDays", 5));
        String enquiry = assignedEnquiry(under.group());
        String ofEnquiry = ActionTest.assign(Map.of("enquiry", enquiry), Map.of("workingDays", 5));

        // When
        JsonPath up = Executive.get("/authority/action/" + ofMeeting);

        // Then
        assertThat(up.getList("nodes.kind")).containsExactly("action", "meeting", "mandate", "ballot", "motion");
        assertThat(up.getString("nodes[1].title")).startsWith("Every fortnight, ");
        assertThat(up.getList("links")).hasSize(4);
        assertThat(Executive.get("/authority/action/" + ofEnquiry).getList("nodes.kind"))
                .containsExactly("action", "enquiry", "mandate", "ballot", "motion");
        assertThat(Executive.get("/authority/ballot/" + ballot).<String>getList("nodes.id"))
                .contains(meeting, ofMeeting, enquiry, ofEnquiry);

        // When: as if nothing had ever been heard
        Set<String> ours = Set.of(motion, ballot, under.mandate(), under.power());
        forget(ours, under);
        assertThat(Executive.get("/authority/action/" + ofMeeting).getList("nodes.kind"))
                .containsExactly("action", "meeting");
        tellAgain(ours);

        // Then
        Executive.await(() -> titles("action", ofMeeting).size() == 5);
        assertThat(Executive.get("/authority/action/" + ofMeeting).<Object>get())
                .isEqualTo(up.<Object>get());
    }

    @Test
    void a_meeting_rests_on_no_mandate_that_had_lapsed_or_had_not_begun_whenever_that_is_heard() {
        // Given
        String group = Executive.group();
        String lapsed = Executive.mandate(group, Executive.today().minusMonths(2), Executive.today());
        String ahead = Executive.mandate(
                group, Executive.today().plusDays(1), Executive.today().plusMonths(2));
        String over = Executive.mandate(
                group, Executive.today().minusMonths(2), Executive.today().minusDays(1));
        String ofOthers = Executive.delegation(Map.of()).mandate();
        Executive.await(() -> Stream.of(lapsed, ahead, over).allMatch(each -> isKnown("mandate", each)));
        Instant before = Instant.now();
        String meeting = Executive.inSession(Executive.series(group, "executive"));
        String action = ActionTest.assign(Map.of("meeting", meeting), Map.of("workingDays", 5));
        assertThat(Executive.get("/authority/action/" + action).<String>getList("nodes.id"))
                .contains(lapsed)
                .doesNotContain(ahead, over, ofOthers);

        // When: it is heard late that the mandate had lapsed, and that the group had another
        Executive.lapse(lapsed, group, before);
        String heardLate =
                Executive.mandate(group, Executive.today(), Executive.today().plusMonths(1));

        // Then
        Executive.await(() -> Executive.get("/authority/action/" + action)
                .<String>getList("nodes.id")
                .contains(heardLate));
        Executive.await(() -> !Executive.get("/authority/action/" + action)
                .<String>getList("nodes.id")
                .contains(lapsed));
        assertThat(Executive.get("/authority/mandate/" + heardLate).<String>getList("nodes.id"))
                .contains(meeting, action);
    }

    @Test
    void a_long_chain_is_cut_off_and_says_so() {
        // Given
        Delegation under = voted();
        for (int each = 0; each < 4; each++) {
            Executive.taken(under, Map.of());
        }

        // When
        JsonPath some = Executive.get("/authority/power/" + under.power() + "?most=3");

        // Then
        assertThat(some.getList("links")).hasSizeLessThanOrEqualTo(3);
        assertThat(some.getBoolean("whole")).isFalse();
        assertThat(Executive.get("/authority/power/" + under.power()).getBoolean("whole"))
                .isTrue();
    }

    @Test
    void a_decision_that_was_refused_has_no_authority() {
        Delegation under = Executive.delegation(Map.of());
        String refused = Executive.decide(Executive.lmc(), under, Map.of()).path("decision");
        Executive.manager().get("/authority/decision/" + refused).then().statusCode(404);
        Executive.manager().get("/authority/power/" + Uuid7.next()).then().statusCode(404);
    }

    /** A power that practices voted for, from the motion on. */
    private Delegation voted() {
        String group = Executive.group();
        Executive.announce(
                "motion",
                motion,
                "tabled",
                Instant.now(),
                Map.of("motion", motion, "group", group, "question", "mandate", "title", "Speak for us"));
        Executive.declare(ballot, motion, group, "carried");
        String mandate = Uuid7.next().toString();
        Executive.grant(
                mandate,
                group,
                ballot,
                Executive.today().minusMonths(2),
                Executive.today().plusMonths(12));
        String power = Executive.power(group, mandate, Map.of());
        Executive.await(() -> titles("power", power).size() == 4);
        return new Delegation(group, mandate, power);
    }

    /** An enquiry to which somebody of the group sees. */
    private static String assignedEnquiry(String group) {
        String enquiry = Executive.create(
                        Executive.manager(),
                        "/enquiries",
                        Map.of("organisation", "RD8", "subject", "Beds", "words", "How many?", "group", group))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Executive.put(Executive.manager(), "/enquiries/" + enquiry + "/acknowledgement", Map.of())
                .then()
                .statusCode(200);
        Executive.put(
                        Executive.manager(),
                        "/enquiries/" + enquiry + "/assignment",
                        Map.of("assignee", Executive.subject("lmc-executive"), "assigneeName", "Dr Else"))
                .then()
                .statusCode(200);
        return enquiry;
    }

    private static boolean isKnown(String kind, String id) {
        return !titles(kind, id).isEmpty();
    }

    private void object(String group, String decision) {
        Executive.announce(
                "objection",
                objection,
                "raised",
                Instant.now(),
                Map.of(
                        "objection",
                        objection,
                        "group",
                        group,
                        "kind",
                        "objection",
                        "subject",
                        "decision",
                        "subjectId",
                        decision,
                        "organisation",
                        "G83001"));
    }

    /** What that chain says came of a decision; null if nothing. */
    private static @Nullable String outcome(JsonPath chain, String decision) {
        return chain.getString("nodes.find { it.id == '" + decision + "' }.outcome");
    }

    private static List<String> titles(String kind, String id) {
        var answer = Executive.manager().get("/authority/" + kind + "/" + id);
        return answer.statusCode() == 404
                ? List.of()
                : answer.jsonPath().<String>getList("nodes.title").stream()
                        .filter(title -> title != null)
                        .toList();
    }

    private static void forget(Collection<String> ids, Delegation under) {
        String these = ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        Executive.sql("delete from authority_link where upper_kind <> 'power' and upper_id in (" + these
                + ") or lower_id in (" + these + ")");
        Executive.sql("delete from authority_node where id in (" + these + ")");
        Executive.sql("delete from power_version where power_id = '" + under.power() + "'");
        Executive.sql("delete from power where id = '" + under.power() + "'");
        Executive.sql("delete from mandate where id = '" + under.mandate() + "'");
        Executive.sql("delete from folkmoot.inbox where consumer like 'power-%'");
    }

    /** Every event of these aggregates, as it stands in Kafka. */
    private static void tellAgain(Set<String> aggregates) throws ExecutionException, InterruptedException {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                TestStack.current().kafka("admin"), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = UPSIDE_DOWN.stream()
                    .map(entity -> new TopicPartition("ics.qkk.mandate." + entity + ".v1", 0))
                    .toList();
            for (TopicPartition topic : all) {
                consumer.assign(List.of(topic));
                consumer.seekToBeginning(List.of(topic));
                long end =
                        consumer.endOffsets(List.of(topic)).values().iterator().next();
                while (consumer.position(topic) < end) {
                    consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                }
            }
        }
        try (var producer = new KafkaProducer<>(
                TestStack.current().kafka("admin"), new StringSerializer(), new ByteArraySerializer())) {
            for (ConsumerRecord<String, byte[]> record : records) {
                if (aggregates.contains(record.key())) {
                    producer.send(new ProducerRecord<>(
                                    record.topic(), 0, record.key(), record.value(), record.headers()))
                            .get();
                }
            }
        }
    }
}
