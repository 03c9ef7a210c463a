package org.folkmoot.neighbourhood;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The description of the interface that is checked in is the one that the service gives. */
@NeighbourhoodTest
class OpenApiTest {

    @Test
    void the_checked_in_description_is_what_the_service_says_of_itself() throws IOException {
        // Given
        Path checkedIn = Path.of(System.getProperty("folkmoot.root"), "services", "neighbourhood", "openapi.yaml");

        // When
        String generated = given().get("/q/openapi").asString();

        // Then
        Files.writeString(Path.of("target", "openapi.yaml"), generated);
        assertThat(Files.readString(checkedIn))
                .as("if the change is meant, copy services/neighbourhood/target/openapi.yaml over openapi.yaml")
                .isEqualTo(generated);
    }
}
