package org.folkmoot.executive.decision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.executive.chain.DecisionsStanding;
import org.folkmoot.executive.meeting.DecisionsTaken;
import org.folkmoot.executive.power.KnownPower;
import org.folkmoot.executive.power.PowerCheck;
import org.folkmoot.executive.power.Powers;
import org.folkmoot.executive.power.Unmet;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The decisions of the ICS. */
@ApplicationScoped
public class Decisions implements PanacheRepositoryBase<Decision, UUID>, DecisionsTaken, DecisionsStanding {

    private final Sql sql;
    private final Powers powers;

    Decisions(Sql sql, Powers powers) {
        this.sql = sql;
        this.powers = powers;
    }

    /** The newest first; those of lower identifiers than that one. */
    List<Decision> page(UUID group, List<String> states, @Nullable UUID before, int most) {
        return find(
                        "groupId = ?1 and state in ?2 and id < ?3 order by id desc",
                        group,
                        states,
                        before == null ? new UUID(-1, -1) : before)
                .page(0, most)
                .list();
    }

    /** The decision, so that nobody else changes it until this transaction ends. */
    Optional<Decision> held(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The decisions that were taken under a power. */
    List<PowerCheck.Use> uses(UUID power) {
        return sql.list(
                row -> new PowerCheck.Use(Sql.instant(row, "settled_at"), row.getBigDecimal("money")), """
                select settled_at, money from decision
                where tenant_id = folkmoot.current_tenant() and power_id = ? and state = 'taken'
                """, power);
    }

    @Override
    public List<Taken> at(UUID meeting) {
        return list("meetingId = ?1 and state = 'taken' order by settledAt, id", meeting).stream()
                .map(decision -> decision.minuted(
                        standing(decision).map(Standing::stands).orElse(null)))
                .toList();
    }

    @Override
    public List<Refused> refusedAt(UUID meeting) {
        return list("meetingId = ?1 and state = 'refused' order by settledAt, id", meeting).stream()
                .map(Decision::minutedAsRefused)
                .toList();
    }

    void agree(Decision decision, Person person, Instant at) {
        sql.change("""
                insert into decision_agreement (tenant_id, decision_id, subject, name, agreed_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?) on conflict do nothing
                """, decision.id(), person.subject(), person.name(), at);
        getEntityManager().lock(decision, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    DecisionView view(Decision decision, boolean insider, Instant moment) {
        return decision.view(agreed(decision.id()), standing(decision).orElse(null), insider, moment);
    }

    private List<DecisionView.Agreement> agreed(UUID decision) {
        return sql.list(
                row -> new DecisionView.Agreement(row.getString("name"), Sql.instant(row, "agreed_at")), """
                select name, agreed_at from decision_agreement
                where tenant_id = folkmoot.current_tenant() and decision_id = ? order by agreed_at, subject
                """, decision);
    }

    @Override
    public Map<String, String> outcomes(Collection<String> decisions) {
        var outcomes = new HashMap<String, String>();
        if (decisions.isEmpty()) {
            return outcomes;
        }
        // Many decisions hang on few powers.
        var known = new HashMap<UUID, Optional<KnownPower>>();
        for (Decision decision :
                list("id in ?1", decisions.stream().map(UUID::fromString).toList())) {
            Instant taken = decision.settledAt();
            if (decision.isTaken() && taken != null) {
                Standing.of(known.computeIfAbsent(decision.powerId(), powers::known), taken)
                        .outcome()
                        .ifPresent(outcome -> outcomes.put(decision.id().toString(), outcome));
            }
        }
        return outcomes;
    }

    /** Why nothing new is done under a decision that was taken; empty if it stands. */
    public List<Unmet> voids(Decision decision) {
        return standing(decision).map(Standing::unmet).orElseGet(List::of);
    }

    /** Whether a decision stands; empty unless it was taken. */
    private Optional<Standing> standing(Decision decision) {
        Instant taken = decision.settledAt();
        return decision.isTaken() && taken != null
                ? Optional.of(Standing.of(powers.known(decision.powerId()), taken))
                : Optional.empty();
    }
}
