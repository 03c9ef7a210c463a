package org.folkmoot.mandate.group;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The groups of the ICS, with all that belongs to them. */
@ApplicationScoped
public class Groups implements PanacheRepositoryBase<LeadershipGroup, UUID> {

    private final EntityManager database;

    Groups(EntityManager database) {
        this.database = database;
    }

    /** The group as it is on that day, or empty if there is none for this ICS. */
    public Optional<GroupOnDay> onDay(UUID id, LocalDate day) {
        return findByIdOptional(id).map(group -> {
            Optional<Constitution> inForce = inForce(id, day);
            return new GroupOnDay(
                    id,
                    group.name(),
                    group.footprint(),
                    inForce.map(Constitution::number).orElse(0),
                    inForce.map(Constitution::charter).orElse(null));
        });
    }

    /** The seats that are held on that day, in the constitution's order. */
    public List<GroupOnDay.Seat> heldSeats(GroupOnDay group, LocalDate day) {
        Charter charter = group.charter();
        if (charter == null) {
            return List.of();
        }
        List<SeatTerm> terms = termsOn(group.id(), day);
        return charter.seats().stream()
                .flatMap(rule -> terms.stream()
                        .filter(term -> term.seat().equals(rule.seat()))
                        .map(term -> new GroupOnDay.Seat(
                                rule.seat(),
                                rule.name(),
                                rule.kind(),
                                term.holder(),
                                term.holderName(),
                                term.lastDay())))
                .toList();
    }

    /** Adopts a statement of purpose: what a ballot carried, and nothing else, does so. */
    public void adoptPurpose(UUID group, String words, UUID ballot, Instant at) {
        int number = purposes(group).stream().findFirst().map(Purpose::number).orElse(0) + 1;
        database.persist(new Purpose(Uuid7.next(), group, number, words, ballot, at));
    }

    /**
     * What belongs to that group is to be listed, and the answer cannot be a problem.
     *
     * @throws ProblemException 404 if there is no such group of this ICS
     */
    public void require(UUID id) {
        Result.within(findByIdOptional(id));
    }

    List<LeadershipGroup> page(@Nullable UUID after, int most) {
        return after == null
                ? find("order by id").page(0, most).list()
                : find("id > ?1 order by id", after).page(0, most).list();
    }

    /** The group, so that nobody else changes what belongs to it until this transaction ends. */
    Optional<LeadershipGroup> forChange(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_FORCE_INCREMENT));
    }

    Optional<Constitution> inForce(UUID group, LocalDate day) {
        return database
                .createQuery(
                        "from Constitution where groupId = :group and proposal.state = 'confirmed' and effectiveFrom <= :day"
                                + " order by number desc",
                        Constitution.class)
                .setParameter("group", group)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    List<Constitution> constitutions(UUID group) {
        return database.createQuery("from Constitution where groupId = :group order by number desc", Constitution.class)
                .setParameter("group", group)
                .getResultList();
    }

    Optional<Constitution> constitution(UUID group, int number) {
        return constitutions(group).stream()
                .filter(each -> each.number() == number)
                .findFirst();
    }

    Optional<Constitution> proposed(UUID group) {
        return constitutions(group).stream()
                .filter(each -> each.proposal().isOpen())
                .findFirst();
    }

    List<Purpose> purposes(UUID group) {
        return database.createQuery("from Purpose where groupId = :group order by number desc", Purpose.class)
                .setParameter("group", group)
                .getResultList();
    }

    List<SeatTerm> terms(UUID group) {
        return database.createQuery("from SeatTerm where groupId = :group order by fromDay desc, seat", SeatTerm.class)
                .setParameter("group", group)
                .getResultList();
    }

    Optional<SeatTerm> term(UUID group, UUID term) {
        return terms(group).stream().filter(each -> each.id().equals(term)).findFirst();
    }

    List<SeatTerm> termsOn(UUID group, LocalDate day) {
        return terms(group).stream().filter(term -> term.isHeldOn(day)).toList();
    }

    void add(Object entity) {
        database.persist(entity);
    }

    GroupView view(LeadershipGroup group, Instant now) {
        UUID id = group.id();
        return new GroupView(
                id,
                group.name(),
                group.footprint(),
                group.foundedAt(),
                inForce(id, LondonTime.dateOf(now)).map(Constitution::number).orElse(null),
                proposed(id).map(Constitution::number).orElse(null),
                purposes(id).stream().findFirst().map(Purpose::view).orElse(null));
    }
}
