package org.folkmoot.registry.contact;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.http.Cursor;
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

    /** Those who have not left by that day, in that order, after that place. */
    List<Contact> page(Filter filter, LocalDate today, ContactOrder sort, @Nullable Cursor after, int most) {
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
            query.append(" and ").append(sort.order().after(member -> ":after" + member));
            List<Object> place = sort.place(after);
            for (int member = 1; member <= place.size(); member++) {
                parameters.put("after" + member, place.get(member - 1));
            }
        }
        return find(query + " order by " + sort.order().members(), parameters)
                .page(0, most)
                .list();
    }
}
