package org.folkmoot.mandate.power;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.mandate.mandate.Mandates;
import org.folkmoot.nhs.LondonTime;
import org.jspecify.annotations.Nullable;

/** The powers of the ICS. */
@ApplicationScoped
class Powers implements PanacheRepositoryBase<Power, UUID> {

    private static final int REVIEW_DAYS = 30;

    private final EntityManager database;
    private final Mandates mandates;
    private final PowerUses uses;

    Powers(EntityManager database, Mandates mandates, PowerUses uses) {
        this.database = database;
        this.mandates = mandates;
        this.uses = uses;
    }

    List<Power> page(UUID group, @Nullable UUID after, int most) {
        return after == null
                ? find("groupId = ?1 order by id", group).page(0, most).list()
                : find("groupId = ?1 and id > ?2 order by id", group, after)
                        .page(0, most)
                        .list();
    }

    List<PowerVersion> versions(UUID power) {
        return database.createQuery("from PowerVersion where powerId = :power order by number desc", PowerVersion.class)
                .setParameter("power", power)
                .getResultList();
    }

    /** The version that holds at that moment. */
    Optional<PowerVersion> holding(List<PowerVersion> versions, Instant moment) {
        return versions.stream()
                .filter(version -> version.proposal().isConfirmedBy(moment))
                .findFirst();
    }

    PowerState state(Power power, List<PowerVersion> versions, Instant moment) {
        Optional<PowerVersion> holding = holding(versions, moment);
        boolean counts = mandates.term(power.mandateId(), moment)
                .filter(Mandates.Term::inForce)
                .isPresent();
        return PowerState.of(
                holding.map(PowerVersion::change).orElse(null),
                holding.map(PowerVersion::terms).orElse(null),
                counts,
                LondonTime.dateOf(moment));
    }

    void add(PowerVersion version) {
        database.persist(version);
    }

    /** Counts a change of its versions as a change of the power. */
    void touch(Power power) {
        database.lock(power, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    PowerView view(Power power, Instant moment) {
        List<PowerVersion> versions = versions(power.id());
        PowerTerms terms = holding(versions, moment).map(PowerVersion::terms).orElse(null);
        PowerState state = state(power, versions, moment);
        LocalDate today = LondonTime.dateOf(moment);
        boolean due = terms != null
                && (state == PowerState.IN_FORCE || state == PowerState.SUSPENDED)
                && !today.isBefore(terms.review().minusDays(REVIEW_DAYS));
        return new PowerView(
                power.id(),
                power.groupId(),
                power.mandateId(),
                state.slug(),
                terms,
                due,
                uses.of(power.id()),
                versions.stream().map(PowerVersion::view).toList());
    }
}
