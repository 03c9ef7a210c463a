package org.folkmoot.mandate.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PowerStateTest {

    private static final LocalDate FROM = LocalDate.parse("2027-01-01");
    private static final LocalDate UNTIL = LocalDate.parse("2027-12-31");
    private static final LocalDate MIDDLE = LocalDate.parse("2027-06-01");

    @Test
    void a_power_is_void_from_the_moment_in_which_its_mandate_no_longer_counts() {
        assertThat(PowerState.of("granted", terms("500.00"), true, MIDDLE)).isEqualTo(PowerState.IN_FORCE);
        assertThat(PowerState.of("granted", terms("500.00"), false, MIDDLE)).isEqualTo(PowerState.VOID);
        assertThat(PowerState.of("suspended", terms("500.00"), false, MIDDLE)).isEqualTo(PowerState.VOID);
    }

    @Test
    void it_stands_as_its_newest_confirmed_version_and_the_day_say() {
        assertThat(PowerState.of(null, null, true, MIDDLE)).isEqualTo(PowerState.PROPOSED);
        assertThat(PowerState.of("granted", terms("500.00"), true, FROM.minusDays(1)))
                .isEqualTo(PowerState.AHEAD);
        assertThat(PowerState.of("extended", terms("500.00"), true, UNTIL)).isEqualTo(PowerState.IN_FORCE);
        assertThat(PowerState.of("granted", terms("500.00"), true, UNTIL.plusDays(1)))
                .isEqualTo(PowerState.EXPIRED);
        assertThat(PowerState.of("suspended", terms("500.00"), true, MIDDLE)).isEqualTo(PowerState.SUSPENDED);
        assertThat(PowerState.of("revoked", terms("500.00"), false, MIDDLE)).isEqualTo(PowerState.REVOKED);
    }

    @Test
    void what_is_narrowed_goes_nowhere_further() {
        assertThat(terms("499.99").isWithin(terms("500.00"))).isTrue();
        assertThat(terms("500.01").isWithin(terms("500.00"))).isFalse();
        assertThat(terms(null).isWithin(terms("500.00")))
                .as("no limit is further than any")
                .isFalse();
        assertThat(terms("500.00").isWithin(terms(null))).isTrue();
    }

    @Test
    void what_is_narrowed_goes_to_nobody_else_and_is_about_nothing_else() {
        assertThat(terms("Local enhanced services", "lmc-executive").isWithin(terms("500.00")))
                .isFalse();
        assertThat(terms("Contracts", "executive-manager").isWithin(terms("500.00")))
                .isFalse();
        assertThat(terms("Local enhanced services", "executive-manager").isWithin(terms("500.00")))
                .isTrue();
    }

    @Test
    void what_is_narrowed_is_not_reviewed_later() {
        assertThat(reviewed(MIDDLE).isWithin(reviewed(UNTIL))).isTrue();
        assertThat(reviewed(UNTIL).isWithin(reviewed(MIDDLE))).isFalse();
    }

    @Test
    void what_is_narrowed_allows_no_more_in_all() {
        assertThat(limited("900.00").isWithin(limited("1000.00"))).isTrue();
        assertThat(limited("1000.01").isWithin(limited("1000.00"))).isFalse();
        assertThat(limited(null).isWithin(limited("1000.00"))).isFalse();
        assertThat(limited("1000.00").isWithin(limited(null))).isTrue();
    }

    private static PowerTerms.Limit limited(@Nullable String total) {
        return new PowerTerms.Limit("500.00", total, null, null);
    }

    private static PowerTerms reviewed(LocalDate review) {
        PowerTerms usual = terms("500.00");
        return new PowerTerms(
                usual.subject(),
                usual.mayDecide(),
                usual.limit(),
                usual.holder(),
                usual.from(),
                usual.until(),
                review,
                usual.reserved());
    }

    private static PowerTerms terms(String subject, String holder) {
        PowerTerms usual = terms("500.00");
        return new PowerTerms(
                subject,
                usual.mayDecide(),
                usual.limit(),
                holder,
                usual.from(),
                usual.until(),
                usual.review(),
                usual.reserved());
    }

    private static PowerTerms terms(@Nullable String money) {
        return new PowerTerms(
                "Local enhanced services",
                "Terms below the limit",
                new PowerTerms.Limit(money, null, null, null),
                "executive-manager",
                FROM,
                UNTIL,
                UNTIL,
                List.of("contracts"));
    }
}
