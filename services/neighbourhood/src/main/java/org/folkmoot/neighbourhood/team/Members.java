package org.folkmoot.neighbourhood.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.tenancy.Sql;

/** Who is in which team now, in the caller's transaction. */
@ApplicationScoped
public class Members {

    private static final String CURRENT = """
            select m.id, m.team_id, m.subject, m.name, m.sector, m.role, m.organisation, m.lead from team_member m
            where m.tenant_id = folkmoot.current_tenant() and m.left_at is null and m.team_id = ?""";

    private final Sql sql;

    Members(Sql sql) {
        this.sql = sql;
    }

    /**
     * A condition in SQL: whether the member {@code m} answers for their team: they lead it, or nobody does and they are in it.
     */
    public static String answers() {
        return """
                (m.lead or m.left_at is null and not exists (
                    select from team_member l where l.tenant_id = m.tenant_id and l.team_id = m.team_id and l.lead))""";
    }

    /** The person as a member of the team, if they are one. */
    public Optional<Member> current(UUID team, String subject) {
        return sql.first(Members::member, CURRENT + " and m.subject = ?", team, subject);
    }

    /**
     * The person as a member of the team, who does not leave it until this transaction ends.
     *
     * <p>Whoever makes a member responsible for something asks in this way.
     */
    public Optional<Member> held(UUID team, String subject) {
        return sql.first(Members::member, CURRENT + " and m.subject = ? for share", team, subject);
    }

    /** The team's lead, if it has one. */
    public Optional<Member> lead(UUID team) {
        return sql.first(Members::member, CURRENT + " and m.lead", team);
    }

    /** Everybody who is in the team, by name. */
    public List<Member> of(UUID team) {
        return sql.list(Members::member, CURRENT + " order by m.name, m.id", team);
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getObject("id", UUID.class),
                row.getObject("team_id", UUID.class),
                row.getString("subject"),
                row.getString("name"),
                row.getString("sector"),
                row.getString("role"),
                row.getString("organisation"),
                row.getBoolean("lead"));
    }
}
