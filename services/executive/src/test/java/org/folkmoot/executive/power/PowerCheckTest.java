package org.folkmoot.executive.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.nhs.LondonTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PowerCheckTest {

    private static final UUID GROUP = new UUID(1, 1);
    private static final LocalDate FROM = LocalDate.parse("2027-01-01");
    private static final LocalDate UNTIL = LocalDate.parse("2027-12-31");
    private static final Instant GRANTED = Instant.parse("2026-12-20T10:00:00Z");
    private static final Instant NOW = Instant.parse("2027-06-01T10:00:00Z");
    private static final Freshness FRESH = new Freshness(NOW, null);
    private static final PowerTerms.Limit NO_LIMIT = new PowerTerms.Limit(null, null, null, null);

    @Test
    void what_a_power_in_force_covers_meets_every_condition() {
        assertThat(unmet(power(limit("500.00", "800.00", 6, 3)), asked("500.00", 6)))
                .isEmpty();
    }

    @Test
    void every_condition_that_is_not_met_is_named_and_not_only_the_first() {
        // Given
        var asked = new PowerCheck.Asked(
                new UUID(9, 9),
                "Premises",
                List.of("changes  of CONTRACT", "contract variations"),
                new BigDecimal("500.01"),
                7,
                "somebody",
                Set.of("lmc-executive"));
        var uses = List.of(use("2027-02-01T10:00:00Z", "1300.00"), use("2027-03-01T10:00:00Z", "0.50"));
        var stale = new Freshness(NOW, "News of powers has not been taken in yet.");

        // When
        List<Unmet> unmet = PowerCheck.unmet(power(limit("500.00", "1800.00", 6, 2)), asked, uses, stale, NOW);

        // Then
        assertThat(unmet.stream().map(Unmet::condition))
                .containsExactlyInAnyOrder(
                        Condition.POWER_DATA_FRESH,
                        Condition.POWER_OF_THE_GROUP,
                        Condition.HOLDER,
                        Condition.SUBJECT_COVERED,
                        Condition.MATTER_NOT_RESERVED,
                        Condition.MATTER_NOT_EXCLUDED,
                        Condition.MONEY_WITHIN_LIMIT,
                        Condition.MONEY_LEFT,
                        Condition.MONTHS_WITHIN_LIMIT,
                        Condition.NUMBER_LEFT);
        assertThat(unmet.stream().map(Unmet::explanation))
                .contains("Of £1,800 for all decisions, £499.50 is left.")
                .allSatisfy(explanation -> assertThat(explanation).endsWith("."));
    }

    @Test
    void a_limit_is_reached_to_the_penny() {
        KnownPower power = power(limit(null, "100.00", null, null));
        List<PowerCheck.Use> uses = List.of(use("2027-02-01T10:00:00Z", "59.99"));
        assertThat(conditions(power, asked("40.01", null), uses)).isEmpty();
        assertThat(conditions(power, asked("40.02", null), uses)).containsExactly(Condition.MONEY_LEFT);
    }

    @Test
    void what_a_power_limits_and_a_decision_does_not_say_is_not_within_the_limit() {
        assertThat(conditions(power(limit("500.00", null, 6, null)), asked(null, null), List.of()))
                .containsExactly(Condition.MONEY_WITHIN_LIMIT, Condition.MONTHS_WITHIN_LIMIT);
        assertThat(conditions(power(NO_LIMIT), asked(null, null), List.of())).isEmpty();
    }

    @Test
    void a_person_holds_a_power_by_name_or_by_role() {
        var byName = new PowerCheck.Asked(
                GROUP, "Local enhanced services", List.of(), null, null, "executive-manager", Set.of());
        assertThat(unmet(power(NO_LIMIT), byName)).isEmpty();
    }

    @Test
    void an_unknown_power_covers_nothing() {
        assertThat(PowerCheck.unmet(null, asked(null, null), List.of(), FRESH, NOW).stream()
                        .map(Unmet::condition))
                .containsExactly(Condition.POWER_KNOWN);
    }

    @Test
    void a_power_stands_from_the_first_moment_of_its_first_day_to_the_last_of_its_last() {
        KnownPower power = power(NO_LIMIT);
        assertThat(at(power, LondonTime.startOf(FROM).minusNanos(1)))
                .containsExactly(Condition.POWER_BEGUN, Condition.MANDATE_BEGUN);
        assertThat(at(power, LondonTime.startOf(FROM))).isEmpty();
        assertThat(at(power, LondonTime.endOf(UNTIL).minusNanos(1))).isEmpty();
        assertThat(at(power, LondonTime.endOf(UNTIL)))
                .containsExactly(Condition.POWER_NOT_EXPIRED, Condition.MANDATE_NOT_LAPSED);
        assertThat(at(power, GRANTED.minusNanos(1))).contains(Condition.POWER_BEGUN);
    }

    @Test
    void a_power_is_void_from_the_instant_in_which_its_mandate_lapsed() {
        Instant lapsed = Instant.parse("2027-05-01T09:30:00Z");
        KnownPower power = new KnownPower(
                new UUID(2, 2), GROUP, new UUID(3, 3), mandate(lapsed), List.of(version(1, "granted", GRANTED)));
        assertThat(at(power, lapsed.minusNanos(1))).isEmpty();
        assertThat(at(power, lapsed)).containsExactly(Condition.MANDATE_NOT_LAPSED);
    }

    @Test
    void a_mandate_that_is_not_known_carries_nothing() {
        KnownPower power =
                new KnownPower(new UUID(2, 2), GROUP, new UUID(3, 3), null, List.of(version(1, "granted", GRANTED)));
        assertThat(at(power, NOW)).containsExactly(Condition.MANDATE_KNOWN);
    }

    @Test
    void the_order_in_which_versions_are_heard_makes_no_difference() {
        // Given
        Instant suspended = Instant.parse("2027-03-01T10:00:00Z");
        Instant resumed = Instant.parse("2027-04-01T10:00:00Z");
        Instant revoked = Instant.parse("2027-05-01T10:00:00Z");
        var versions = new ArrayList<>(List.of(
                version(1, "granted", GRANTED),
                version(3, "suspended", suspended),
                version(4, "resumed", resumed),
                version(6, "revoked", revoked)));
        var random = new Random(7);
        for (int round = 0; round < 24; round++) {
            Collections.shuffle(versions, random);

            // When
            KnownPower power = new KnownPower(new UUID(2, 2), GROUP, new UUID(3, 3), mandate(null), versions);

            // Then
            assertThat(at(power, suspended.minusNanos(1))).isEmpty();
            assertThat(at(power, suspended)).containsExactly(Condition.POWER_NOT_SUSPENDED);
            assertThat(at(power, resumed.minusNanos(1))).containsExactly(Condition.POWER_NOT_SUSPENDED);
            assertThat(at(power, resumed)).isEmpty();
            assertThat(at(power, revoked)).containsExactly(Condition.POWER_NOT_REVOKED);
        }
    }

    @Test
    void a_decision_that_was_void_has_used_nothing() {
        // Given
        Instant suspended = Instant.parse("2027-03-01T10:00:00Z");
        KnownPower power = new KnownPower(
                new UUID(2, 2),
                GROUP,
                new UUID(3, 3),
                mandate(null),
                List.of(
                        version(1, "granted", GRANTED),
                        version(2, "suspended", suspended),
                        version(3, "resumed", suspended.plus(Duration.ofDays(1)))));

        // When
        PowerCheck.Used used = PowerCheck.Used.of(
                power,
                List.of(use("2027-02-01T10:00:00Z", "10.00"), new PowerCheck.Use(suspended, new BigDecimal("5.00"))));

        // Then
        assertThat(used).isEqualTo(new PowerCheck.Used(1, new BigDecimal("10.00")));
        assertThat(used.and(new BigDecimal("2.50"))).isEqualTo(new PowerCheck.Used(2, new BigDecimal("12.50")));
    }

    private static List<Condition> at(KnownPower power, Instant moment) {
        return power.unmet(moment).stream().map(Unmet::condition).toList();
    }

    private static List<Unmet> unmet(KnownPower power, PowerCheck.Asked asked) {
        return PowerCheck.unmet(power, asked, List.of(), FRESH, NOW);
    }

    private static List<Condition> conditions(KnownPower power, PowerCheck.Asked asked, List<PowerCheck.Use> uses) {
        return PowerCheck.unmet(power, asked, uses, FRESH, NOW).stream()
                .map(Unmet::condition)
                .toList();
    }

    private static KnownPower power(PowerTerms.Limit limit) {
        return new KnownPower(
                new UUID(2, 2),
                GROUP,
                new UUID(3, 3),
                mandate(null),
                List.of(new KnownPower.Version(1, "granted", terms(limit), GRANTED)));
    }

    private static KnownPower.KnownMandate mandate(@Nullable Instant lapsed) {
        return new KnownPower.KnownMandate(List.of("Contract variations"), FROM, UNTIL, lapsed);
    }

    private static KnownPower.Version version(int number, String change, Instant said) {
        return new KnownPower.Version(number, change, terms(NO_LIMIT), said);
    }

    private static PowerTerms terms(PowerTerms.Limit limit) {
        return new PowerTerms(
                "Local enhanced services", limit, "executive-manager", FROM, UNTIL, List.of("Changes of contract"));
    }

    private static PowerTerms.Limit limit(
            @Nullable String money, @Nullable String total, @Nullable Integer months, @Nullable Integer number) {
        return new PowerTerms.Limit(amount(money), amount(total), months, number);
    }

    private static PowerCheck.Asked asked(@Nullable String money, @Nullable Integer months) {
        return new PowerCheck.Asked(
                GROUP,
                "local enhanced  services",
                List.of(),
                amount(money),
                months,
                "somebody",
                Set.of("executive-manager"));
    }

    private static PowerCheck.Use use(String at, String money) {
        return new PowerCheck.Use(Instant.parse(at), new BigDecimal(money));
    }

    private static @Nullable BigDecimal amount(@Nullable String money) {
        return money == null ? null : new BigDecimal(money);
    }
}
