package org.folkmoot.neighbourhood.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.junit.jupiter.api.Test;

/** The validator sees what it should see; what the service gives is put before it by the tests of the service. */
class ConformanceTest {

    @Test
    void an_outcome_keeps_its_profile() {
        // Given
        var outcomes = new OperationOutcomes(new FhirJson(32));

        // When
        byte[] outcome = outcomes.write(Problem.of(CommonProblem.INVALID_REQUEST)
                .withError("#/entry/3/resource/identifier/0", "must be right")
                .withError("#header/X-Request-Id", "must be there"));

        // Then
        assertThat(Conformance.complaints(new String(outcome, StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void what_breaks_a_profile_is_found() {
        // Given: an organisation with an empty code, and a request for nobody
        String organisation = """
                {"resourceType":"Organization",
                 "meta":{"profile":["https://fhir.hl7.org.uk/StructureDefinition/UKCore-Organization"]},
                 "identifier":[{"system":"https://fhir.nhs.uk/Id/ods-organization-code"}],"name":"A practice"}""";
        String request = """
                {"resourceType":"ServiceRequest",
                 "meta":{"profile":["https://fhir.hl7.org.uk/StructureDefinition/UKCore-ServiceRequest"]},
                 "status":"active","intent":"order"}""";

        // Then
        assertThat(Conformance.complaints(organisation)).anyMatch(complaint -> complaint.contains("value"));
        assertThat(Conformance.complaints(request)).anyMatch(complaint -> complaint.contains("subject"));
    }
}
