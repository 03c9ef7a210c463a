package org.folkmoot.registry.body;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.Problem;
import org.folkmoot.registry.RegistryProblem;
import org.folkmoot.tenancy.CurrentTenant;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** Finds organisations by what a caller writes. In the caller's transaction, which is the ICS's. */
@ApplicationScoped
public class Organisations {

    private static final String LISTED =
            "select code, name, kind from organisation where code = ? and valid_from <= ? and valid_to > ?";

    private static final String DEFINED = "select id::text as code, name, kind from body where id = ?";

    private static final String DEFINED_WITH_CODE = "select id::text as code, name, kind from body where ods_code = ?";

    private static final String OURS = """
            select o.code from organisation o cross join lateral icb_at(o, ?) z
            where o.code = ? and o.valid_from <= ? and o.valid_to > ? and o.kind = 'practice' and z.icb = ?
            """;

    private final Sql sql;
    private final CurrentTenant tenant;
    private final Clock clock;

    Organisations(Sql sql, CurrentTenant tenant, Clock clock) {
        this.sql = sql;
        this.tenant = tenant;
        this.clock = clock;
    }

    /**
     * The organisation as it is today: of the directory by its ODS code, else the ICS's own body by its id or by the ODS code
     * that it has. Empty where there is none, or none for this ICS.
     *
     * @param written an ODS code, or the id of a body
     */
    public Optional<Organisation> find(String written) {
        Optional<UUID> id = id(written);
        if (id.isPresent()) {
            return one(DEFINED, id.get());
        }
        LocalDate today = LondonTime.today(clock);
        return OdsCode.parse(written)
                .map(OdsCode::code)
                .flatMap(code -> one(LISTED, code, today, today).or(() -> one(DEFINED_WITH_CODE, code)));
    }

    /**
     * Why this code is not a practice of the ICS of the work at hand: 422 with the reason; empty when it is one today, or was
     * on that day.
     */
    public Optional<Problem> notAPractice(String code, LocalDate day) {
        if (isOurs(code, LondonTime.today(clock)) || isOurs(code, day)) {
            return Optional.empty();
        }
        return Optional.of(find(code)
                .map(found -> found.kind() == Organisation.Kind.PRACTICE
                        ? Problem.of(RegistryProblem.PRACTICE_OF_ANOTHER_ICS)
                                .withDetail(found.name() + " (" + code + ") is a practice of another ICS.")
                        : Problem.of(RegistryProblem.ORGANISATION_UNKNOWN)
                                .withDetail(found.name() + " (" + code + ") is no practice."))
                .orElseGet(() -> unknown(code)));
    }

    /** {@link #notAPractice(String, LocalDate)}, of today. */
    public Optional<Problem> notAPractice(String code) {
        return notAPractice(code, LondonTime.today(clock));
    }

    /** A practice of the directory, of whichever ICS: what another ICS knows of it is not seen here. */
    public Optional<Organisation> practice(String code) {
        return find(code).filter(Organisation::isPractice);
    }

    /** The answer to a code that names nothing: 422. */
    public static Problem unknown(String written) {
        return Problem.of(RegistryProblem.ORGANISATION_UNKNOWN)
                .withDetail("Neither the directory nor this ICS knows an organisation " + written + ".");
    }

    private boolean isOurs(String code, LocalDate day) {
        return sql.first(
                        row -> true,
                        OURS,
                        day,
                        code,
                        day,
                        day,
                        tenant.require().icb().code())
                .isPresent();
    }

    private Optional<Organisation> one(String question, @Nullable Object... values) {
        return sql.first(
                row -> new Organisation(
                        row.getString("code"), row.getString("name"), Organisation.Kind.of(row.getString("kind"))),
                question,
                values);
    }

    private static Optional<UUID> id(String written) {
        try {
            return written.length() == 36 ? Optional.of(UUID.fromString(written)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
