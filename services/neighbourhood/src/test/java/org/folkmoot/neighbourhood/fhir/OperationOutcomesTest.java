package org.folkmoot.neighbourhood.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OperationOutcomesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final OperationOutcomes OUTCOMES = new OperationOutcomes(new FhirJson(32));
    private static final String BAD_REQUEST = "OperationOutcome__REC__400-REC_BAD_REQUEST-";

    /** Each example of the standard, and the problem that stands for it here. */
    @TestFactory
    Stream<DynamicTest> they_have_the_shapes_and_codes_of_the_standard() {
        return Stream.of(
                like(BAD_REQUEST + "required", Problem.of(CommonProblem.IDEMPOTENCY_KEY_MISSING)),
                like(BAD_REQUEST + "required", found(findings -> findings.missing("#/entry/0", "It"))),
                like(BAD_REQUEST + "value", found(findings -> findings.wrong("#/entry/0", "must be"))),
                like(BAD_REQUEST + "invariant", found(findings -> findings.senseless("#/entry/0", "must be"))),
                like(BAD_REQUEST + "not-supported", found(findings -> findings.unsupported("#/entry/0", "must be"))),
                like(BAD_REQUEST + "invalid", Problem.of(CommonProblem.INVALID_REQUEST)),
                like("unauthorized", Problem.of(CommonProblem.UNAUTHENTICATED)),
                like("OperationOutcome__REC__403-REC_FORBIDDEN-forbidden", Problem.of(CommonProblem.FORBIDDEN)),
                like("OperationOutcome__REC__404-REC_NOT_FOUND-not-found", Problem.of(CommonProblem.NOT_FOUND)),
                like("method-not-allowed", Problem.of(CommonProblem.METHOD_NOT_ALLOWED)),
                like(
                        "OperationOutcome__REC__406-REC_NOT_ACCEPTABLE-processing",
                        Problem.of(CommonProblem.NOT_ACCEPTABLE)),
                like("OperationOutcome__REC__409-REC_CONFLICT-conflict", Problem.of(CommonProblem.CONFLICT)),
                like("unprocessable-entity", Problem.of(CommonProblem.IDEMPOTENCY_KEY_REUSED)),
                like("OperationOutcome__REC__500-REC_SERVER_ERROR-exception", Problem.of(CommonProblem.INTERNAL)),
                like(
                        "OperationOutcome__REC__503-REC_SERVICE_UNAVAILABLE-transient",
                        Problem.of(CommonProblem.UNAVAILABLE)));
    }

    @Test
    void each_refused_value_is_an_issue_with_its_place() throws IOException {
        // Given
        Problem problem = Problem.of(CommonProblem.INVALID_REQUEST)
                .withError("#/entry/3/resource/identifier/0", "must be right")
                .withError("#header/X-Request-Id", "must be there")
                .withError("#query/status", "must be known");

        // When
        JsonNode issues = written(problem).path("issue");

        // Then
        assertThat(issues.findValuesAsText("diagnostics"))
                .containsExactly("must be right", "must be there", "must be known");
        assertThat(issues.path(0).at("/expression/0").asText()).isEqualTo("Bundle.entry[3].resource.identifier[0]");
        assertThat(issues.path(1).at("/location/0").asText()).isEqualTo("http.X-Request-Id");
        assertThat(issues.path(2).at("/location/0").asText()).isEqualTo("http.status");
    }

    @Test
    void a_failure_of_ours_says_its_number_and_no_more() throws IOException {
        // Given
        String incident = "01934567-89ab-7def-8123-456789abcdef";

        // When
        JsonNode outcome = written(Problem.of(CommonProblem.INTERNAL).with("incident", incident));

        // Then
        assertThat(outcome.path("id").asText()).isEqualTo(incident);
        assertThat(outcome.at("/issue/0/diagnostics").asText()).isEqualTo(CommonProblem.INTERNAL.title());
    }

    @Test
    void only_what_is_under_the_address_of_fhir_has_its_form() {
        assertThat(OUTCOMES.isOf("/fhir")).isTrue();
        assertThat(OUTCOMES.isOf("/fhir/ServiceRequest")).isTrue();
        assertThat(OUTCOMES.isOf("/fhirs")).isFalse();
        assertThat(OUTCOMES.isOf("/referrals")).isFalse();
    }

    private static DynamicTest like(String example, Problem problem) {
        return DynamicTest.dynamicTest(example, () -> {
            // Given
            JsonNode theirs = example(example);

            // When
            JsonNode ours = written(problem);

            // Then
            assertThat(names(ours)).containsExactlyElementsOf(names(theirs));
            for (String pointer : List.of(
                    "/resourceType",
                    "/issue/0/severity",
                    "/issue/0/code",
                    "/issue/0/details/coding/0/system",
                    "/issue/0/details/coding/0/code")) {
                assertThat(ours.at(pointer)).as(pointer).isEqualTo(theirs.at(pointer));
            }
            assertThat(ours.at("/issue/0/diagnostics").asText()).isNotBlank();
        });
    }

    private static Problem found(Consumer<Findings> what) {
        var findings = new Findings();
        what.accept(findings);
        return findings.problem();
    }

    private static JsonNode written(Problem problem) throws IOException {
        return JSON.readTree(OUTCOMES.write(problem));
    }

    private static JsonNode example(String name) throws IOException {
        try (InputStream example = OperationOutcomesTest.class.getResourceAsStream("/bars/" + name + ".json")) {
            return JSON.readTree(example);
        }
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
