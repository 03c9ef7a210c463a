package org.folkmoot.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OutwardStoryTest {

    @Test
    void it_is_told_once_however_often_it_is_begun() {
        // Given
        var executive = new FakeOutward();
        String end = tell(executive);
        int writes = executive.writes;

        // When
        tell(executive);

        // Then
        assertThat(executive.writes).isEqualTo(writes);
        assertThat(end)
                .isEqualTo("5 enquiries, 5 priorities; somebody with a mandate sat at 1 of 2 sittings of others;"
                        + " 7 of 29 practices have acknowledged the bulletin");
        assertThat(told(executive))
                .containsEntry("LGT-2026-412", "assigned, 3 asked")
                .containsEntry("LGT-2026-398", "answered, 0 asked")
                .containsEntry("LGT-2026-405", "awaiting-enquirer, 0 asked")
                .containsEntry("SLAM-77", "received, 0 asked")
                .containsEntry("LAS-2026-19", "closed, 0 asked")
                .containsEntry("practices that answered what they were asked", "1");
    }

    @Test
    void priorities_are_at_every_position_that_can_be_reached_in_a_day() {
        // Given
        var executive = new FakeOutward();

        // When
        tell(executive);

        // Then
        assertThat(executive.all("priorities").stream()
                        .map(priority -> priority.path("position").asText()))
                .containsExactlyInAnyOrder("proposed", "shaped", "adopted", "in-progress", "retired");
        assertThat(OutwardScript.greenwich().priorities())
                .allSatisfy(told -> assertThat(executive.all("priorities"))
                        .anyMatch(priority -> priority.path("title").asText().equals(told.title())
                                && priority.path("position").asText().equals(told.becomes())));
    }

    @Test
    void whoever_sat_there_reports_back_after_the_brief_and_one_chair_was_empty() {
        // Given
        var executive = new FakeOutward();

        // When
        tell(executive);

        // Then
        assertThat(executive.all("sittings").stream().filter(sitting -> sitting.has("reportBack")))
                .singleElement()
                .satisfies(sitting -> {
                    assertThat(sitting.path("briefs").asInt()).isEqualTo(1);
                    assertThat(sitting.path("reportedBy").asText()).isEqualTo("chair");
                });
        assertThat(executive.all("sittings").stream()
                        .filter(sitting -> Instant.parse(
                                        sitting.path("startsAt").asText())
                                .isBefore(Instant.parse("2026-11-22T00:00:00Z"))))
                .singleElement()
                .satisfies(sitting -> assertThat(sitting.has("reportBack")).isFalse());
    }

    @Test
    void a_bulletin_is_acknowledged_by_some_read_by_others_and_by_others_not_even_listed() {
        // Given
        var executive = new FakeOutward();

        // When
        tell(executive);

        // Then
        JsonNode published = executive.all("bulletins").stream()
                .filter(bulletin -> bulletin.path("state").asText().equals("published"))
                .findFirst()
                .orElseThrow();
        List<String> states = FakeOutward.listed(published.path("recipients")).stream()
                .map(recipient -> recipient.path("state").asText())
                .toList();
        assertThat(states).contains("published", "delivered", "read", "acknowledged");
        assertThat(executive.all("bulletins"))
                .anyMatch(bulletin -> bulletin.path("state").asText().equals("draft"));
    }

    @Test
    void one_enquiry_lay_for_so_long_that_its_acknowledgement_is_late() {
        // Given
        var executive = new FakeOutward();

        // When
        tell(executive);

        // Then: whenever it is told, the working day that there is for it is over
        LocalDate today = LocalDate.ofInstant(executive.clock().instant(), Days.LONDON);
        assertThat(executive.all("enquiries"))
                .filteredOn(enquiry -> enquiry.has("receivedOn"))
                .isNotEmpty()
                .allSatisfy(enquiry -> {
                    assertThat(enquiry.path("state").asText()).isEqualTo("received");
                    assertThat(LocalDate.parse(enquiry.path("receivedOn").asText()))
                            .isBefore(today.minusDays(5));
                });
    }

    @Test
    void wherever_it_is_cut_short_the_next_telling_goes_on_from_there_and_ends_alike() {
        // Given
        var whole = new FakeOutward();
        tell(whole);

        for (int cut = 0; cut < whole.writes; cut++) {
            // When
            var executive = new FakeOutward();
            executive.writesUntilCut = cut;
            assertThatExceptionOfType(StoryBroken.class).isThrownBy(() -> tell(executive));
            executive.pass(Duration.ofMinutes(cut % 2 * 5L));
            executive.writesUntilCut = Integer.MAX_VALUE;
            tell(executive);

            // Then
            assertThat(told(executive)).as("cut after %d writes", cut).isEqualTo(told(whole));
        }
    }

    @Test
    void what_a_partner_s_system_wrote_is_waited_for_and_given_up_after_two_minutes() {
        // Given
        var executive = new FakeOutward();
        executive.hearsAfter = Integer.MAX_VALUE;
        Instant begun = executive.clock().instant();

        // When, Then
        assertThatExceptionOfType(StoryBroken.class)
                .isThrownBy(() -> tell(executive))
                .withMessageContaining("has not heard of the enquiry LGT-2026-412");
        assertThat(Duration.between(begun, executive.clock().instant()))
                .isBetween(Duration.ofMinutes(2), Duration.ofMinutes(3));
    }

    @Test
    void whoever_takes_notice_answers_or_is_asked_is_there() {
        OutwardScript script = OutwardScript.greenwich();
        Map<String, Long> practices = new TreeMap<>();
        StoryTest.practices().forEach(practice -> practices.merge(practice.network(), 1L, Long::sum));
        assertThat(script.bulletins().stream().flatMap(bulletin -> bulletin.notices().stream()))
                .isNotEmpty()
                .allSatisfy(notice -> assertThat(practices.get(notice.network()))
                        .isGreaterThanOrEqualTo(notice.answers().size() + notice.acknowledged() + notice.read()));
        assertThat(script.enquiries().stream().map(OutwardScript.Enquiry::reference))
                .doesNotHaveDuplicates();
        assertThat(script.enquiries()).anyMatch(enquiry -> enquiry.person() == null);
    }

    private static String tell(FakeOutward executive) {
        Pauses pauses = moment -> executive.passUntil(moment.plusMillis(250));
        return new OutwardStory(
                        executive.mandate(),
                        executive.company(),
                        executive.partner(),
                        executive.clock(),
                        pauses,
                        line -> {})
                .tell();
    }

    /** How everything ended. */
    private static Map<String, String> told(FakeOutward executive) {
        var told = new TreeMap<String, String>();
        for (ObjectNode enquiry : executive.all("enquiries")) {
            told.merge(
                    enquiry.path("reference").asText(),
                    "%s, %d asked"
                            .formatted(
                                    enquiry.path("state").asText(),
                                    enquiry.path("asked").asInt()),
                    (one, two) -> one + two);
        }
        for (ObjectNode priority : executive.all("priorities")) {
            told.merge(
                    priority.path("title").asText(),
                    priority.path("position").asText() + priority.path("measures"),
                    (one, two) -> one + two);
        }
        told.put(
                "practices that answered what they were asked",
                Long.toString(executive.all("asks").stream()
                        .filter(ask -> ask.has("answer"))
                        .count()));
        for (String kind : List.of("system-meetings", "representatives", "asks")) {
            told.put(kind, Integer.toString(executive.all(kind).size()));
        }
        // A sitting that began before its brief was written stays without one, and another is entered.
        told.put(
                "sittings",
                Long.toString(executive.all("sittings").stream()
                        .filter(sitting -> sitting.path("briefs").asInt() == 0
                                && Instant.parse(sitting.path("startsAt").asText())
                                        .isAfter(executive.clock().instant()))
                        .count()));
        told.put(
                "reports",
                Long.toString(executive.all("sittings").stream()
                        .filter(sitting -> sitting.has("reportBack"))
                        .count()));
        for (ObjectNode bulletin : executive.all("bulletins")) {
            told.merge(
                    bulletin.path("title").asText(), bulletin.path("recipients").toString(), (one, two) -> one + two);
        }
        for (ObjectNode recommendation : executive.all("recommendations")) {
            told.merge(
                    recommendation.path("title").asText(),
                    recommendation.path("responder").asText() + recommendation.path("response"),
                    (one, two) -> one + two);
        }
        return told;
    }
}
