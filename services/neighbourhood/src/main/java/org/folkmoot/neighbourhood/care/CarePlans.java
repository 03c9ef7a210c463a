package org.folkmoot.neighbourhood.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.seal.PatientKey;
import org.folkmoot.neighbourhood.sharing.CareRecords;
import org.folkmoot.neighbourhood.sharing.CareRecords.Opened;
import org.folkmoot.neighbourhood.sharing.Part;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The care plans of people. */
@ApplicationScoped
public class CarePlans {

    /** How many days before its day a review is due. */
    static final int DAYS_DUE = 7;

    private static final String STATE_OF_REVIEW = """
            case when t.today > f.review_on then 'overdue' when t.today + %d >= f.review_on then 'due' else 'ahead' end
            """.formatted(DAYS_DUE);

    private final CareRecords records;
    private final Sql sql;
    private final Clock clock;

    CarePlans(CareRecords records, Sql sql, Clock clock) {
        this.records = records;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A plan as it is kept.
     *
     * @param newest the number of its newest version
     * @param agreed the number of the version in force; null while there is none
     */
    record Kept(UUID id, int newest, @Nullable Integer agreed, long version) {}

    /** The care plan of a referral, for whoever may see it; that they did is written down. */
    @Transactional
    public Result<CarePlanView> of(Reader reader, UUID referral) {
        return records.read(reader, referral, Part.CARE_PLAN, this::shown);
    }

    /** A version of the care plan, for whoever may see it; that they did is written down. */
    @Transactional
    Result<CarePlanView.Version> version(Reader reader, UUID referral, int number) {
        return records.read(
                reader,
                referral,
                Part.CARE_PLAN,
                opened -> kept(referral, false)
                        .flatMap(plan -> versions(plan.id(), opened.key()).stream()
                                .filter(version -> version.number() == number)
                                .<Result<CarePlanView.Version>>map(
                                        version -> new Result.Done<>(version, plan.version()))
                                .findFirst())
                        .orElseGet(Result::absent));
    }

    /** The plan of an open record. */
    Result<CarePlanView> shown(Opened opened) {
        UUID referral = opened.stage().id();
        return kept(referral, false)
                .<Result<CarePlanView>>map(
                        plan -> new Result.Done<>(view(plan, referral, opened.key()), plan.version()))
                .orElseGet(Result::absent);
    }

    /** @param held whether nobody else changes it until this transaction ends */
    Optional<Kept> kept(UUID referral, boolean held) {
        return sql.first(
                row -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getInt("newest"),
                        row.getObject("agreed", Integer.class),
                        row.getLong("version")),
                """
                select p.id, p.newest, p.version, (
                    select max(v.number) from care_plan_version v
                    where v.tenant_id = p.tenant_id and v.plan_id = p.id and v.agreed_on is not null) as agreed
                from care_plan p where p.tenant_id = folkmoot.current_tenant() and p.referral_id = ?
                """ + (held ? "for update of p" : ""),
                referral);
    }

    /** Adds a version, the plan too if there is none yet. */
    Kept draft(UUID referral, CarePlanRequest request, PatientKey key, Person by, Instant at) {
        Kept plan = sql.first(
                        row -> new Kept(
                                row.getObject("id", UUID.class), row.getInt("newest"), null, row.getLong("version")),
                        """
                        insert into care_plan (tenant_id, id, referral_id, newest)
                        values (folkmoot.current_tenant(), ?, ?, 1)
                        on conflict (tenant_id, referral_id) do update
                            set newest = care_plan.newest + 1, version = care_plan.version + 1
                        returning id, newest, version
                        """,
                        Uuid7.next(),
                        referral)
                .orElseThrow(() -> new IllegalStateException("what was kept comes back"));
        sql.change(
                """
                insert into care_plan_version (tenant_id, plan_id, number, content, review_on, drafted_by, drafted_name,
                    drafted_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?)
                """,
                plan.id(),
                plan.newest(),
                key.seal(content(plan.id(), plan.newest()), request.content().toJson()),
                request.review(),
                by.subject(),
                by.name(),
                at);
        return plan;
    }

