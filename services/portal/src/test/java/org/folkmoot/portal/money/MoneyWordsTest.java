package org.folkmoot.portal.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "12|1200",
                "12.5|1250",
                "12.05|1205",
                "£1,234.50|123450",
                "-£50.50|-5050",
                "−3|-300",
                " 1,000,000 |100000000",
                "999999999999.99|99999999999999"
            })
    void an_amount_is_read_as_people_write_it(String text, long pence) {
        assertThat(MoneyWords.pence(text)).contains(pence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "-", "£", "soon", "1,50", "1,2345", "1.234", "1.", ".5", "1 000", "1e3", "9999999999999"
            })
    void what_could_be_two_amounts_or_none_is_none(String text) {
        assertThat(MoneyWords.pence(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 1250, -5050, 99_999_999_999_999L})
    void what_a_form_begins_with_is_read_as_the_same_amount(long pence) {
        assertThat(MoneyWords.pence(MoneyWords.entered(pence))).contains(pence);
    }
}
