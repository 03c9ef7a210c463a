package org.folkmoot.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLeftTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S,over",
        "PT-1S,over",
        "PT59S,less than a minute left",
        "PT1M,1 minute left",
        "PT119M59S,119 minutes left",
        "PT2H,2 hours left",
        "PT47H59M,47 hours left",
        "P2D,2 days left"
    })
    void it_never_says_more_than_there_is(Duration left, String words) {
        // When / Then
        assertThat(TimeLeft.words(Instant.EPOCH, Instant.EPOCH.plus(left))).isEqualTo(words);
    }
}
