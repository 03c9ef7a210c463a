package org.folkmoot.portal.concentration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.nhsuk.picture.Bar;
import org.folkmoot.nhsuk.picture.BarChart;
import org.folkmoot.nhsuk.picture.Unit;
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Concentrations.Share;
import org.folkmoot.portal.service.Concentrations.Threshold;
import org.folkmoot.portal.service.Concentrations.Wanted;
import org.folkmoot.portal.service.Footprints.PcnHealth;
import org.folkmoot.portal.service.Footprints.Place;
import org.jspecify.annotations.Nullable;

/**
 * Who has how many of the patients.
 *
 * @param wanted what was asked for
 * @param sort the order of the list; empty for the largest first
 * @param shares of the day itself, for the picture
 * @param list a page of those of all days
 * @param places of which one can be looked at alone
 * @param pcns of which one can be looked at alone
 * @param threshold from which share on one is marked
 * @param sets whether the person may set that
 * @param here the address of the list, for the present
 * @param done what the person has just done; null if nothing
 */
public record ConcentrationView(
        AsAtChoice asAt,
        Wanted wanted,
        String sort,
        List<Share> shares,
        Listing<Row> list,
        Panel<List<Place>> places,
        Panel<List<PcnHealth>> pcns,
        Panel<Threshold> threshold,
        boolean sets,
        Query here,
        @Nullable String done) {

    private static final Map<String, String> BY =
            Map.of("contract-holder", "Contract holder", "owner", "Owner", "employer", "Employer of GPs");

    /** A share in words. */
    public record Row(LocalDate asAt, String organisation, int practices, long patients, String share, boolean marked) {

        static Row of(Share share) {
            return new Row(
                    share.asAt(),
                    name(share),
                    share.practices(),
                    share.patients(),
                    Percent.words(share.share()),
                    share.overThreshold());
        }
    }

    /** What the organisations have to do with the practices. */
    public String by() {
        return BY.getOrDefault(wanted.by(), wanted.by());
    }

    /** How many months before the day are looked at, as the form says it. */
    public String over() {
        return Integer.toString(wanted.months());
    }

    /** From which share on one is marked, in words. */
    public String marked() {
        BigDecimal share = threshold.value().share();
        return share == null
                ? "No share is marked: the ICS has not said from which on it wants one to be seen."
                : "A share of %s or more is marked.".formatted(Percent.words(share));
    }

    /** The shares of the day. */
    public BarChart picture() {
        return new BarChart(
                "Patients by " + by().toLowerCase(Locale.UK),
                Unit.PATIENTS,
                by(),
                shares.stream()
                        .map(share -> new Bar(name(share), share.patients()))
                        .toList());
    }

    static String name(Share share) {
        var organisation = share.organisation();
        return organisation == null ? "Not recorded" : organisation.name();
    }
}
