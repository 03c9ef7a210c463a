package org.folkmoot.portal.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhsuk.picture.Bar;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.home.CaseView.Course;
import org.folkmoot.portal.home.CaseView.Now;
import org.folkmoot.portal.home.CaseView.Waiting;
import org.folkmoot.portal.service.GpUpdates;
import org.folkmoot.portal.service.Measures;
import org.folkmoot.portal.service.Measures.Row;
import org.folkmoot.portal.service.Measures.Week;
import org.folkmoot.portal.service.Referrals;
import org.folkmoot.portal.service.Referrals.Counted;
import org.folkmoot.portal.service.Referrals.Counts;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Teams;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.tenancy.Roles;
import org.jspecify.annotations.Nullable;

/**
 * What the first page says of referrals to neighbourhood teams: for members of teams, and for practices that refer. It asks for
 * counts alone: a list tells of people, and each of them would find in their record that somebody had read it.
 */
@ApplicationScoped
class Caseload {

    private static final int MONTHS = 12;
    private static final int WEEKS = 12;
    private static final String WHOLE = "the whole ICS";

    /** ODS gives each PCN a U and five digits, and nothing else such a code. */
    private static final Pattern PCN = Pattern.compile("U[0-9]{5}");

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    private final Referrals referrals;
    private final GpUpdates updates;
    private final Measures measures;
    private final Teams teams;
    private final Panels panels;
    private final Clock clock;

    Caseload(Referrals referrals, GpUpdates updates, Measures measures, Teams teams, Panels panels, Clock clock) {
        this.referrals = referrals;
        this.updates = updates;
        this.measures = measures;
        this.teams = teams;
        this.panels = panels;
        this.clock = clock;
    }

    CaseView of(Visit visit) {
        boolean ofTeam = PortalPage.TRIAGE.isFor(visit.roles());
        Loading<Counts> counted = panels.load(() -> referrals.counts(visit));
        Loading<List<Waiting>> todo = panels.load(() -> todo(visit, ofTeam, counted));
        Loading<Course> course = panels.load(() -> course(visit, ofTeam));
        return new CaseView(
                todo.panel(),
                ofTeam || ofPractice(visit)
                        ? counted.panel().map(counts -> now(ofTeam ? counts.team() : counts.practice()))
                        : null,
                course.panel(),
                all(visit) + "?list=" + (ofTeam ? "team" : "practice"));
    }

    /**
     * Whether the person acts for a practice. Referrals are counted for practices that refer: for a PCN alone, or for the ICB,
     * the counts are nought whatever happens, which is no fact to show.
     */
    private static boolean ofPractice(Visit visit) {
        String board = visit.tenant().icb().code();
        return visit.codes().stream()
                .anyMatch(code -> !code.equals(board) && !PCN.matcher(code).matches());
    }

    private static Now now(Counted counts) {
        Integer waiting = counts.waiting() == null ? counts.toTriage() : counts.waiting();
        var figures = new ArrayList<String>();
        figure(figures, "Assessments that are late: %s", counts.late());
        figure(figures, "The one who waits longest: %s days", counts.oldestDays());
        figure(figures, "Returned in 30 days: %s", counts.returned());
        return new Now(waiting == null ? 0 : waiting, figures);
    }

    private static void figure(List<String> figures, String words, @Nullable Integer number) {
        if (number != null) {
            figures.add(words.formatted(Words.words(number)));
        }
    }

    /** Whose measures somebody looks at first: their team's, their network's, their practice's, or else those of the ICS. */
    private Reply<Course> course(Visit visit, boolean ofTeam) {
        if (ofTeam) {
            return teams.all(visit, Map.of("mine", true))
                    .then(mine -> mine.size() == 1
                            ? course(
                                    visit,
                                    "team",
                                    mine.getFirst().id().toString(),
                                    mine.getFirst().name())
                            : course(visit, "ics", "", WHOLE));
        }
        String board = visit.tenant().icb().code();
        List<String> codes =
                visit.codes().stream().filter(code -> !code.equals(board)).toList();
        return codes.size() != 1
                ? course(visit, "ics", "", WHOLE)
                : course(
                        visit,
                        visit.is(Roles.PCN_CLINICAL_DIRECTOR) ? "pcn" : "practice",
                        codes.getFirst(),
                        codes.getFirst());
    }

