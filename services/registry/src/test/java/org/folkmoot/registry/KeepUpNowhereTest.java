package org.folkmoot.registry;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A registry to which nobody said where to keep up from, as all are until somebody does. */
@RegistryTest
class KeepUpNowhereTest {

    @Test
    void sources_that_are_not_configured_are_told_and_not_looked_at() {
        Registry.operator()
                .get("/directory/sources")
                .then()
                .statusCode(200)
                .body("items.source", contains("folder", "object-store", "ods-api"))
                .body("items.configured", everyItem(equalTo(false)));
        for (String source : List.of("folder", "object-store", "ods-api")) {
            Registry.operator()
                    .put("/directory/sources/" + source + "/look")
                    .then()
                    .statusCode(409)
                    .body("type", endsWith("source-not-configured"));
        }
    }
}
