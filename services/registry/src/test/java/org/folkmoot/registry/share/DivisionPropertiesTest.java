package org.folkmoot.registry.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.folkmoot.registry.share.Division.Divided;

/** What is true of every division. */
class DivisionPropertiesTest {

    private static final long MOST = 100_000_000_000_000L;

    /** Practices with weights of up to six decimals, some of them equal, some nothing, one of them something. */
    private static List<Claim> draw(long seed) {
        var random = new Random(seed);
        var claims = new ArrayList<Claim>();
        claims.add(new Claim("P0", new BigDecimal(1 + random.nextInt(100_000))));
        for (int i = 1; i < 1 + random.nextInt(60); i++) {
            BigDecimal weight = switch (random.nextInt(4)) {
                case 0 -> BigDecimal.ZERO;
                case 1 -> claims.get(random.nextInt(i)).weight();
                case 2 -> new BigDecimal(random.nextInt(100_000));
                default -> BigDecimal.valueOf(random.nextLong(100_000_000_000L), random.nextInt(7));
            };
            claims.add(new Claim("P" + i, weight));
        }
        return claims;
    }

    private static Divided divide(long pence, List<Claim> claims) {
        return (Divided) Division.of(pence, claims);
    }

    @Property
    void nothing_is_lost(@ForAll @LongRange(min = 1, max = MOST) long pence, @ForAll long seed) {
        assertThat(divide(pence, draw(seed)).portions().stream()
                        .mapToLong(Portion::pence)
                        .sum())
                .isEqualTo(pence);
    }

    @Property
    void nobody_is_a_penny_or_more_from_the_exact_share(
            @ForAll @LongRange(min = 1, max = MOST) long pence, @ForAll long seed) {
        // When
        Divided divided = divide(pence, draw(seed));

        // Then
        assertThat(divided.portions()).allSatisfy(portion -> {
            BigDecimal exact = portion.weight()
                    .multiply(BigDecimal.valueOf(pence))
                    .divide(divided.totalWeight(), 30, RoundingMode.HALF_EVEN);
            assertThat(exact.subtract(BigDecimal.valueOf(portion.pence())).abs())
                    .isLessThan(BigDecimal.ONE);
        });
    }

    @Property
    void whoever_weighs_more_never_gets_less(@ForAll @LongRange(min = 1, max = 10_000) long pence, @ForAll long seed) {
        // When
        List<Portion> portions = divide(pence, draw(seed)).portions();

        // Then
        for (Portion one : portions) {
            for (Portion other : portions) {
                if (one.weight().compareTo(other.weight()) > 0) {
                    assertThat(one.pence()).isGreaterThanOrEqualTo(other.pence());
                }
            }
        }
    }

    @Property
    void whoever_weighs_nothing_gets_nothing(@ForAll @LongRange(min = 1, max = MOST) long pence, @ForAll long seed) {
        assertThat(divide(pence, draw(seed)).portions())
                .filteredOn(portion -> portion.weight().signum() == 0)
                .allSatisfy(portion -> assertThat(portion.pence()).isZero());
    }

    @Property
    void equal_weights_differ_by_a_penny_at_most_and_the_first_codes_have_it(
            @ForAll @LongRange(min = 1, max = MOST) long pence, @ForAll long seed) {
        // When
        List<Portion> portions = divide(pence, draw(seed)).portions();

        // Then
        for (int i = 0; i < portions.size(); i++) {
            for (Portion later : portions.subList(i + 1, portions.size())) {
                if (portions.get(i).weight().compareTo(later.weight()) == 0) {
                    assertThat(portions.get(i).pence() - later.pence()).isBetween(0L, 1L);
                }
            }
        }
    }

    @Property
    void the_order_does_not_matter(@ForAll @LongRange(min = 1, max = MOST) long pence, @ForAll long seed) {
        // Given
        List<Claim> claims = draw(seed);
        var shuffled = new ArrayList<>(claims);
        Collections.shuffle(shuffled, new Random(~seed));

        // When, Then
        assertThat(Division.of(pence, shuffled)).isEqualTo(Division.of(pence, claims));
    }

    @Property
    void only_proportions_matter(
            @ForAll @LongRange(min = 1, max = MOST) long pence,
            @ForAll long seed,
            @ForAll @LongRange(min = 1, max = 1_000_000) long factor) {
        // Given
        List<Claim> claims = draw(seed);
        List<Claim> larger = claims.stream()
                .map(claim -> new Claim(claim.practice(), claim.weight().multiply(BigDecimal.valueOf(factor))))
                .toList();

        // When, Then
        assertThat(divide(pence, larger).portions())
                .extracting(Portion::practice, Portion::pence, Portion::leftOver, Portion::extraPenny)
                .containsExactlyElementsOf(divide(pence, claims).portions().stream()
                        .map(portion ->
                                tuple(portion.practice(), portion.pence(), portion.leftOver(), portion.extraPenny()))
                        .toList());
    }
}
