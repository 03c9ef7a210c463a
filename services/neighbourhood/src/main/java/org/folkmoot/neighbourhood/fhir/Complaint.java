package org.folkmoot.neighbourhood.fhir;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the library says of a text that it cannot read, without the values in it, which may be a patient's. */
final class Complaint {

    private static final Pattern UNKNOWN = Pattern.compile("Unknown (element|attribute) '([A-Za-z_]{1,40})'");
    private static final Pattern INVALID = Pattern.compile("\\[element=\"([A-Za-z_]{1,40})\"\\]");
    private static final Pattern TYPE = Pattern.compile("expected \"Bundle\" but found \"([A-Za-z]{1,40})\"");

    private Complaint() {}

    static String of(RuntimeException failure) {
        String message = String.valueOf(failure.getMessage());
        Matcher unknown = UNKNOWN.matcher(message);
        if (unknown.find()) {
            return "it knows no " + unknown.group(1) + " " + unknown.group(2) + " where it stands";
        }
        Matcher invalid = INVALID.matcher(message);
        if (invalid.find()) {
            return "the value of " + invalid.group(1) + " has not the form that it needs";
        }
        Matcher type = TYPE.matcher(message);
        if (type.find()) {
            return "it is a " + type.group(1);
        }
        return "its structure is another";
    }
}
