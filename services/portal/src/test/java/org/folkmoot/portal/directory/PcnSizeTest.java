package org.folkmoot.portal.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcnSizeTest {

    @ParameterizedTest
    @CsvSource({"0,below", "29999,below", "30000,within", "50000,within", "50001,above"})
    void both_ends_of_what_is_expected_are_within_it(long patients, String place) {
        // When / Then
        assertThat(PcnSize.of(patients).place()).isEqualTo(place);
        assertThat(PcnSize.of(patients).sentence()).startsWithIgnoringCase(place);
    }
}
