package org.folkmoot.registry.keepup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.registry.odsfile.ChangesFile;
import org.folkmoot.registry.odsfile.ChangesFile.Change;

/**
 * An Organization as the API tells it, after the profile England-Organization-ODS. It is turned into a row of the file of
 * changes as it stands: whether that row is a good one is for the rules of files to say. So {@code "active": "yes"}, a text
 * where a truth value belongs, is a state that nobody knows, and not a guess.
 */
record FhirOrganisation(JsonNode resource) {

    private static final String CODES = "https://fhir.nhs.uk/Id/ods-organization-code";
    private static final String ROLE = "Extension-England-OrganisationRole";
    private static final String PERIOD = "Extension-England-TypedPeriod";
    private static final List<String> PERIODS = List.of("Operational", "Legal");
    private static final int LONGEST_CODE = 64;

    /** A role that it has or had. */
    private record Role(String code, boolean active, boolean primary, JsonNode extension) {}

    boolean isOrganisation() {
        return resource.path("resourceType").asText().equals("Organization");
    }

    /** By which it is called; empty when it has no code at all. */
    String code() {
        String code = stream(resource.path("identifier"))
                .filter(each -> each.path("system").asText().equals(CODES))
                .map(each -> each.path("value").asText())
                .findFirst()
                .orElseGet(() -> resource.path("id").asText());
        // No database keeps that letter, and what has it is no code.
        String plain = code.strip().replace('\0', '?');
        return plain.length() > LONGEST_CODE ? plain.substring(0, LONGEST_CODE) : plain;
    }

    /** Of two that tell of one organisation the newer is later. */
    record Age(String lastUpdated, long version) implements Comparable<Age> {

        @Override
        public int compareTo(Age other) {
            return Comparator.comparing(Age::lastUpdated)
                    .thenComparing(Age::version)
                    .compare(this, other);
        }
    }

    Age age() {
        JsonNode meta = resource.path("meta");
        return new Age(
                meta.path("lastUpdated").asText(), number(meta.path("versionId").asText()));
    }

    /** Whether it says by its roles that it is none of those that the directory keeps. */
    boolean isElsewhere() {
        List<Role> roles = roles();
        return !roles.isEmpty() && roles.stream().noneMatch(role -> ChangesFile.isOfTheDirectory(role.code()));
    }

    Change change() {
        List<Role> roles = roles();
        Optional<Role> primary = roles.stream()
                .filter(Role::primary)
                .filter(role -> ChangesFile.isOfTheDirectory(role.code()))
                .findFirst()
                .or(() -> roles.stream()
                        .filter(role -> ChangesFile.isOfTheDirectory(role.code()))
                        .findFirst());
        String status = status();
        JsonNode address = resource.path("address").path(0);
        return new Change(
                code(),
                text(resource.path("name")),
                status,
                primary.map(Role::code).orElse(""),
                others(roles, primary, status),
                date(primary, "start"),
                status.equals("open") ? "" : date(primary, "end"),
                lines(address),
                text(address.path("postalCode")),
                stream(resource.path("telecom"))
                        .filter(each -> each.path("system").asText().equals("phone"))
                        .map(each -> text(each.path("value")))
                        .findFirst()
                        .orElse(""));
    }

    private String status() {
        JsonNode active = resource.path("active");
        if (active.isBoolean()) {
            return active.booleanValue() ? "open" : "closed";
        }
        return text(active);
    }

    /** An organisation that has closed has no role any more: then those that it had say what it was. */
    private static String others(List<Role> roles, Optional<Role> primary, String status) {
        List<Role> others = roles.stream()
                .filter(role ->
                        primary.isEmpty() || !role.code().equals(primary.get().code()))
                .toList();
        boolean any = others.stream().anyMatch(Role::active);
        return others.stream()
                .filter(role -> role.active() || (!any && !status.equals("open")))
                .map(Role::code)
                .distinct()
                .collect(Collectors.joining("|"));
    }

    private List<Role> roles() {
        return extensions(resource, ROLE)
                .map(extension -> new Role(
                        part(extension, "roleCode")
                                .path("valueCodeableConcept")
                                .path("coding")
                                .path(0)
                                .path("code")
                                .asText(),
                        part(extension, "active").path("valueBoolean").asBoolean(false),
                        part(extension, "primaryRole").path("valueBoolean").asBoolean(false),
                        extension))
                .filter(role -> !role.code().isEmpty())
                .toList();
    }

    /** Of the organisation, else of its primary role; the time that it operates counts before the time that law knows it. */
    private String date(Optional<Role> primary, String end) {
        Stream<JsonNode> told = Stream.concat(Stream.of(resource), primary.map(Role::extension).stream());
        return told.flatMap(each -> PERIODS.stream().flatMap(kind -> period(each, kind)))
                .map(period -> text(period.path(end)))
                .filter(date -> !date.isEmpty())
                .findFirst()
                .map(FhirOrganisation::compact)
                .orElse("");
    }

    private static Stream<JsonNode> period(JsonNode of, String kind) {
        return extensions(of, PERIOD)
                .filter(each -> part(each, "dateType")
                        .path("valueCoding")
                        .path("code")
                        .asText()
                        .equals(kind))
                .map(each -> part(each, "period").path("valuePeriod"));
    }

    /** A date of the day; anything else stays what it is, for the rules of files to refuse. */
    private static String compact(String date) {
        return date.matches("\\d{4}-\\d\\d-\\d\\d") ? date.replace("-", "") : date;
    }

    /** The API writes a single line as a text and not as a list of one. */
    private static List<String> lines(JsonNode address) {
        JsonNode line = address.path("line");
        var lines = new ArrayList<String>();
        (line.isTextual() ? Stream.of(line) : stream(line))
                .map(FhirOrganisation::text)
                .forEach(lines::add);
        lines.add(text(address.path("city")));
        lines.add(text(address.path("district")));
        lines.removeIf(String::isEmpty);
        return lines;
    }

    private static Stream<JsonNode> extensions(JsonNode of, String name) {
        return stream(of.path("extension"))
                .filter(each -> each.path("url").asText().endsWith("/" + name));
    }

    private static JsonNode part(JsonNode extension, String name) {
        return stream(extension.path("extension"))
                .filter(each -> each.path("url").asText().equals(name))
                .findFirst()
                .orElse(extension.path("none"));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.isArray() ? array.valueStream() : Stream.empty();
    }

    /** Texts as they are; numbers and the like by their letters; objects and lists as what they are, to be refused. */
    private static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull()
                ? ""
                : value.isValueNode() ? value.asText().strip() : value.toString();
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
