package org.folkmoot.local.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A made-up person whom a practice refers. */
record Patient(String nhsNumber, String familyName, String givenName, String birthDate, String gender, String address) {

    private static final Pattern ROW = Pattern.compile("(\\d{10}),([^,]+),([^,]+),([0-9-]{10}),([a-z]+),\"([^\"]+)\"");

    /** Those of the file {@code patients.csv} in that folder, in its order. */
    static List<Patient> in(Path folder) {
        try {
            return Files.readAllLines(folder.resolve("patients.csv")).stream()
                    .skip(1)
                    .map(Patient::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the story's patients cannot be read", e);
        }
    }

    private static Patient of(String row) {
        Matcher cells = ROW.matcher(row);
        if (!cells.matches()) {
            throw new IllegalArgumentException("a row of patients.csv cannot be read");
        }
        return new Patient(
                cells.group(1), cells.group(2), cells.group(3), cells.group(4), cells.group(5), cells.group(6));
    }

    /** The person, registered at that practice, as the neighbourhood service is told. */
    ObjectNode describedBy(String practice) {
        return Desk.body()
                .put("nhsNumber", nhsNumber)
                .put("familyName", familyName)
                .put("givenName", givenName)
                .put("birthDate", birthDate)
                .put("gender", gender)
                .put("address", address)
                .put("postcode", "ZZ99 3CZ")
                .put("registeredPractice", practice);
    }
}