    /** The person agreed to the newest version. */
    void agree(Kept plan, AgreementRequest request, Person by, Instant at) {
        sql.change("""
                update care_plan_version set agreed_on = ?, agreed_how = ?, agreed_by = ?, agreed_name = ?, agreed_at = ?
                where tenant_id = folkmoot.current_tenant() and plan_id = ? and number = ?
                """, request.on(), request.how().slug(), by.subject(), by.name(), at, plan.id(), plan.newest());
        count(plan.id());
    }

    /** The version in force was reviewed. */
    void review(UUID plan, int version, ReviewRequest request, PatientKey key, Person by, Instant at) {
        int number = sql.first(row -> row.getInt("next"), """
                        select count(*) + 1 as next from care_plan_review
                        where tenant_id = folkmoot.current_tenant() and plan_id = ?
                        """, plan).orElse(1);
        sql.change(
                """
                insert into care_plan_review (tenant_id, plan_id, number, plan_version, reviewed_on, outcome, notes, next_on,
                    recorded_by, recorded_name, recorded_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                plan,
                number,
                version,
                request.on(),
                request.outcome().slug(),
                key.seal(notes(plan, number), request.notes().strip()),
                request.next(),
                by.subject(),
                by.name(),
                at);
        count(plan);
    }

    /** The day by which the version in force is reviewed. */
    LocalDate reviewOf(UUID plan) {
        return sql.first(
                        row -> row.getObject("review_on", LocalDate.class),
                        "select review_on from care_plan_in_force where tenant_id = folkmoot.current_tenant() and plan_id = ?",
                        plan)
                .orElseThrow(() -> new IllegalStateException("what was agreed is in force"));
    }

    /** Whom a row of the list is about. */
    record Listed(UUID patient, ReviewDueView view) {}

    /**
     * Plans in force of people in care with teams in which that person is, after that day and plan, the earliest review first.
     *
     * @param team only those of that team
     * @param review only those in this state
     */
    List<Listed> reviews(
            String member, @Nullable UUID team, @Nullable String review, LocalDate day, UUID after, int most) {
        return sql.list(
                row -> new Listed(
                        row.getObject("patient_id", UUID.class),
                        new ReviewDueView(
                                row.getObject("plan_id", UUID.class),
                                row.getObject("referral_id", UUID.class),
                                row.getObject("team_id", UUID.class),
                                row.getInt("number"),
                                row.getObject("agreed_on", LocalDate.class),
                                row.getObject("review_on", LocalDate.class),
                                row.getString("review"))),
                """
                select * from (
                    select f.*, r.team_id, r.patient_id, %s as review
                    from (select ?::date as today) t
                    cross join referral r
                    join care_plan_in_force f on f.tenant_id = r.tenant_id and f.referral_id = r.id
                    where r.tenant_id = folkmoot.current_tenant() and r.state = 'in-care'
                      and r.team_id in (
                        select m.team_id from team_member m
                        where m.tenant_id = folkmoot.current_tenant() and m.subject = ? and m.left_at is null)
                      and (?::uuid is null or r.team_id = ?)) l
                where (?::text is null or l.review = ?) and (l.review_on, l.plan_id) > (?, ?)
                order by l.review_on, l.plan_id limit ?
                """.formatted(STATE_OF_REVIEW),
                LondonTime.today(clock),
                member,
                team,
                team,
                review,
                review,
                day,
                after,
                most);
    }

    /** How many people each team in which that person is has in care, and how many of those agreed to a plan. */
    List<CoverageView> coverage(String member, @Nullable UUID team) {
        return sql.list(
                row -> coverage(row.getObject("team_id", UUID.class), row.getInt("in_care"), row.getInt("with_plan")),
                """
                select m.team_id, count(r.id) as in_care, count(f.plan_id) as with_plan
                from team_member m
                left join referral r on r.tenant_id = m.tenant_id and r.team_id = m.team_id and r.state = 'in-care'
                left join care_plan_in_force f on f.tenant_id = r.tenant_id and f.referral_id = r.id
                where m.tenant_id = folkmoot.current_tenant() and m.subject = ? and m.left_at is null
                  and (?::uuid is null or m.team_id = ?)
                group by m.team_id order by m.team_id
                """,
                member,
                team,
                team);
    }

    static CoverageView coverage(UUID team, int inCare, int withPlan) {
        return new CoverageView(
                team,
                inCare,
                withPlan,
                inCare == 0
                        ? null
                        : BigDecimal.valueOf(100L * withPlan)
                                .divide(BigDecimal.valueOf(inCare), 1, RoundingMode.HALF_UP));
    }

    private CarePlanView view(Kept plan, UUID referral, PatientKey key) {
        List<CarePlanView.Version> versions = versions(plan.id(), key);
        CarePlanView.Version newest = versions.getFirst();
        CarePlanView.Version agreed = versions.stream()
                .filter(version -> version.agreement() != null)
                .findFirst()
                .orElse(null);
        LocalDate due = agreed == null ? null : reviewOf(plan.id());
        return new CarePlanView(
                plan.id(),
                referral,
                agreed == null ? "drafted" : "agreed",
                agreed,
                newest.agreement() == null ? newest : null,
                due,
                due == null ? null : state(due, LondonTime.today(clock)),
                reviews(plan.id(), key),
                versions.stream().map(CarePlans::drafted).toList());
    }

    static String state(LocalDate due, LocalDate today) {
        return today.isAfter(due) ? "overdue" : today.plusDays(DAYS_DUE).isBefore(due) ? "ahead" : "due";
    }

    private List<CarePlanView.Version> versions(UUID plan, PatientKey key) {
        return sql.list(row -> version(row, plan, key), """
                select * from care_plan_version
                where tenant_id = folkmoot.current_tenant() and plan_id = ? order by number desc
                """, plan);
    }

    private List<CarePlanView.Review> reviews(UUID plan, PatientKey key) {
        return sql.list(
                row -> {
                    int number = row.getInt("number");
                    return new CarePlanView.Review(
                            number,
                            row.getInt("plan_version"),
                            row.getObject("reviewed_on", LocalDate.class),
                            row.getString("outcome"),
                            key.open(notes(plan, number), row.getBytes("notes")),
                            row.getObject("next_on", LocalDate.class),
                            row.getString("recorded_name"),
                            Sql.instant(row, "recorded_at"));
                },
                """
                select * from care_plan_review
                where tenant_id = folkmoot.current_tenant() and plan_id = ? order by number desc
                """,
                plan);
    }

    private void count(UUID plan) {
        sql.change(
                "update care_plan set version = version + 1 where tenant_id = folkmoot.current_tenant() and id = ?",
                plan);
    }

    private static CarePlanView.Version version(ResultSet row, UUID plan, PatientKey key) throws SQLException {
        int number = row.getInt("number");
        PlanContent content = PlanContent.of(key.open(content(plan, number), row.getBytes("content")));
        LocalDate agreedOn = row.getObject("agreed_on", LocalDate.class);
        return new CarePlanView.Version(
                number,
                content.goals(),
                content.activities(),
                content.contingency(),
                row.getObject("review_on", LocalDate.class),
                row.getString("drafted_name"),
                Sql.instant(row, "drafted_at"),
                agreedOn == null
                        ? null
                        : new CarePlanView.Agreement(
                                agreedOn,
                                row.getString("agreed_how"),
                                row.getString("agreed_name"),
                                Sql.instant(row, "agreed_at")));
    }

    private static CarePlanView.Drafted drafted(CarePlanView.Version version) {
        CarePlanView.Agreement agreement = version.agreement();
        return new CarePlanView.Drafted(
                version.number(), version.draftedBy(), version.draftedAt(), agreement == null ? null : agreement.on());
    }

    private static String content(UUID plan, int number) {
        return "care_plan_version.content/" + plan + "/" + number;
    }

    private static String notes(UUID plan, int number) {
        return "care_plan_review.notes/" + plan + "/" + number;
    }
}
