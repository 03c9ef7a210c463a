package org.folkmoot.registry.contact;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The contacts of the ICS. */
@ApplicationScoped
class Contacts implements PanacheRepositoryBase<Contact, UUID> {

    /**
     * What a page is to hold.
     *
     * @param specialty what its name holds
     * @param place those who serve this place, among them those who serve the whole ICS
     * @param confirmedBefore those whom nobody has confirmed since that day
     */
    record Filter(
            @Nullable String specialty,
            @Nullable UUID place,
            @Nullable LocalDate confirmedBefore) {}

    /** Where a page ended. */
    record After(String specialty, String name, UUID id) {}

    /** Those who have not left by that day, by specialty and name. */
    List<Contact> page(Filter filter, LocalDate today, @Nullable After after, int most) {
        var query = new StringBuilder("(leftOn is null or leftOn >= :today)");
        var parameters = new HashMap<String, Object>(Map.of("today", today));
        if (filter.specialty() != null) {
            query.append(" and locate(lower(:specialty), lower(specialty)) > 0");
            parameters.put("specialty", filter.specialty().strip());
        }
        if (filter.place() != null) {
            query.append(" and (placeId is null or placeId = :place)");
            parameters.put("place", filter.place());
        }
        if (filter.confirmedBefore() != null) {
            query.append(" and confirmedOn < :before");
            parameters.put("before", filter.confirmedBefore());
        }
        if (after != null) {
            query.append(" and (specialty > :lastSpecialty or specialty = :lastSpecialty"
                    + " and (name > :lastName or name = :lastName and id > :lastId))");
            parameters.put("lastSpecialty", after.specialty());
            parameters.put("lastName", after.name());
            parameters.put("lastId", after.id());
        }
        return find(query + " order by specialty, name, id", parameters)
                .page(0, most)
                .list();
    }
}
