package org.folkmoot.registry.keepup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.List;
import org.folkmoot.registry.keepup.Runs.Unread;
import org.folkmoot.registry.odsfile.ChangesFile.Change;
import org.folkmoot.registry.odsfile.Reason;
import org.junit.jupiter.api.Test;

class GatheredTest {

    private static final LocalDate DAY = LocalDate.of(2025, 12, 9);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void each_organisation_is_held_once_as_the_newest_page_has_it() throws Exception {
        // Given
        var gathered = new Gathered(DAY, Gathered.MOST);
        String newer =
                OdsServer.organisation("Y01234", "NEWER", true).replace("\"versionId\": \"", "\"versionId\": \"9");

        // When
        gathered.add(List.of(read(newer), read(pharmacy("FX001"))));
        gathered.add(List.of(
                read(OdsServer.organisation("Y01234", "OLDER", true)),
                read(OdsServer.recordedOrganisation().replace("Y01234", "Y05678")),
                read("{\"resourceType\":\"OperationOutcome\"}")));

        // Then
        assertThat(gathered.good()).extracting(Change::name).containsExactly("NEWER");
        assertThat(gathered.elsewhere()).containsExactly("FX001");
        assertThat(gathered.unread()).extracting(Unread::code).containsExactly("?", "Y05678");
        assertThat(gathered.unread())
                .extracting(Unread::reason)
                .containsExactly(Reason.MISSING_VALUE, Reason.UNKNOWN_STATUS);
        assertThat(gathered.organisations()).isEqualTo(3);
        assertThat(gathered.tellsOf("FX001")).isTrue();
        assertThat(gathered.tellsOf("FX002")).isFalse();
    }

    @Test
    void of_those_that_are_elsewhere_the_bodies_are_not_held() throws Exception {
        // Given: a body alone is longer than what may be held
        var gathered = new Gathered(DAY, 3_000);
        String pharmacy = pharmacy("FX001").replace("TEST MEDICAL CENTRE", "A".repeat(3_000));

        // When
        for (int page = 0; page < 20; page++) {
            gathered.add(List.of(read(pharmacy)));
        }

        // Then
        assertThat(gathered.elsewhere()).containsExactly("FX001");
    }

    @Test
    void pages_that_together_are_more_than_can_be_held_are_a_fault() throws Exception {
        // Given
        var gathered = new Gathered(DAY, 1_000);
        gathered.add(List.of(read(OdsServer.organisation("Y00001", "A".repeat(100), true))));
        gathered.add(List.of(read(OdsServer.organisation("Y00001", "B".repeat(100), true))));
        gathered.add(List.of(read(OdsServer.organisation("Y00001", "C".repeat(100), true))));

        // Then
        assertThat(gathered.good()).extracting(Change::name).containsExactly("C".repeat(100));
        assertThatThrownBy(() -> gathered.add(List.of(
                        read(OdsServer.organisation("Y00002", "A".repeat(100), true)),
                        read(OdsServer.organisation("Y00003", "A".repeat(100), true)))))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining("More changed than can be taken at once");
    }

    @Test
    void what_cannot_be_read_counts_as_it_was_told() {
        var gathered = new Gathered(DAY, 3_000);
        assertThatThrownBy(() -> gathered.add(List.of(
                        read("{\"resourceType\":\"OperationOutcome\",\"text\":\"" + "A".repeat(3_000) + "\"}"))))
                .isInstanceOf(SourceFault.class);
    }

    private static String pharmacy(String code) {
        return OdsServer.organisation(code, "TEST MEDICAL CENTRE", true)
                .replace("RO177", "RO182")
                .replace("RO76", "RO300");
    }

    private static FhirOrganisation read(String json) throws Exception {
        return new FhirOrganisation(JSON.readTree(json));
    }
}
