package org.folkmoot.registry.area;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.folkmoot.registry.directory.IcsPractice;

/** The areas of the ICS with their definitions. */
@ApplicationScoped
public class Areas implements PanacheRepositoryBase<Area, UUID> {

    private static final String IN_FORCE = """
            from AreaDefinition d where d.fromDay <= :day
                and d.number = (select max(e.number) from AreaDefinition e where e.areaId = d.areaId and e.fromDay <= :day)
                and d.areaId in (select a.id from Area a where a.kind = :kind)
            """;

    private final EntityManager database;

    Areas(EntityManager database) {
        this.database = database;
    }

    /** Which practices are in a place on a day; empty where there is no such place then. */
    public Optional<Predicate<IcsPractice>> practicesOf(UUID place, LocalDate day) {
        return inForce(Area.PLACE, place, day).map(definition -> definition::holds);
    }

    /** The name of a place on a day, if there is such a place then. */
    public Optional<String> nameOf(UUID place, LocalDate day) {
        return inForce(Area.PLACE, place, day).map(AreaDefinition::name);
    }

    Optional<Area> find(String kind, UUID id) {
        return findByIdOptional(id).filter(area -> area.is(kind));
    }

    /** The definitions in force on a day, by name. An ICS has some dozens. */
    List<AreaDefinition> inForce(String kind, LocalDate day) {
        return database
                .createQuery(IN_FORCE, AreaDefinition.class)
                .setParameter("day", day)
                .setParameter("kind", kind)
                .getResultList()
                .stream()
                .sorted(Comparator.comparing(AreaDefinition::name).thenComparing(AreaDefinition::areaId))
                .toList();
    }

    Optional<AreaDefinition> inForce(String kind, UUID id, LocalDate day) {
        return inForce(kind, day).stream()
                .filter(definition -> definition.areaId().equals(id))
                .findFirst();
    }

    /** The newest first. */
    List<AreaDefinition> definitions(UUID id) {
        return database.createQuery(
                        "from AreaDefinition where areaId = :area order by number desc", AreaDefinition.class)
                .setParameter("area", id)
                .getResultList();
    }

    /** Every definition of every area of a kind, area by area, the newest first. */
    List<AreaDefinition> definitions(String kind) {
        return database.createQuery("""
                        select d from AreaDefinition d, Area a
                        where a.id = d.areaId and a.kind = :kind order by d.areaId, d.number desc
                        """, AreaDefinition.class)
                .setParameter("kind", kind)
                .getResultList();
    }

    /** The newest definition of every area of a kind, whether it is in force yet or not. */
    List<AreaDefinition> newest(String kind) {
        return database.createQuery("""
                        select d from AreaDefinition d, Area a
                        where a.id = d.areaId and a.number = d.number and a.kind = :kind order by d.areaId
                        """, AreaDefinition.class)
                .setParameter("kind", kind)
                .getResultList();
    }

    /** No area of the kind that there is can be defined anew until this transaction ends. */
    void hold(String kind) {
        find("kind = ?1 order by id", kind)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .list();
    }

    void add(Object entity) {
        database.persist(entity);
    }
}
