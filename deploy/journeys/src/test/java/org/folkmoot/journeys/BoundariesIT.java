package org.folkmoot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A person of one ICS, at the running platform. */
class BoundariesIT {

    private final Stack stack = Stack.up();

    @Test
    void a_clinical_director_reads_the_directory_and_operates_nothing() {
        String director = stack.token("qkk", "director");
        JsonNode practices = stack.get("registry", "/directory/practices?icb=QKK&limit=200", director)
                .body()
                .get("items");
        assertThat(practices).hasSize(189);
        assertThat(stack.get("tenants", "/ics", director).status()).isEqualTo(403);
        assertThat(stack.get("registry", "/directory/jobs/019e0000-0000-7000-8000-000000000000", director)
                        .status())
                .isIn(403, 404);
    }

    @Test
    void every_service_refuses_who_brings_no_token() {
        for (String service : List.of("registry", "tenants")) {
            for (String path : List.of("/directory/practices", "/ics", "/dead-letters", "/nowhere")) {
                Stack.Answer answer = stack.get(service, path, "none");
                assertThat(answer.status()).as("%s %s", service, path).isIn(401, 404);
                assertThat(answer.contentType()).isEqualTo("application/problem+json");
            }
        }
    }

    @Test
    void a_mangled_path_is_answered_400_before_anything_else() {
        String operator = stack.token("platform", "operator");
        for (String path : List.of("/ics;x", "/ics%3bx", "/ics%2Fqkk", "//ics", "/ics/..%2f", "/ics%5Cqkk")) {
            Stack.Answer answer = stack.get("tenants", path, operator);
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.body().path("type").asText()).isEqualTo("/problems/unsafe-path");
        }
    }
}
