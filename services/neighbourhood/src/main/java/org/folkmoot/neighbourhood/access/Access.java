package org.folkmoot.neighbourhood.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Uuid7;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** Who may see what, in the caller's transaction; and who was granted it. */
@ApplicationScoped
public class Access {

    private static final String GRANTED = """
            (select g.kind from access_grant g
             where g.tenant_id = folkmoot.current_tenant() and g.patient_id = %s and g.ended_at is null
               and g.from_at <= ? and (g.until_at is null or g.until_at > ?)
               and (g.organisation = any (?) or g.subject = ?)
             order by g.kind desc limit 1)""";

    private final Sql sql;
    private final Clock clock;

    Access(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private static String referralBasis(String referral) {
        return """
                case
                    when exists (
                        select from team_member m
                        where m.tenant_id = folkmoot.current_tenant() and m.team_id = %1$s.team_id and m.subject = ?
                          and m.left_at is null)
                        and (%1$s.practice is null or %2$s) then 'team'
                    when %1$s.practice = any (?) then 'referring-practice'
                    when not %2$s then null
                    when exists (
                        select from patient p
                        where p.tenant_id = folkmoot.current_tenant() and p.id = %1$s.patient_id
                          and p.registered_practice = any (?)) then 'registered-practice'
                    else %3$s
                end""".formatted(referral, submitted(referral), GRANTED.formatted(referral + ".patient_id"));
    }

    /**
     * A condition in SQL: whether a referral was ever given to a team. A draft was not, nor was one that is closed because it was
     * dropped: both are their writer's alone.
     *
     * @param referral the name by which the question has the referral
     */
    public static String submitted(String referral) {
        // offset: of each that is closed its own event is looked up, and never everybody's at once
        return """
                (%1$s.state not in ('draft', 'closed') or exists (
                    select from referral_event s
                    where s.tenant_id = folkmoot.current_tenant() and s.referral_id = %1$s.id and s.kind = 'submitted'
                    offset 0))""".formatted(referral);
    }

    /**
     * A condition in SQL: whether a team has a referral, and it is not over.
     *
     * @param state the name by which the question has the referral's state
     */
    public static String isOpen(String state) {
        return state + " in ('submitted', 'in-triage', 'accepted', 'assessment', 'in-care')";
    }

    /**
     * A condition in SQL: whether a referral is over.
     *
     * @param state the name by which the question has the referral's state
     */
    public static String isOver(String state) {
        return state + " in ('returned', 'redirected', 'closed')";
    }

    /**
     * A piece of SQL with the values of its question marks, in their order.
     *
     * @param sql an expression
     */
    public record Expression(String sql, List<Object> values) {

        public Expression {
            values = List.copyOf(values);
        }
    }

    /**
     * Why a reader may see the referral {@code r} of a question: {@code team}, {@code referring-practice},
     * {@code registered-practice}, {@code share} or {@code break-glass}; null if they may not.
     */
    public Expression basis(Reader reader) {
        return basis(reader, "r");
    }

    /** {@link #basis(Reader)} of a referral that the question has by another name. */
    public Expression basis(Reader reader, String referral) {
        Instant now = clock.instant();
        return new Expression(
                referralBasis(referral),
                List.of(
                        reader.subject(),
                        reader.organisations(),
                        reader.organisations(),
                        now,
                        now,
                        reader.organisations(),
                        reader.subject()));
    }

    /** Why the reader may see that referral; empty if there is none for them. */
    public Optional<String> basisOfReferral(Reader reader, UUID referral) {
        Expression basis = basis(reader);
        return sql.first(
                        row -> Optional.ofNullable(row.getString("basis")),
                        "select " + basis.sql()
                                + " as basis from referral r where r.tenant_id = folkmoot.current_tenant() and r.id = ?",
                        with(basis.values(), referral))
                .flatMap(each -> each);
    }

    /** Whether that referral was ever given to a team. */
    public boolean wasSubmitted(UUID referral) {
        return sql.first(
                        row -> true,
                        "select 1 from referral r where r.tenant_id = folkmoot.current_tenant() and r.id = ? and "
                                + submitted("r"),
                        referral)
                .isPresent();
    }

    /** Why the reader may see that patient; empty if there is none for them. What they drafted opens nobody to them. */
    public Optional<String> basisOfPatient(Reader reader, UUID patient) {
        Expression basis = basisOfPatient(reader);
        return sql.first(
                        row -> Optional.ofNullable(row.getString("basis")),
                        "select " + basis.sql()
                                + " as basis from patient p where p.tenant_id = folkmoot.current_tenant() and p.id = ?",
                        with(basis.values(), patient))
                .flatMap(each -> each);
    }

    /** Why a reader may see the patient {@code p} of a question, as {@link #basisOfPatient(Reader, UUID)} says it; or null. */
    public Expression basisOfPatient(Reader reader) {
        Expression basis = basis(reader);
        Instant now = clock.instant();
        List<Object> values = new ArrayList<>();
        values.add(reader.organisations());
        values.addAll(basis.values());
        values.addAll(List.of(now, now, reader.organisations(), reader.subject()));
        return new Expression("""
                case when p.registered_practice = any (?) then 'registered-practice' else coalesce(
                    (select b.basis from referral r cross join lateral (select %s as basis) b
                     where r.tenant_id = p.tenant_id and r.patient_id = p.id and b.basis is not null and %s
                     order by r.id limit 1),
                    %s) end""".formatted(basis.sql(), submitted("r"), GRANTED.formatted("p.id")), values);
    }

    /**
     * Lets the people of an organisation see a patient.
     *
     * @param until from when no longer; null for as long as nobody ends it
     * @return as which the grant is known
     */
    public UUID grantShare(UUID patient, String organisation, Instant from, @Nullable Instant until, Person by) {
        return grant(patient, "share", organisation, null, from, until, by);
    }

    /** Lets one person see a patient, because they have to. */
    public UUID grantBreakGlass(UUID patient, Person to, Instant from, Instant until) {
        return grant(patient, "break-glass", null, to.subject(), from, until, to);
    }

    /** Ends a grant that has not ended. */
    public void end(UUID grant, Instant at) {
        sql.change("""
                update access_grant set ended_at = ?
                where tenant_id = folkmoot.current_tenant() and id = ? and ended_at is null
                """, at, grant);
    }

    private UUID grant(
            UUID patient,
            String kind,
            @Nullable String organisation,
            @Nullable String subject,
            Instant from,
            @Nullable Instant until,
            Person by) {
        UUID id = Uuid7.next();
        sql.change("""
                insert into access_grant
                    (tenant_id, id, patient_id, kind, organisation, subject, from_at, until_at, given_by)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?)
                """, id, patient, kind, organisation, subject, from, until, by.subject());
        return id;
    }

    private static Object[] with(List<Object> values, Object last) {
        List<Object> all = new ArrayList<>(values);
        all.add(last);
        return all.toArray();
    }
}
