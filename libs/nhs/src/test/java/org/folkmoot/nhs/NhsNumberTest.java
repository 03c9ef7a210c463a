package org.folkmoot.nhs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.folkmoot.nhs.NhsNumber.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NhsNumberTest {

    @Test
    void published_test_numbers_check_or_fail_as_documented() throws IOException {
        // Given
        List<NamedCsvRecord> published = published();
        // When
        List<NamedCsvRecord> failing = published.stream()
                .filter(row -> NhsNumber.parse(row.getField("nhs_number")) instanceof Parsed.CheckFailed)
                .toList();
        // Then
        assertThat(published).hasSize(81);
        assertThat(failing)
                .hasSize(9)
                .allMatch(row -> row.getField("modulus_11").equals("invalid"));
        assertThat(published)
                .filteredOn(row -> row.getField("modulus_11").equals("valid"))
                .hasSize(72)
                .allMatch(row -> NhsNumber.parse(row.getField("nhs_number")) instanceof Parsed.Valid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9434765919", "943 476 5919", "943-476-5919"})
    void a_number_is_read_as_printed_or_in_one_piece(String text) {
        assertThat(NhsNumber.parse(text)).isEqualTo(new Parsed.Valid(new NhsNumber("9434765919")));
        assertThat(NhsNumber.of(text).display()).isEqualTo("943 476 5919");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "943476591",
                "94347659190",
                "943 4765919",
                "943 476-5919",
                "94 347 65919",
                " 9434765919",
                "9434765919\n",
                "943  476 5919",
                "943476591X",
                "٩٤٣٤٧٦٥٩١٩",
                "９４３４７６５９１９"
            })
    void anything_that_is_not_ten_digits_is_malformed(String text) {
        assertThat(NhsNumber.parse(text)).isEqualTo(new Parsed.Malformed());
    }

    @Test
    void a_remainder_that_leaves_no_digit_never_checks() {
        // 100 000 001 leaves the check value 10.
        for (int last = 0; last <= 9; last++) {
            assertThat(NhsNumber.parse("100000001" + last)).isEqualTo(new Parsed.CheckFailed());
        }
    }

    @Test
    void a_number_never_shows_itself_unasked() {
        // Given
        var number = NhsNumber.of("9434765919");
        // Then
        assertThat(number.toString()).isEqualTo("NhsNumber[withheld]");
        assertThat(NhsNumber.parse("9434765919").toString())
                .doesNotContain("943")
                .doesNotContain("5919");
        assertThat(List.of(number).toString()).doesNotContainPattern("[0-9]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9434765918", "943476591", "a patient's name"})
    void a_refusal_does_not_repeat_what_it_was_given(String text) {
        assertThatThrownBy(() -> NhsNumber.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain(text);
        assertThatThrownBy(() -> new NhsNumber(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain(text);
    }

    @Test
    void numbers_for_tests_are_told_from_patients() {
        assertThat(NhsNumber.of("9990003343").isTestNumber()).isTrue();
        assertThat(NhsNumber.of("9434765919").isTestNumber()).isFalse();
    }

    @Test
    void in_json_a_number_is_its_ten_digits() throws JsonProcessingException {
        var json = new ObjectMapper();
        assertThat(json.writeValueAsString(NhsNumber.of("943 476 5919"))).isEqualTo("\"9434765919\"");
        assertThat(json.readValue("\"943 476 5919\"", NhsNumber.class)).isEqualTo(NhsNumber.of("9434765919"));
        assertThatThrownBy(() -> json.readValue("\"9434765918\"", NhsNumber.class))
                .isInstanceOf(JsonProcessingException.class)
                .message()
                .doesNotContain("9434765918");
    }

    @Property
    void one_wrong_digit_is_always_noticed(
            @ForAll("numbers") NhsNumber number,
            @ForAll @IntRange(max = 9) int position,
            @ForAll @IntRange(min = 1, max = 9) int change) {
        // Given
        var digits = new StringBuilder(number.digits());
        int wrong = (digits.charAt(position) - '0' + change) % 10;
        // When
        digits.setCharAt(position, (char) ('0' + wrong));
        // Then
        assertThat(NhsNumber.parse(digits.toString())).isEqualTo(new Parsed.CheckFailed());
    }

    @Property
    void two_different_digits_that_change_places_are_always_noticed(
            @ForAll("numbers") NhsNumber number,
            @ForAll @IntRange(max = 9) int one,
            @ForAll @IntRange(max = 9) int other) {
        // Given
        var digits = new StringBuilder(number.digits());
        char first = digits.charAt(one);
        char second = digits.charAt(other);
        // When
        digits.setCharAt(one, second);
        digits.setCharAt(other, first);
        // Then
        assertThat(NhsNumber.parse(digits.toString()) instanceof Parsed.Valid).isEqualTo(first == second);
    }

    @Property
    void what_is_displayed_reads_back(@ForAll("numbers") NhsNumber number) {
        assertThat(NhsNumber.of(number.display())).isEqualTo(number);
        assertThat(number.display()).matches("[0-9]{3} [0-9]{3} [0-9]{4}");
    }

    @Provide
    Arbitrary<NhsNumber> numbers() {
        return Arbitraries.strings()
                .numeric()
                .ofLength(9)
                .map(nine -> IntStream.rangeClosed(0, 9)
                        .mapToObj(check -> NhsNumber.parse(nine + check))
                        .filter(Parsed.Valid.class::isInstance)
                        .findFirst())
                .filter(Optional::isPresent)
                .map(found -> ((Parsed.Valid) found.orElseThrow()).number());
    }

    private static List<NamedCsvRecord> published() throws IOException {
        try (InputStream file =
                        Objects.requireNonNull(NhsNumberTest.class.getResourceAsStream("published-test-numbers.csv"));
                var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        }
    }
}
