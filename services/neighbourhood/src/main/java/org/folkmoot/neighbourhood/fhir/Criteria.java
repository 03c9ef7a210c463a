package org.folkmoot.neighbourhood.fhir;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Page;
import org.folkmoot.nhs.NhsNumber;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * What a search asks for. A parameter that is not known is refused: to ignore it would give more than was asked for.
 *
 * @param said each parameter with its values, between which the search means "or"
 * @param count how many resources a page has at most
 * @param after where the page before ended
 */
record Criteria(
        Map<SearchParameter, List<String>> said,
        int count,
        @Nullable Cursor after) {

    static final String COUNT = "_count";
    static final String CURSOR = "_cursor";
    private static final String FORMAT = "_format";
    private static final Set<String> JSON = Set.of("json", "application/json", FhirJson.MEDIA_TYPE);

    /** Of a person, in the ways in which FHIR chains or modifies it. */
    private static final Pattern OF_A_PERSON =
            Pattern.compile("(patient|subject|for)(:patient)?[:.]identifier", Pattern.CASE_INSENSITIVE);

    private static final int MOST_VALUES = 100;

    /**
     * Understands the parameters of a search.
     *
     * @param inAddress whether they stand in the address, where logs and histories keep them
     * @throws ProblemException if one is not known, or its value cannot be read
     */
    static Criteria of(MultivaluedMap<String, String> asked, boolean inAddress, Set<SearchParameter> known) {
        if (inAddress) {
            asked.forEach(Criteria::refusePersons);
        }
        var said = new EnumMap<SearchParameter, List<String>>(SearchParameter.class);
        int count = Page.USUAL;
        Cursor after = null;
        for (Map.Entry<String, List<String>> each : asked.entrySet()) {
            String name = each.getKey();
            switch (name) {
                case COUNT -> count = count(only(name, each.getValue()));
                case CURSOR -> after = Cursor.fromString(only(name, each.getValue()));
                case FORMAT -> refuseOtherFormats(only(name, each.getValue()));
                default -> said.put(parameter(name, known), values(name, each.getValue()));
            }
        }
        return new Criteria(Map.copyOf(said), count, after);
    }

    boolean has(SearchParameter parameter) {
        return said.containsKey(parameter);
    }

    /** The values of a parameter; none if it was not given. */
    List<String> values(SearchParameter parameter) {
        return said.getOrDefault(parameter, List.of());
    }

    /** The ids in a parameter that refers to resources of that type; empty if it was not given. */
    Optional<List<UUID>> references(SearchParameter parameter, String type) {
        if (!has(parameter)) {
            return Optional.empty();
        }
        String prefix = type + "/";
        return Optional.of(values(parameter).stream()
                .map(value -> value.startsWith(prefix) ? value.substring(prefix.length()) : value)
                .map(value -> Ids.parse(value)
                        .orElseThrow(() -> refused(parameter.text(), "must be the id of a " + type, IssueType.VALUE)))
                .toList());
    }

    /** The NHS number that was given, if one was. */
    Optional<NhsNumber> nhsNumber() {
        if (!has(SearchParameter.PATIENT_IDENTIFIER)) {
            return Optional.empty();
        }
        String name = SearchParameter.PATIENT_IDENTIFIER.text();
        String token = only(name, values(SearchParameter.PATIENT_IDENTIFIER));
        int bar = token.indexOf('|');
        if (bar < 0 || !Systems.is(Systems.NHS_NUMBER, token.substring(0, bar))) {
            throw refused(name, "must be of the system " + Systems.NHS_NUMBER, IssueType.VALUE);
        }
        return Optional.of(
                switch (NhsNumber.parse(token.substring(bar + 1))) {
                    case NhsNumber.Parsed.Valid(NhsNumber number) -> number;
                    case NhsNumber.Parsed.Malformed() ->
                        throw refused(name, "must be an NHS number of ten digits", IssueType.VALUE);
                    case NhsNumber.Parsed.CheckFailed() ->
                        throw refused(name, "must be an NHS number whose check digit is right", IssueType.VALUE);
                });
    }

    private static SearchParameter parameter(String name, Set<SearchParameter> known) {
        return known.stream()
                .filter(one -> one.text().equals(name))
                .findFirst()
                .orElseThrow(() -> refused(
                        name.length() <= 40 ? name : "query",
                        "is no parameter by which this is searched; the ones that are stand in "
                                + OperationOutcomes.ROOT + "/metadata",
                        IssueType.NOTSUPPORTED));
    }

    private static List<String> values(String name, List<String> given) {
        var values = new ArrayList<String>();
        for (String each : given) {
            Arrays.stream(each.split(",", -1)).map(String::strip).forEach(values::add);
        }
        if (given.size() > 1) {
            throw refused(name, "must be given once, with its values separated by commas", IssueType.INVALID);
        }
        if (values.stream().anyMatch(String::isEmpty) || values.size() > MOST_VALUES) {
            throw refused(name, "must have 1 to " + MOST_VALUES + " values", IssueType.INVALID);
        }
        return List.copyOf(values);
    }

    private static String only(String name, List<String> values) {
        if (values.size() != 1) {
            throw refused(name, "must be given once, with one value", IssueType.INVALID);
        }
        return values.getFirst();
    }

    private static int count(String value) {
        try {
            int count = Integer.parseInt(value);
            if (count >= 1 && count <= Page.MOST) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw wrongCount();
        }
        throw wrongCount();
    }

    private static ProblemException wrongCount() {
        return refused(COUNT, "must be from 1 to " + Page.MOST, IssueType.VALUE);
    }

    private static void refuseOtherFormats(String format) {
        if (!JSON.contains(format.toLowerCase(Locale.ROOT))) {
            throw new ProblemException(Problem.of(CommonProblem.NOT_ACCEPTABLE)
                    .withDetail("Resources are given as JSON, " + FhirJson.MEDIA_TYPE + "."));
        }
    }

    private static void refusePersons(String name, List<String> values) {
        boolean ofAPerson = OF_A_PERSON.matcher(name).matches()
                || values.stream()
                        .flatMap(value -> Arrays.stream(value.split("[,|/]")))
                        .anyMatch(value -> NhsNumber.parse(value.strip()) instanceof NhsNumber.Parsed.Valid);
        if (ofAPerson) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST)
                    .withDetail("An identifier of a person must not stand in an address, which logs and histories keep."
                            + " Send the search as a POST to _search, with its parameters in the body. This"
                            + " request was not carried out.")
                    .with(OperationOutcomes.ISSUE, IssueType.SECURITY.toCode()));
        }
    }

    private static ProblemException refused(String name, String words, IssueType issue) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST)
                .withError("#query/" + name, words)
                .with(OperationOutcomes.ISSUE, issue.toCode()));
    }
}
