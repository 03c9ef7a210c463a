package org.folkmoot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticatorTest {

    /** The examples of RFC 6238, appendix B, of which the last six digits are shown here. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "20000000000, 353130"})
    void it_shows_the_codes_of_the_standard(long second, String code) {
        var authenticator = new Authenticator("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");

        assertThat(authenticator.code(second / 30)).isEqualTo(code);
    }
}
