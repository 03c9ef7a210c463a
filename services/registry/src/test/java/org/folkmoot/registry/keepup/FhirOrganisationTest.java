package org.folkmoot.registry.keepup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.folkmoot.registry.odsfile.ChangesFile;
import org.folkmoot.registry.odsfile.ChangesFile.Change;
import org.folkmoot.registry.odsfile.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FhirOrganisationTest {

    private static final LocalDate DAY = LocalDate.of(2025, 12, 9);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void the_recorded_organisation_is_a_practice() throws Exception {
        Change change = read(OdsServer.organisation("Y01234", "TEST MEDICAL CENTRE", true))
                .change();
        assertThat(change)
                .isEqualTo(new Change(
                        "Y01234",
                        "TEST MEDICAL CENTRE",
                        "open",
                        "RO177",
                        "RO76",
                        "19740401",
                        "",
                        List.of("123 TEST STREET", "TEST CITY", "TEST DISTRICT"),
                        "TE1 2ST",
                        "01252 723326"));
        assertThat(ChangesFile.refused(DAY, List.of(change))).isEmpty();
    }

    @Test
    void a_text_where_a_truth_value_belongs_is_not_guessed_at() throws Exception {
        Change change = read(OdsServer.recordedOrganisation()).change();
        assertThat(change.status()).isEqualTo("yes");
        assertThat(ChangesFile.refused(DAY, List.of(change))).isEqualTo(Map.of(0, Reason.UNKNOWN_STATUS));
    }

    @Test
    void one_that_has_closed_is_what_it_was() throws Exception {
        Change change = read(OdsServer.organisation("Y01234", "X", false)
                        .replace("\"valueBoolean\": true", "\"valueBoolean\": false")
                        .replace("\"start\": \"1974-04-01\"", "\"start\": \"1974-04-01\", \"end\": \"2025-11-30\""))
                .change();
        assertThat(change.status()).isEqualTo("closed");
        assertThat(change.roles()).isEqualTo("RO76");
        assertThat(change.closed()).isEqualTo("20251130");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"value\": \"Y01234\"','\"value\": \"Y0!\"', INVALID_CODE",
        "'\"start\": \"1974-04-01\"','\"start\": \"1974\"', INVALID_DATE",
        "'\"start\": \"1974-04-01\"','\"start\": \"1974-02-30\"', INVALID_DATE",
        "'\"name\": \"TEST MEDICAL CENTRE\"','\"alias\": \"T\"', MISSING_VALUE",
        "'\"code\": \"RO76\"','\"code\": \"seventy-six\"', UNKNOWN_SETTING"
    })
    void what_is_wrong_with_one_is_told_in_the_words_of_files(String part, String wrong, Reason reason)
            throws Exception {
        String organisation = OdsServer.organisation("Y01234", "TEST MEDICAL CENTRE", true);
        assertThat(organisation).contains(part);
        Change change = read(organisation.replace(part, wrong)).change();
        assertThat(ChangesFile.refused(DAY, List.of(change))).isEqualTo(Map.of(0, reason));
    }

    @Test
    void a_code_has_no_letter_that_no_database_keeps() throws Exception {
        String organisation = OdsServer.organisation("Y01234", "TEST MEDICAL CENTRE", true)
                .replace("\"value\": \"Y01234\"", "\"value\": \"Y\\u00001234\"");
        assertThat(read(organisation).code()).isEqualTo("Y?1234");
    }

    @Test
    void one_of_another_kind_is_elsewhere_and_one_without_roles_is_nothing_known() throws Exception {
        assertThat(read(OdsServer.organisation("FX001", "A PHARMACY", true)
                                .replace("RO177", "RO182")
                                .replace("RO76", "RO300"))
                        .isElsewhere())
                .isTrue();
        JsonNode bundle = JSON.readTree(OdsServer.recorded("ftrs_Bundle-ServiceDetailsByOdsCode-Example.json"));
        var example = new FhirOrganisation(bundle.path("entry").path(0).path("resource"));
        assertThat(example.isElsewhere()).isFalse();
        assertThat(ChangesFile.refused(DAY, List.of(example.change()))).isEqualTo(Map.of(0, Reason.MISSING_VALUE));
        assertThat(new FhirOrganisation(bundle.path("entry").path(1).path("resource")).isOrganisation())
                .isFalse();
    }

    @Test
    void the_file_of_changes_is_one_line_for_each_whatever_stands_in_it() {
        var odd = new Change(
                "Y01234",
                "A \"B\", C\nD",
                "open",
                "RO177",
                "RO80|RO76",
                "",
                "",
                List.of("1", "2", "3", "4", "5", "6"),
                "",
                "");
        assertThat(new String(ChangesFile.of(DAY, List.of(odd)), StandardCharsets.UTF_8)
                        .lines()
                        .toList()
                        .getLast())
                .isEqualTo("\"2025-12-09\",\"Y01234\",\"A \"\"B\"\", C D\",\"open\",\"RO177\",\"RO80|RO76\",\"\",\"\","
                        + "\"1\",\"2\",\"3\",\"4\",\"5, 6\",\"\",\"\"");
        assertThat(ChangesFile.refused(DAY, List.of(odd, odd))).isEqualTo(Map.of(1, Reason.DUPLICATE));
    }

    private static FhirOrganisation read(String json) throws Exception {
        return new FhirOrganisation(JSON.readTree(json));
    }
}
