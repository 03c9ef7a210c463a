package org.folkmoot.neighbourhood.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.folkmoot.neighbourhood.patient.PersonRequest;
import org.folkmoot.nhs.NhsNumber;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.FieldError;
import org.folkmoot.problem.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadMessageTest {

    private static final String TEAM = "01234567-89ab-7def-8123-456789abcdef";
    private static final UUID REFERRAL = UUID.fromString("01934567-89ab-7def-8123-456789abcdef");
    private static final FhirJson FHIR = new FhirJson(32);

    @Test
    void the_example_of_the_documentation_refers_a_person() throws IOException {
        // When
        RequestMessage message = understood(ExampleMessage.to(TEAM));

        // Then
        assertThat(message).isInstanceOfSatisfying(RequestMessage.New.class, referral -> {
            assertThat(referral.team()).hasToString(TEAM);
            assertThat(referral.practice()).isEqualTo(OdsCode.of("G83001"));
            assertThat(referral.said().priority()).isEqualTo("routine");
            assertThat(referral.said().service()).isNull();
            assertThat(referral.said().reason()).startsWith("Falls twice a week");
            assertThat(referral.places()).containsEntry("#/reason", "#/entry/1/resource/reasonCode");
            assertThat(referral.person())
                    .isEqualTo(new PersonRequest(
                            NhsNumber.of("9990000018"),
                            "Sample",
                            "Mavis",
                            LocalDate.of(1941, 3, 9),
                            "female",
                            "1 Example Row\nLondon",
                            "SE10 8EX",
                            null,
                            OdsCode.of("G83001")));
        });
    }

    @Test
    void an_update_and_a_cancellation_name_the_referral() throws IOException {
        // Given
        ExampleMessage cancelling = ExampleMessage.to(TEAM)
                .cancelling(REFERRAL)
                .with("/entry/1/resource/meta", "{\"versionId\":\"3\"}")
                .without("/entry/1/resource/performer");

        // When
        RequestMessage update = understood(ExampleMessage.to(TEAM).updating(REFERRAL));
        RequestMessage cancel = understood(cancelling);

        // Then
        assertThat(update)
                .isInstanceOfSatisfying(
                        RequestMessage.Update.class,
                        changed -> assertThat(changed.known()).isEqualTo(new RequestMessage.Known(REFERRAL, null)));
        assertThat(cancel)
                .isInstanceOfSatisfying(
                        RequestMessage.Cancel.class,
                        taken -> assertThat(taken.known()).isEqualTo(new RequestMessage.Known(REFERRAL, "3")));
    }

    @ParameterizedTest
    @CsvSource({"routine, routine", "urgent, urgent", "asap, urgent", "stat, urgent"})
    void whatever_is_more_than_routine_is_urgent(String said, String understood) throws IOException {
        // When
        RequestMessage message =
                understood(ExampleMessage.to(TEAM).with("/entry/1/resource/priority", "\"" + said + "\""));

        // Then
        assertThat(message)
                .isInstanceOfSatisfying(
                        RequestMessage.New.class,
                        referral -> assertThat(referral.said().priority()).isEqualTo(understood));
    }

    @Test
    void the_practice_is_found_by_a_role_and_by_an_identifier_alone() throws IOException {
        for (ExampleMessage message : List.of(
                ExampleMessage.to(TEAM)
                        .with(
                                "/entry/1/resource/requester",
                                "{\"identifier\":{\"system\":\"https://fhir.nhs.uk/id/ods-organization-code\",\"value\":\"g83001\"}}"),
                ExampleMessage.to(TEAM).without("/entry/1/resource/requester"),
                ExampleMessage.to(TEAM)
                        .with(
                                "/entry/2/resource",
                                "{\"resourceType\":\"PractitionerRole\",\"organization\":{\"reference\":\"urn:uuid:07939a0c-2854-46ff-9282-ad906bc93679\"}}")
                        .with(
                                "/entry/1/resource/requester",
                                "{\"reference\":\"urn:uuid:d482d092-6efc-4eef-b4a0-730718b1fbfd\"}")
                        .with(
                                "/entry/1/resource/performer",
                                "[{\"identifier\":{\"system\":\"urn:ietf:rfc:3986\",\"value\":\"urn:uuid:" + TEAM
                                        + "\"}}]"))) {
            assertThat(understood(message))
                    .isInstanceOfSatisfying(
                            RequestMessage.New.class,
                            referral -> assertThat(referral.practice()).isEqualTo(OdsCode.of("G83001")));
        }
    }

    @TestFactory
    Stream<DynamicTest> what_is_wrong_is_said_with_its_place_and_its_kind() {
        return Stream.of(
                wrong("a document", m -> m.with("/type", "\"document\""), "#/type", "not-supported"),
                wrong("no header", m -> m.without("/entry/0"), "#/entry/0/resource", "required"),
                wrong(
                        "another event",
                        m -> m.with("/entry/0/resource/eventCoding/code", "\"booking-request\""),
                        "#/entry/0/resource/eventCoding",
                        "not-supported"),
                wrong(
                        "an event of another system",
                        m -> m.with("/entry/0/resource/eventCoding/system", "\"https://example.org\""),
                        "#/entry/0/resource/eventCoding",
                        "not-supported"),
                wrong(
                        "no event",
                        m -> m.without("/entry/0/resource/eventCoding").with("/entry/0/resource/eventUri", "\"urn:x\""),
                        "#/entry/0/resource/eventCoding",
                        "required"),
                wrong("no reason", m -> m.without("/entry/0/resource/reason"), "#/entry/0/resource/reason", "required"),
                wrong(
                        "an unknown reason",
                        m -> m.with("/entry/0/resource/reason/coding/0/code", "\"remind\""),
                        "#/entry/0/resource/reason",
                        "value"),
                wrong(
                        "a focus on nothing",
                        m -> m.with("/entry/0/resource/focus/0/reference", "\"urn:uuid:" + REFERRAL + "\""),
                        "#/entry/0/resource/focus",
                        "required"),
                wrong(
                        "a new one that is cancelled",
                        m -> m.with("/entry/1/resource/status", "\"revoked\""),
                        "#/entry/1/resource/status",
                        "invariant"),
                wrong("no status", m -> m.without("/entry/1/resource/status"), "#/entry/1/resource/status", "required"),
                wrong(
                        "an update of nothing",
                        m -> m.with("/entry/0/resource/reason/coding/0/code", "\"update\""),
                        "#/entry/1/resource/id",
                        "required"),
                wrong(
                        "no team",
                        m -> m.without("/entry/2/resource/identifier"),
                        "#/entry/1/resource/performer",
                        "required"),
                wrong(
                        "no practice",
                        m -> m.with("/entry/4/resource/identifier/0/value", "\"?\""),
                        "#/entry/1/resource/requester",
                        "required"),
                wrong(
                        "no words",
                        m -> m.without("/entry/1/resource/reasonCode"),
                        "#/entry/1/resource/reasonCode",
                        "required"),
                wrong(
                        "no patient",
                        m -> m.without("/entry/1/resource/subject"),
                        "#/entry/1/resource/subject",
                        "required"),
                wrong(
                        "no NHS number",
                        m -> m.with("/entry/3/resource/identifier/0/system", "\"https://example.org\""),
                        "#/entry/3/resource/identifier",
                        "required"),
                wrong(
                        "an NHS number with a wrong check digit",
                        m -> m.with("/entry/3/resource/identifier/0/value", "\"9990000019\""),
                        "#/entry/3/resource/identifier/0",
                        "value"),
                wrong(
                        "an NHS number that is too short",
                        m -> m.with("/entry/3/resource/identifier/0/value", "\"999000001\""),
                        "#/entry/3/resource/identifier/0",
                        "value"),
                wrong(
                        "no name but an old one",
                        m -> m.with("/entry/3/resource/name/0/use", "\"old\""),
                        "#/entry/3/resource/name",
                        "required"),
                wrong(
                        "no date of birth",
                        m -> m.without("/entry/3/resource/birthDate"),
                        "#/entry/3/resource/birthDate",
                        "required"),
                wrong(
                        "a year of birth",
                        m -> m.with("/entry/3/resource/birthDate", "\"1941\""),
                        "#/entry/3/resource/birthDate",
                        "value"));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() throws IOException {
        // When
        Problem problem = refused(ExampleMessage.to(TEAM)
                .with("/entry/3/resource/birthDate", "\"1941\"")
                .without("/entry/3/resource/name")
                .without("/entry/2/resource/identifier"));

        // Then
        assertThat(problem.errors())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder(
                        "#/entry/3/resource/birthDate", "#/entry/3/resource/name", "#/entry/1/resource/performer");
    }

    @TestFactory
    Stream<DynamicTest> what_is_no_bundle_is_refused_without_a_word_of_what_it_holds() {
        String secret = "9990000018";
        return Stream.of(
                        "",
                        "<Bundle xmlns=\"http://hl7.org/fhir\"/>",
                        "[]",
                        "12",
                        "{}",
                        "{\"resourceType\":5}",
                        "{\"resourceType\":\"Patient\",\"id\":\"" + secret + "\"}",
                        "{\"resourceType\":\"Bundle\",\"type\":\"" + secret + "\"}",
                        "{\"resourceType\":\"Bundle\",\"surname\":\"" + secret + "\"}",
                        "{\"resourceType\":\"Bundle\",\"timestamp\":\"" + secret + "\"}",
                        "{\"resourceType\":\"Bundle\"} {}",
                        "{\"resourceType\":\"Bundle\",\"type\":\"message\",\"type\":\"message\"}",
                        "{\"resourceType\":\"Bundle\",\"entry\":" + "[".repeat(40) + "]".repeat(40) + "}",
                        "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Nothing\"}}]}")
                .map(text -> DynamicTest.dynamicTest(text.isEmpty() ? "nothing" : text, () -> {
                    try {
                        assertThat(FHIR.bundle(text))
                                .isInstanceOfSatisfying(
                                        FhirJson.Read.Unreadable.class,
                                        unreadable -> assertThat(unreadable.problem())
                                                .satisfies(problem -> assertThat(problem.status())
                                                        .isEqualTo(400))
                                                .asString()
                                                .doesNotContain(secret));
                    } catch (JsonProcessingException expected) {
                        assertThat(expected).hasMessageNotContaining(secret);
                    }
                }));
    }

    @Test
    void what_is_nested_too_deep_or_said_twice_is_no_json_for_us() {
        assertThatThrownBy(() -> FHIR.bundle("[".repeat(40) + "]".repeat(40)))
                .isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> FHIR.bundle("{\"a\":1,\"a\":2}")).isInstanceOf(JsonProcessingException.class);
    }

    private static DynamicTest wrong(String name, Consumer<ExampleMessage> change, String place, String kind) {
        return DynamicTest.dynamicTest(name, () -> {
            // Given
            ExampleMessage message = ExampleMessage.to(TEAM);
            change.accept(message);

            // When
            Problem problem = refused(message);

            // Then
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.errors()).extracting(FieldError::pointer).containsExactly(place);
            assertThat(problem.extensions()).containsEntry(OperationOutcomes.ISSUE, List.of(kind));
        });
    }

    private static RequestMessage understood(ExampleMessage message) throws IOException {
        return switch (read(message)) {
            case ReadMessage.Read.Understood(RequestMessage understood) -> understood;
            case ReadMessage.Read.Refused(Problem problem) -> throw new AssertionError(problem.toString());
        };
    }

    private static Problem refused(ExampleMessage message) throws IOException {
        return switch (read(message)) {
            case ReadMessage.Read.Understood(RequestMessage understood) ->
                throw new AssertionError("understood: " + understood);
            case ReadMessage.Read.Refused(Problem problem) -> problem;
        };
    }

    private static ReadMessage.Read read(ExampleMessage message) throws IOException {
        return switch (FHIR.bundle(message.toString())) {
            case FhirJson.Read.Whole(var bundle) -> ReadMessage.of(bundle);
            case FhirJson.Read.Unreadable(Problem problem) -> throw new AssertionError(problem.toString());
        };
    }
}
