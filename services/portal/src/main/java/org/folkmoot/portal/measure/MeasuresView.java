package org.folkmoot.portal.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.folkmoot.nhsuk.picture.Bar;
import org.folkmoot.nhsuk.picture.BarChart;
import org.folkmoot.nhsuk.picture.Picture;
import org.folkmoot.nhsuk.picture.Sparkline;
import org.folkmoot.nhsuk.picture.Unit;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Measures.Row;
import org.folkmoot.portal.service.Teams.Team;
import org.folkmoot.portal.term.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Measures, by month.
 *
 * @param by what is compared, as a code
 * @param months how many months are looked at
 * @param team the team whose referrals alone are looked at; empty for all
 * @param teams those of the person, to choose from
 * @param rows all of them, by key and month, for the pictures
 * @param list a page of them, the latest month first
 */
public record MeasuresView(
        String by, String months, String team, List<Team> teams, List<Row> rows, Listing<Line> list) {

    static final List<Named> BY = List.of(
            new Named("ics", "The whole ICS"),
            new Named("team", "Teams"),
            new Named("pcn", "PCNs"),
            new Named("practice", "Practices"),
            new Named("decile", "Deprivation deciles"));

    private static final Unit PER_CENT = new Unit("per cent", "per cent");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final int SHOWN = 30;

    public MeasuresView {
        teams = List.copyOf(teams);
        rows = List.copyOf(rows);
    }

    /** A month, as the table shows it. */
    public record Line(
            String month,
            String name,
            String referrals,
            String accepted,
            String median,
            String percentile,
            String within28,
            String plans,
            String updates,
            String redirects) {

        static Line of(Row row) {
            return new Line(
                    monthOf(row.month()),
                    nameOf(row),
                    figure(row, row.referrals()),
                    figure(row, row.accepted()),
                    figure(row, row.medianDays()),
                    figure(row, row.percentile90Days()),
                    percent(row, row.within28Percent()),
                    percent(row, row.planPercent()),
                    percent(row, row.updatesPercent()),
                    figure(row, row.redirectsPerJourney()));
        }

        private static String figure(Row row, @Nullable Object value) {
            return switch (value) {
                case null -> row.withheld() ? "withheld" : "–";
                case BigDecimal decimal -> decimal.stripTrailingZeros().toPlainString();
                default -> value.toString();
            };
        }

        private static String percent(Row row, @Nullable BigDecimal value) {
            String figure = figure(row, value);
            return value == null ? figure : figure + "%";
        }
    }

    /** What is compared, to choose from. */
    public List<Named> choices() {
        return BY;
    }

    /** What is compared, in words. */
    public String things() {
        return Terms.words(BY, by);
    }

    /** The two yardsticks: over the months where there is one course, of the latest month where several are compared. */
    public List<Picture> pictures() {
        var pictures = new ArrayList<Picture>();
        picture("Assessed within 28 days, in per cent", Row::within28Percent, pictures);
        picture("In care with a plan that is agreed, in per cent", Row::planPercent, pictures);
        return pictures;
    }

    private void picture(String title, Function<Row, @Nullable BigDecimal> figure, List<Picture> pictures) {
        boolean oneCourse = rows.stream().map(Row::key).distinct().count() == 1;
        String latest = rows.stream().map(Row::month).max(String::compareTo).orElse("");
        List<Bar> bars = rows.stream()
                .filter(row -> oneCourse || row.month().equals(latest))
                .flatMap(row -> {
                    BigDecimal value = figure.apply(row);
                    return value == null
                            ? Stream.empty()
                            : Stream.of(new Bar(
                                    oneCourse ? monthOf(row.month()) : nameOf(row),
                                    value.setScale(0, RoundingMode.HALF_UP).longValueExact()));
                })
                .limit(SHOWN)
                .toList();
        if (!bars.isEmpty()) {
            pictures.add(
                    oneCourse
                            ? new Sparkline(title, PER_CENT, "Month", bars)
                            : new BarChart(title + ", " + monthOf(latest), PER_CENT, things(), bars));
        }
    }

    private static String nameOf(Row row) {
        String name = row.name();
        return switch (row.key()) {
            case "all" -> "The whole ICS";
            case "none" -> "Not known";
            default -> name == null ? row.key() : name;
        };
    }

    private static String monthOf(String month) {
        return month.isEmpty() ? "" : YearMonth.parse(month).format(MONTH);
    }
}
