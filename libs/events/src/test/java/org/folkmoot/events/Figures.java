package org.folkmoot.events;

import static io.restassured.RestAssured.given;

import java.util.Optional;

/** What a service tells Prometheus. */
record Figures(String management) {

    /** The value of a series; empty where it is not there. */
    Optional<Double> of(String name, String... labels) {
        return given().get(management + "/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> {
                    for (String label : labels) {
                        if (!line.contains(label)) {
                            return false;
                        }
                    }
                    return true;
                })
                .findFirst()
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)));
    }
}
