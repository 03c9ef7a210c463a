package org.folkmoot.executive.power;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a power covers a decision at a moment. Pure and exact: amounts are decimal, days are London's, and every condition
 * that is not met is named, not only the first.
 */
public final class PowerCheck {

    private PowerCheck() {}

    /**
     * What shall be decided, by whom.
     *
     * @param group for which is decided
     * @param subject what it is about
     * @param matters what it touches besides
     * @param money what it costs, in pounds; null if that was not said
     * @param months for how long it binds; null if that was not said
     * @param person who decides
     * @param roles what they may do
     */
    public record Asked(
            UUID group,
            String subject,
            List<String> matters,
            @Nullable BigDecimal money,
            @Nullable Integer months,
            String person,
            Set<String> roles) {}

    /**
     * A decision that was taken under the power.
     *
     * @param at when
     * @param money what it cost, if it said so
     */
    public record Use(Instant at, @Nullable BigDecimal money) {}

    /** What is used of a power: decisions that were taken while it stood. One that was void has used nothing. */
    public record Used(int decisions, BigDecimal money) {

        /** All of these uses that count. */
        public static Used of(KnownPower power, List<Use> uses) {
            List<Use> counting =
                    uses.stream().filter(use -> power.unmet(use.at()).isEmpty()).toList();
            return new Used(
                    counting.size(),
                    counting.stream()
                            .flatMap(use -> Optional.ofNullable(use.money()).stream())
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
        }

        /** With one decision more. */
        public Used and(@Nullable BigDecimal more) {
            return new Used(decisions + 1, more == null ? money : money.add(more));
        }
    }

    /** Every condition that is not met; none if the power covers the decision. */
    public static List<Unmet> unmet(
            @Nullable KnownPower power, Asked asked, List<Use> uses, Freshness freshness, Instant moment) {
        var unmet = new ArrayList<Unmet>();
        if (freshness.gap() != null) {
            unmet.add(new Unmet(Condition.POWER_DATA_FRESH, freshness.gap()));
        }
        if (power == null) {
            unmet.add(new Unmet(Condition.POWER_KNOWN, "No such power is known here."));
            return unmet;
        }
        if (!power.group().equals(asked.group())) {
            unmet.add(new Unmet(Condition.POWER_OF_THE_GROUP, "Another group granted this power."));
        }
        unmet.addAll(power.unmet(moment));
        if (power.mandate() != null) {
            addWithheld(
                    power.mandate().exclusions(), asked, Condition.MATTER_NOT_EXCLUDED, "The mandate excludes", unmet);
        }
        power.at(moment).ifPresent(version -> addOfTerms(version.terms(), asked, Used.of(power, uses), unmet));
        return unmet;
    }

    private static void addOfTerms(PowerTerms terms, Asked asked, Used used, List<Unmet> unmet) {
        if (!asked.roles().contains(terms.holder()) && !asked.person().equals(terms.holder())) {
            unmet.add(new Unmet(Condition.HOLDER, "The power is held by " + terms.holder() + "."));
        }
        if (!alike(terms.subject(), asked.subject())) {
            unmet.add(new Unmet(Condition.SUBJECT_COVERED, "The power is about “" + terms.subject() + "”."));
        }
        addWithheld(terms.reserved(), asked, Condition.MATTER_NOT_RESERVED, "The group keeps for itself", unmet);
        addOfMoney(terms.limit(), asked.money(), used, unmet);
        addOfMonths(terms.limit().months(), asked.months(), unmet);
        Integer number = terms.limit().number();
        if (number != null && used.decisions() >= number) {
            unmet.add(
                    new Unmet(Condition.NUMBER_LEFT, "All of the power's decisions have been taken: " + number + "."));
        }
    }

    private static void addOfMonths(@Nullable Integer most, @Nullable Integer months, List<Unmet> unmet) {
        if (most == null) {
            return;
        }
        if (months == null) {
            unmet.add(new Unmet(
                    Condition.MONTHS_WITHIN_LIMIT, "The decision does not say for how many months it binds."));
        } else if (months > most) {
            unmet.add(new Unmet(
                    Condition.MONTHS_WITHIN_LIMIT,
                    "A decision under this power binds for " + most + " months at most."));
        }
    }

    private static void addOfMoney(PowerTerms.Limit limit, @Nullable BigDecimal money, Used used, List<Unmet> unmet) {
        if (money == null) {
            if (limit.money() != null || limit.total() != null) {
                unmet.add(new Unmet(Condition.MONEY_WITHIN_LIMIT, "The decision does not say what it costs."));
            }
            return;
        }
        if (limit.money() != null && money.compareTo(limit.money()) > 0) {
            unmet.add(new Unmet(
                    Condition.MONEY_WITHIN_LIMIT,
                    "A decision under this power costs " + pounds(limit.money()) + " at most."));
        }
        if (limit.total() != null && used.money().add(money).compareTo(limit.total()) > 0) {
            unmet.add(new Unmet(
                    Condition.MONEY_LEFT,
                    "Of " + pounds(limit.total()) + " for all decisions, "
                            + pounds(limit.total().subtract(used.money())) + " is left."));
        }
    }

    private static void addWithheld(
            List<String> withheld, Asked asked, Condition condition, String who, List<Unmet> unmet) {
        withheld.stream()
                .filter(matter -> alike(matter, asked.subject())
                        || asked.matters().stream().anyMatch(touched -> alike(matter, touched)))
                .forEach(matter -> unmet.add(new Unmet(condition, who + " “" + matter + "”.")));
    }

    /** As people read it: pence only where there are some. */
    private static String pounds(BigDecimal amount) {
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        return "£" + String.format(Locale.UK, whole ? "%,.0f" : "%,.2f", amount);
    }

    /** Whether two people who wrote this meant the same words. */
    private static boolean alike(String one, String other) {
        return words(one).equals(words(other));
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.UK);
    }
}
