package org.folkmoot.executive.power;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.nhs.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * A power with all that was heard of it.
 *
 * @param id its identifier
 * @param group whose it is
 * @param mandateId on which it hangs
 * @param mandate all that is known of that; null while nothing is
 * @param versions what was confirmed, in any order
 */
public record KnownPower(
        UUID id, UUID group, UUID mandateId, @Nullable KnownMandate mandate, List<Version> versions) {

    /**
     * A confirmed version of it.
     *
     * @param change what was done: {@code granted}, {@code narrowed}, {@code extended}, {@code suspended}, {@code resumed} or
     *     {@code revoked}
     * @param said from when it holds
     */
    public record Version(int number, String change, PowerTerms terms, Instant said) {}

    /**
     * A mandate.
     *
     * @param exclusions subjects that it does not include
     * @param from its first day
     * @param until its last day
     * @param lapsed from when it no longer counts, once that was announced
     */
    public record KnownMandate(
            List<String> exclusions,
            LocalDate from,
            LocalDate until,
            @Nullable Instant lapsed) {

        public KnownMandate {
            exclusions = List.copyOf(exclusions);
        }
    }

    public KnownPower {
        versions = List.copyOf(versions);
    }

    /** The version that held at that moment. */
    public Optional<Version> at(Instant moment) {
        return versions.stream()
                .filter(version -> !version.said().isAfter(moment))
                .max(Comparator.comparingInt(Version::number));
    }

    /**
     * Why it did not stand at that moment, by all that is known now; empty if it did. A power is void with its mandate, from
     * the same instant.
     */
    public List<Unmet> unmet(Instant moment) {
        var unmet = new ArrayList<Unmet>();
        Optional<Version> holding = at(moment);
        if (holding.isEmpty()) {
            unmet.add(new Unmet(Condition.POWER_BEGUN, "The power had not been granted yet."));
        } else {
            addOfPower(holding.get(), LondonTime.dateOf(moment), unmet);
        }
        unmet.addAll(unmet(mandate, moment));
        return unmet;
    }

    private static void addOfPower(Version version, LocalDate day, List<Unmet> unmet) {
        PowerTerms terms = version.terms();
        if (version.change().equals("revoked")) {
            unmet.add(new Unmet(Condition.POWER_NOT_REVOKED, "The power has been revoked."));
        }
        if (version.change().equals("suspended")) {
            unmet.add(new Unmet(Condition.POWER_NOT_SUSPENDED, "The power is suspended until it is resumed."));
        }
        if (day.isBefore(terms.from())) {
            unmet.add(new Unmet(Condition.POWER_BEGUN, "The power's first day is " + terms.from() + "."));
        }
        if (day.isAfter(terms.until())) {
            unmet.add(new Unmet(Condition.POWER_NOT_EXPIRED, "The power's last day was " + terms.until() + "."));
        }
    }

    /** Why that mandate, or one of which nothing is known, does not count at that moment; empty if it does. */
    static List<Unmet> unmet(@Nullable KnownMandate mandate, Instant moment) {
        var unmet = new ArrayList<Unmet>();
        if (mandate == null) {
            unmet.add(new Unmet(Condition.MANDATE_KNOWN, "The mandate on which it hangs is not known here."));
            return unmet;
        }
        if (moment.isBefore(LondonTime.startOf(mandate.from()))) {
            unmet.add(new Unmet(Condition.MANDATE_BEGUN, "The mandate's first day is " + mandate.from() + "."));
        }
        if (!moment.isBefore(LondonTime.endOf(mandate.until()))) {
            unmet.add(new Unmet(Condition.MANDATE_NOT_LAPSED, "The mandate's last day was " + mandate.until() + "."));
        } else if (mandate.lapsed() != null && !moment.isBefore(mandate.lapsed())) {
            unmet.add(new Unmet(
                    Condition.MANDATE_NOT_LAPSED,
                    "The mandate has not counted since " + LondonTime.dateOf(mandate.lapsed()) + "."));
        }
        return unmet;
    }
}
