package org.folkmoot.executive;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.tenancy.Tenant;
import org.junit.jupiter.api.Test;

/** What rules and dashboards rest on is served, and tells of nobody. Every service has these from the libraries. */
@ExecutiveTest
class FiguresTest {

    @ConfigProperty(name = "test.management.url")
    String management;

    @Test
    void every_figure_of_the_list_is_served() throws IOException {
        // Given
        Path list = Path.of(System.getProperty("folkmoot.root"), "deploy/observability/metrics.txt");
        Set<String> listed = Files.readAllLines(list).stream()
                .filter(line -> !line.startsWith("#"))
                .collect(toSet());

        // When
        Executive.observer().get("/groups/0199aaaa-0000-7000-8000-00000000f1f0/meetings");

        // Then
        Executive.await(() -> names().containsAll(listed));
    }

    @Test
    void no_figure_names_an_ics_or_a_thing() {
        // Given
        String meeting = "0199aaaa-0000-7000-8000-00000000f1f1";
        Executive.observer().get("/meetings/" + meeting).then().statusCode(404);

        // When
        Executive.await(() -> figures().contains("route=\"/meetings/{id}\""));

        // Then
        assertThat(figures())
                .doesNotContain(meeting)
                .doesNotContain(Tenant.of("qkk").id());
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        figures().lines().filter(line -> !line.startsWith("#")).forEach(line -> names.add(line.split("[{ ]")[0]));
        return names;
    }

    private String figures() {
        return RestAssured.given().get(management + "/metrics").asString();
    }
}
