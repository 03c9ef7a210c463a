package org.folkmoot.neighbourhood.measure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Page;
import org.folkmoot.http.Table;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The measures, over HTTP. */
@Path("/measures")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Measures",
        description = "How long people wait, and how many have a plan, by month. Small numbers are withheld.")
class MeasureResource {

    private static final String MONTH = "(19|20)[0-9]{2}-(0[1-9]|1[0-2])";
    private static final int USUAL_MONTHS = 24;
    private static final int MOST_MONTHS = 120;
    private static final int MOST_WEEKS = 52;

    private static final Table.Columns<MeasureRow> COLUMNS = Table.<MeasureRow>columns()
            .text("Key", MeasureRow::key)
            .text("Name", MeasureRow::name)
            .text("Month", MeasureRow::month)
            .integer("Referrals", MeasureRow::referrals)
            .integer("Accepted", MeasureRow::accepted)
            .decimal("Median days to assessment", 1, MeasureRow::medianDays)
            .decimal("90th percentile of days", 1, MeasureRow::percentile90Days)
            .integer("Assessed or late", MeasureRow::judged)
            .integer("Assessed within 28 days", MeasureRow::within28Days)
            .decimal("Within 28 days (%)", 1, MeasureRow::within28Percent)
            .integer("In care", MeasureRow::inCare)
            .integer("With a plan", MeasureRow::withPlan)
            .decimal("Plan coverage (%)", 1, MeasureRow::planPercent)
            .integer("GP updates due", MeasureRow::updatesDue)
            .integer("GP updates on time", MeasureRow::updatesOnTime)
            .decimal("GP updates on time (%)", 1, MeasureRow::updatesPercent)
            .integer("Redirects", MeasureRow::redirects)
            .decimal("Redirects per journey", 2, MeasureRow::redirectsPerJourney)
            .bool("Small numbers withheld", MeasureRow::withheld);

    private final Measures measures;
    private final Caller caller;
    private final Clock clock;

    MeasureResource(Measures measures, Caller caller, Clock clock) {
        this.measures = measures;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "getMeasures",
            summary = "The measures by group and month",
            description = "Without from and until, the last 24 months.")
    public Page<MeasureRow> measures(
            @Parameter(description = "By what: ics, team, pcn, practice or decile.")
                    @RestQuery
                    @DefaultValue("team")
                    @Pattern(regexp = Dimension.WORDS)
                    String by,
            @Parameter(description = "Of one key alone.") @RestQuery @Size(max = 40) @Nullable String of,
            @Parameter(description = "Of the people of one team, whole: for its members.") @RestQuery @Nullable
                    UUID team,
            @Parameter(description = "The first month.") @RestQuery @Pattern(regexp = MONTH) @Nullable String from,
            @Parameter(description = "The last month.") @RestQuery @Pattern(regexp = MONTH) @Nullable String until,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        Stream<MeasureRow> rows = rows(by, of, team, from, until);
        if (cursor != null) {
            String key = cursor.text(0);
            String month = YearMonth.from(cursor.date(1)).toString();
            rows = rows.filter(row -> {
                int keys = Counts.BY_KEY.compare(row.key(), key);
                return keys > 0 || (keys == 0 && row.month().compareTo(month) > 0);
            });
        }
        return Page.of(
                rows.limit(limit + 1L).toList(),
                limit,
                row -> Cursor.after(row.key(), YearMonth.parse(row.month()).atDay(1)));
    }

    @GET
    @Path("weeks")
    @Transactional
    @Operation(
            operationId = "getMeasuresByWeek",
            summary = "How many were referred, by group and week",
            description =
                    "The last weeks, this one included. Small numbers are withheld as by month, and others than the team's"
                            + " members are told fives.")
    public Page<WeekRow> weeks(
            @Parameter(description = "By what: ics, team, pcn, practice or decile.")
                    @RestQuery
                    @DefaultValue("team")
                    @Pattern(regexp = Dimension.WORDS)
                    String by,
            @Parameter(description = "Of one key alone.") @RestQuery @Size(max = 40) @Nullable String of,
            @Parameter(description = "Of the people of one team, whole: for its members.") @RestQuery @Nullable
                    UUID team,
            @Parameter(description = "How many weeks.") @RestQuery @DefaultValue("12") @Min(1) @Max(MOST_WEEKS)
                    int weeks,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        LocalDate monday = LondonTime.today(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Stream<WeekRow> rows =
                measures.weeks(Dimension.of(by), monday.minusWeeks(weeks - 1L), weeks, team, viewer(team)).stream()
                        .filter(row -> of == null || row.key().equals(of));
        if (cursor != null) {
            String key = cursor.text(0);
            LocalDate week = cursor.date(1);
            rows = rows.filter(row -> {
                int keys = Counts.BY_KEY.compare(row.key(), key);
                return keys > 0 || (keys == 0 && row.week().isAfter(week));
            });
        }
        return Page.of(rows.limit(limit + 1L).toList(), limit, row -> Cursor.after(row.key(), row.week()));
    }

    @GET
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<MeasureRow> export(
            @RestQuery @DefaultValue("team") @Pattern(regexp = Dimension.WORDS) String by,
            @RestQuery @Size(max = 40) @Nullable String of,
            @RestQuery @Nullable UUID team,
            @RestQuery @Pattern(regexp = MONTH) @Nullable String from,
            @RestQuery @Pattern(regexp = MONTH) @Nullable String until) {
        return COLUMNS.table("measures", rows(by, of, team, from, until));
    }

    private Stream<MeasureRow> rows(
            String by, @Nullable String of, @Nullable UUID team, @Nullable String from, @Nullable String until) {
        YearMonth thisMonth = YearMonth.from(LondonTime.today(clock));
        YearMonth last = until == null ? thisMonth : YearMonth.parse(until);
        YearMonth first = from == null ? last.minusMonths(USUAL_MONTHS - 1L) : YearMonth.parse(from);
        if (last.isAfter(thisMonth)) {
            throw wrong("#query/until", "must not be ahead");
        }
        if (first.isAfter(last)) {
            throw wrong("#query/until", "must not be before from");
        }
        if (!first.plusMonths(MOST_MONTHS).isAfter(last)) {
            throw wrong("#query/from", "must be at most " + MOST_MONTHS + " months before until");
        }
        return measures.rows(Dimension.of(by), first, last, team, viewer(team)).stream()
                .filter(row -> of == null || row.key().equals(of));
    }

    /** The caller, of whose teams the one that they ask for is one. */
    private Measures.Viewer viewer(@Nullable UUID team) {
        Measures.Viewer viewer = measures.viewer(Reader.of(caller));
        if (team != null && !viewer.teams().contains(team)) {
            throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
        }
        return viewer;
    }

    private static ProblemException wrong(String pointer, String rule) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).withError(pointer, rule));
    }
}
