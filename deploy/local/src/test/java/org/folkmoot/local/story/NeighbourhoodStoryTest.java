package org.folkmoot.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighbourhoodStoryTest {

    private static final Path PATIENTS = Path.of("data/patients");

    @TempDir
    Path memory;

    @Test
    void it_is_told_once_however_often_it_is_begun() {
        // Given
        var service = new FakeNeighbourhood();
        String end = tell(service, memory);
        int writes = service.writes;

        // When
        tell(service, memory);

        // Then
        assertThat(service.writes).isEqualTo(writes);
        assertThat(end).startsWith("214 people were referred to 3 neighbourhood teams");
        assertThat(service.all("teams"))
                .hasSize(3)
                .allSatisfy(team -> assertThat(team.path("members").findValues("lead").stream()
                                .filter(lead -> lead.asBoolean())
                                .count())
                        .isEqualTo(1));
    }

    @Test
    void there_are_referrals_in_every_state() {
        // Given
        var service = new FakeNeighbourhood();

        // When
        tell(service, memory);

        // Then
        Map<String, Long> states = service.all("referrals").stream()
                .collect(
                        Collectors.groupingBy(referral -> referral.path("state").asText(), Collectors.counting()));
        assertThat(states.keySet())
                .containsExactlyInAnyOrder(
                        "draft",
                        "submitted",
                        "in-triage",
                        "returned",
                        "redirected",
                        "accepted",
                        "assessment",
                        "in-care",
                        "closed");
        assertThat(service.all("referrals")).anyMatch(referral -> referral.has("pauses"));
        assertThat(service.all("referrals")).anyMatch(referral -> referral.has("handovers"));
        assertThat(service.all("mdt-meetings").stream()
                        .map(meeting -> meeting.path("state").asText()))
                .containsExactly("held", "planned");
    }

    @Test
    void people_are_offered_to_other_teams_which_take_them_over_or_not() {
        // Given
        var service = new FakeNeighbourhood();

        // When
        tell(service, memory);

        // Then
        assertThat(service.all("transfers"))
                .extracting(transfer -> transfer.path("answer").asText())
                .containsExactlyInAnyOrder("acceptance", "declining", "");
        assertThat(service.all("transfers"))
                .filteredOn(transfer -> transfer.path("answer").asText().equals("acceptance"))
                .singleElement()
                .satisfies(transfer -> assertThat(service.all("referrals"))
                        .filteredOn(referral -> referral.path("id").equals(transfer.path("referral")))
                        .singleElement()
                        .satisfies(referral -> {
                            assertThat(referral.path("team")).isEqualTo(transfer.path("team"));
                            assertThat(referral.path("caseManager").asText()).isEqualTo("subject of eltham-care");
                        }));
    }

    @Test
    void a_record_is_shared_once_the_toolkit_says_that_the_organisation_meets_its_standards() {
        // Given
        var service = new FakeNeighbourhood();

        // When
        tell(service, memory);
        tell(service, memory);

        // Then
        assertThat(service.all("dspt-statuses")).hasSize(1);
        assertThat(service.all("shares"))
                .singleElement()
                .satisfies(
                        share -> assertThat(share.path("organisation").asText()).isEqualTo("RV5"));
    }

    @Test
    void most_people_are_assessed_in_time_and_not_all() {
        // Given
        var service = new FakeNeighbourhood();

        // When
        tell(service, memory);

        // Then
        List<Long> days = service.all("referrals").stream()
                .filter(referral -> referral.has("assessedOn"))
                .map(referral -> ChronoUnit.DAYS.between(
                        LocalDate.ofInstant(
                                Instant.parse(referral.path("submittedOn").asText()), Days.LONDON),
                        LocalDate.parse(referral.path("assessedOn").asText())))
                .toList();
        long inTime = days.stream().filter(each -> each <= 28).count();
        assertThat(days).hasSizeGreaterThan(100);
        assertThat(inTime * 100 / days.size()).isBetween(60L, 90L);
    }

    @Test
    void the_first_of_the_list_are_in_the_states_in_which_the_story_knows_them() {
        // Given
        var service = new FakeNeighbourhood();

        // When
        tell(service, memory);

        // Then
        Map<String, String> states = new TreeMap<>();
        service.all("referrals")
                .forEach(referral -> states.put(
                        referral.at("/person/givenName").asText() + " "
                                + referral.at("/person/familyName").asText(),
                        referral.path("state").asText() + referral.path("plan").asText()));
        assertThat(states)
                .containsEntry("Dorothy Ashdown", "draft")
                .containsEntry("Samuel Okafor", "submitted")
                .containsEntry("Leonora Tait", "submitted")
                .containsEntry("Tobias Renn", "in-triage")
                .containsEntry("Rita Vance", "returned")
                .containsEntry("Ravi Desai", "redirected")
                .containsEntry("Alice Munroe", "accepted")
                .containsEntry("Paul Winterton", "accepted")
                .containsEntry("Beatrix Shaw", "assessment")
                .containsEntry("Clara Finch", "in-careagreed")
                .containsEntry("Igor Malik", "in-caredrafted")
                .containsEntry("Hannah Osei", "in-careagreed")
                .containsEntry("Gwen Parry", "closedagreed")
                .containsEntry("Mabel Stone", "in-careagreed");
    }

    @Test
    void wherever_it_is_cut_short_the_next_telling_goes_on_from_there_and_ends_alike() throws IOException {
        // Given
        var whole = new FakeNeighbourhood();
        tell(whole, Files.createDirectory(memory.resolve("whole")));

        for (int cut = 0; cut < whole.writes; cut += 211) {
            // When
            var service = new FakeNeighbourhood();
            Path own = Files.createDirectory(memory.resolve("cut-" + cut));
            service.writesUntilCut = cut;
            assertThatExceptionOfType(StoryBroken.class).isThrownBy(() -> tell(service, own));
            service.pass(Duration.ofDays(cut % 2 == 0 ? 0 : 10));
            service.writesUntilCut = Integer.MAX_VALUE;
            tell(service, own);

            // Then
            assertThat(told(service)).as("cut after %d writes", cut).isEqualTo(told(whole));
        }
    }

    @Test
    void a_day_of_which_only_the_empty_file_was_written_is_none() throws IOException {
        // Given
        var service = new FakeNeighbourhood();
        Path begun = Files.createFile(memory.resolve("begun"));

        // When
        tell(service, memory);

        // Then
        assertThat(begun).hasContent("2026-11-22");
        assertThat(memory.resolve("begun.part")).doesNotExist();
    }

    @Test
    void a_service_that_has_not_heard_of_the_neighbourhoods_is_waited_for_and_given_up_after_two_minutes() {
        // Given
        var service = new FakeNeighbourhood();
        service.hearsAfter = Integer.MAX_VALUE;
        Instant begun = service.clock().instant();

        // When, Then
        assertThatExceptionOfType(StoryBroken.class)
                .isThrownBy(() -> tell(service, memory))
                .withMessageContaining("has not heard of the neighbourhood Charlton and Blackheath");
        assertThat(Duration.between(begun, service.clock().instant()))
                .isBetween(Duration.ofMinutes(2), Duration.ofMinutes(3));
    }

    @Test
    void none_of_the_people_is_anybody() throws IOException {
        // Given
        Set<String> published = Files.readAllLines(
                        Path.of("../../libs/nhs/src/test/resources/org/folkmoot/nhs/published-test-numbers.csv"))
                .stream()
                .map(row -> row.split(",")[0])
                .collect(Collectors.toSet());

        // When
        List<Patient> patients = Patient.in(PATIENTS);

        // Then
        assertThat(patients)
                .extracting(Patient::nhsNumber)
                .doesNotHaveDuplicates()
                .allSatisfy(number -> {
                    assertThat(number.startsWith("999") || published.contains(number))
                            .as(number)
                            .isTrue();
                    assertThat(isValid(number)).as(number).isTrue();
                });
        assertThat(patients)
                .allSatisfy(patient ->
                        assertThat(LocalDate.parse(patient.birthDate())).isBefore(LocalDate.of(1980, 1, 1)));
        assertThat(patients.size())
                .isGreaterThanOrEqualTo(NeighbourhoodScript.greenwich().cohorts().stream()
                        .mapToInt(NeighbourhoodScript.Cohort::people)
                        .sum());
    }

    @Test
    void one_team_has_nobody_of_general_practice() {
        assertThat(NeighbourhoodScript.greenwich().teams())
                .hasSize(3)
                .filteredOn(team -> team.members().stream()
                        .noneMatch(member -> member.sector().equals("general-practice")))
                .hasSize(1);
        assertThat(NeighbourhoodScript.greenwich().teams().stream().map(NeighbourhoodScript.Team::relation))
                .doesNotHaveDuplicates();
    }

    /** The last digit follows from the others, modulo 11. */
    private static boolean isValid(String number) {
        int sum = IntStream.range(0, 9)
                .map(place -> (10 - place) * Character.digit(number.charAt(place), 10))
                .sum();
        return (11 - sum % 11) % 11 == Character.digit(number.charAt(9), 10);
    }

    private static String tell(FakeNeighbourhood service, Path memory) {
        Pauses pauses = moment -> service.passUntil(moment.plusMillis(250));
        return new NeighbourhoodStory(
                        service.company(), service.company(), PATIENTS, memory, service.clock(), pauses, line -> {})
                .tell();
    }

    /** How everything ended: each referral by its person. */
    private static Map<String, String> told(FakeNeighbourhood service) {
        var told = new TreeMap<String, String>();
        for (ObjectNode referral : service.all("referrals")) {
            told.merge(
                    "referral of " + referral.at("/person/nhsNumber").asText(),
                    String.join(
                            ", ",
                            referral.path("state").asText(),
                            referral.path("submittedOn").asText(),
                            referral.path("assessedOn").asText(),
                            referral.path("caseManager").asText(),
                            referral.path("plan").asText(),
                            referral.path("updates").asText()),
                    (one, two) -> one + "; " + two);
        }
        for (String kind : List.of(
                "places", "neighbourhoods", "teams", "members", "mdt-meetings", "gp-updates", "transfers", "shares")) {
            told.put(kind, Integer.toString(service.all(kind).size()));
        }
        told.put(
                "acknowledged",
                Long.toString(service.all("gp-updates").stream()
                        .filter(update -> update.has("acknowledged"))
                        .count()));
        return told;
    }
}