    private Reply<Course> course(Visit visit, String by, String of, String words) {
        YearMonth now = YearMonth.from(LondonTime.today(clock));
        Query wanted = Query.of("")
                .with("by", by)
                .with("of", of)
                .with("from", now.minusMonths(MONTHS - 1))
                .with("until", now);
        Loading<List<Week>> weeks = panels.load(() -> measures.weeks(
                visit,
                Query.of("").with("by", by).with("of", of).with("weeks", WEEKS).parameters()));
        return measures.rows(visit, wanted.parameters())
                .then(rows -> weeks.reply().map(counted -> course(rows, counted, words)));
    }

    private static Course course(List<Row> rows, List<Week> weeks, String of) {
        Optional<Row> latest = rows.stream()
                .filter(row -> row.medianDays() != null || row.within28Percent() != null)
                .max(Comparator.comparing(Row::month));
        return new Course(
                of,
                latest.map(row -> month(row.month())).orElse(null),
                latest.map(Caseload::figures).orElse(List.of()),
                weeks.stream()
                        .sorted(Comparator.comparing(Week::week))
                        .flatMap(row -> Stream.ofNullable(row.referrals())
                                .map(number -> new Bar(Words.words(row.week()), number)))
                        .toList());
    }

    private static List<String> figures(Row row) {
        BigDecimal median = row.medianDays();
        BigDecimal share = row.within28Percent();
        var figures = new ArrayList<String>();
        if (median != null) {
            figures.add("Median days to an assessment: "
                    + median.stripTrailingZeros().toPlainString());
        }
        if (share != null) {
            figures.add("Assessed within 28 days: " + share.stripTrailingZeros().toPlainString() + "%");
        }
        return figures;
    }

    private static String month(String month) {
        return YearMonth.parse(month).format(MONTH);
    }

    private Reply<List<Waiting>> todo(Visit visit, boolean ofTeam, Loading<Counts> counted) {
        Loading<GpUpdates.Counts> ofUpdates = panels.load(() -> updates.counts(visit));
        return counted.reply()
                .then(counts -> ofUpdates.reply().map(told -> {
                    String list = visit.base() + PortalPage.GP_UPDATES.example();
                    var all = new ArrayList<Waiting>();
                    if (ofTeam) {
                        all.addAll(ofTeam(visit, counts));
                        all.addAll(waiting(list, told.overdue(), "GP update is overdue", "GP updates are overdue"));
                        all.addAll(waiting(
                                list,
                                told.toWrite() - told.overdue(),
                                "GP update is to be written",
                                "GP updates are to be written"));
                    }
                    all.addAll(waiting(
                            list,
                            told.toAcknowledge(),
                            "GP update is to be acknowledged",
                            "GP updates are to be acknowledged"));
                    if (ofPractice(visit)
                            && (visit.is(Roles.PRACTICE_VOTER) || visit.is(Roles.PCN_CLINICAL_DIRECTOR))) {
                        all.addAll(waiting(
                                all(visit) + "?list=practice&state=returned",
                                counts.practice().returned(),
                                "referral was returned in 30 days",
                                "referrals were returned in 30 days"));
                    }
                    return List.copyOf(all);
                }));
    }

    private static List<Waiting> ofTeam(Visit visit, Counts counts) {
        var all = new ArrayList<Waiting>();
        all.addAll(waiting(
                visit.base() + PortalPage.TRIAGE.example(),
                counts.team().toTriage(),
                "referral waits for triage",
                "referrals wait for triage"));
        all.addAll(waiting(
                all(visit) + "?list=mine",
                counts.mine().offered(),
                "handover is offered to you",
                "handovers are offered to you"));
        all.addAll(waiting(
                visit.base() + PortalPage.TRANSFERS.example(),
                counts.team().offered(),
                "person is offered by another team",
                "people are offered by other teams"));
        all.addAll(waiting(
                visit.base() + PortalPage.TRANSFERS.example() + "?list=declined",
                counts.mine().declined(),
                "transfer of yours was declined in 30 days",
                "transfers of yours were declined in 30 days"));
        all.addAll(waiting(
                all(visit) + "?list=mine&clock=late",
                counts.mine().late(),
                "assessment of yours is late",
                "assessments of yours are late"));
        all.addAll(waiting(
                all(visit) + "?list=mine&clock=due",
                counts.mine().due(),
                "assessment of yours is due within a week",
                "assessments of yours are due within a week"));
        return all;
    }

    private static List<Waiting> waiting(String href, @Nullable Integer number, String one, String several) {
        return number == null || number == 0
                ? List.of()
                : List.of(new Waiting(href, number, number == 1 ? one : several));
    }

    private static String all(Visit visit) {
        return visit.base() + PortalPage.REFERRALS.example();
    }
}
