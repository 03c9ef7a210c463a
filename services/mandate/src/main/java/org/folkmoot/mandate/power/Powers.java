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

    PowerHistory history(UUID power) {
        return new PowerHistory(
                all("from PowerVersion where powerId = :power order by number desc", PowerVersion.class, power),
                all("from PowerReview where powerId = :power order by number desc", PowerReview.class, power));
    }

    private <T> List<T> all(String question, Class<T> type, UUID power) {
        return database.createQuery(question, type).setParameter("power", power).getResultList();
    }

    PowerState state(Power power, PowerHistory history, Instant moment) {
        Optional<PowerVersion> holding = history.holding(moment);
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

    void add(PowerReview review) {
        database.persist(review);
    }

    /** Counts a change of its versions and reviews as a change of the power. */
    void touch(Power power) {
        database.lock(power, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    PowerView view(Power power, Instant moment) {
        PowerHistory history = history(power.id());
        PowerTerms terms = history.terms(moment).orElse(null);
        PowerState state = state(power, history, moment);
        LocalDate today = LondonTime.dateOf(moment);
        boolean due = terms != null
                && state.isReviewed()
                && !today.isBefore(terms.review().minusDays(REVIEW_DAYS));
        return new PowerView(
                power.id(),
                power.groupId(),
                power.mandateId(),
                state.slug(),
                terms,
                due,
                uses.of(power.id()),
                history.versions().stream().map(PowerVersion::view).toList(),
                history.reviews().stream().map(PowerReview::view).toList());
    }
}
