package org.folkmoot.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FractionTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "11, 11",
        "007, 7",
        "2/3, 2/3",
        "4/6, 2/3",
        "6/3, 2",
        "0/5, 0",
        "2.5, 5/2",
        "2.000000, 2",
        "0.333, 333/1000",
        "123456789012345678901234567890, 123456789012345678901234567890"
    })
    void a_number_is_read_exactly_and_written_in_one_way(String text, String written) {
        assertThat(Fraction.parse(text)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " 1", "1 ", "+1", "1e3", ".5", "5.", "1/", "/2", "1/2/3", "1.2.3", "1/2.5", "½", "٣", "0x1"})
    void what_is_no_number_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fraction.parse(text))
                .withMessageContaining("no integer");
    }

    @ParameterizedTest
    @CsvSource({"-100, negative", "-, no integer", "3/0, zero"})
    void what_counts_no_votes_is_refused_with_the_reason(String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fraction.parse(text))
                .withMessageContaining(reason);
    }

    @org.junit.jupiter.api.Test
    void a_number_longer_than_any_weight_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fraction.parse("1".repeat(101)));
        assertThat(Fraction.parse("1".repeat(100)).numerator()).isEqualTo(new BigInteger("1".repeat(100)));
    }

    @Property
    void a_sum_of_many_is_the_sum_of_two_and_two(
            @ForAll @Size(max = 20) long[] numerators, @ForAll @IntRange(min = 1, max = 12) int denominators) {
        // Given
        Sum sum = new Sum();
        Fraction stepwise = Fraction.ZERO;
        // When
        for (int index = 0; index < numerators.length; index++) {
            Fraction next = Fraction.of(numerators[index] & Long.MAX_VALUE, 1 + index % denominators);
            sum.add(next);
            stepwise = stepwise.plus(next);
        }
        // Then
        assertThat(sum.total()).isEqualTo(stepwise);
    }

    @Property
    void order_is_that_of_cross_products(
            @ForAll @LongRange(min = 0, max = 1_000) long a,
            @ForAll @LongRange(min = 1, max = 1_000) long b,
            @ForAll @LongRange(min = 0, max = 1_000) long c,
            @ForAll @LongRange(min = 1, max = 1_000) long d) {
        assertThat(Integer.signum(Fraction.of(a, b).compareTo(Fraction.of(c, d))))
                .isEqualTo(Long.signum(a * d - c * b));
    }
}
