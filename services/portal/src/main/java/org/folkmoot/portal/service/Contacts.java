package org.folkmoot.portal.service;

import static org.folkmoot.portal.service.ServiceClient.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** Whom to ring: consultants and service leads by specialty and place, as the registry keeps them. */
@ApplicationScoped
public class Contacts {

    /**
     * Somebody whom a GP may ring.
     *
     * @param place the place that they serve; null when it is the whole ICS
     * @param confirmedBy who last made sure of it
     * @param leftOn their last day in this post; null while they are there
     */
    public record Contact(
            UUID id,
            String specialty,
            @Nullable UUID place,
            String organisation,
            String name,
            String post,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String hours,
            String confirmedBy,
            LocalDate confirmedOn,
            @Nullable LocalDate leftOn) {}

    /** What is said of a contact: all of it, each time. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Details(
            String specialty,
            @Nullable UUID place,
            String organisation,
            String name,
            String post,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String hours) {}

    /**
     * What is searched for.
     *
     * @param specialty what its name holds, or empty
     * @param place the id of a place, or empty
     * @param confirmedBefore only those whom nobody has confirmed since; null for all
     * @param sort the order: {@code name} or {@code confirmed}; null for that of specialties
     */
    public record Wanted(
            String specialty,
            String place,
            @Nullable LocalDate confirmedBefore,
            @Nullable String sort) {

        private Map<String, @Nullable Object> parameters() {
            var parameters = new LinkedHashMap<String, @Nullable Object>();
            parameters.put("specialty", specialty);
            parameters.put("place", place);
            parameters.put("confirmedBefore", confirmedBefore);
            parameters.put("sort", sort);
            return parameters;
        }
    }

    private final Registry registry;

    Contacts(Registry registry) {
        this.registry = registry;
    }

    /** A part of the list. */
    public Reply<Page<Contact>> list(Visit visit, Wanted wanted, @Nullable String cursor, int limit) {
        var parameters = wanted.parameters();
        parameters.put("cursor", cursor);
        parameters.put("limit", limit);
        return registry.client().get(visit, "/contacts" + query(parameters), new TypeReference<>() {});
    }

    public Reply<Passage> table(Visit visit, Wanted wanted, String type) {
        return registry.client().pass(visit, "/contacts" + query(wanted.parameters()), type);
    }

    public Reply<Contact> find(Visit visit, UUID id) {
        return registry.client().get(visit, "/contacts/" + id, new TypeReference<>() {});
    }

    public Reply<Contact> record(Visit visit, Details contact, UUID key) {
        return registry.client().create(visit, "/contacts", contact, key, new TypeReference<>() {});
    }

    public Reply<Contact> amend(Visit visit, UUID id, Details contact, String tag) {
        return registry.client().send(visit, "PUT", "/contacts/" + id, contact, tag, new TypeReference<>() {});
    }

    public Reply<Contact> confirm(Visit visit, UUID id, String tag) {
        return registry.client()
                .send(visit, "PUT", "/contacts/" + id + "/confirmation", null, tag, new TypeReference<>() {});
    }

    public Reply<Contact> leave(Visit visit, UUID id, LocalDate on, String tag) {
        return registry.client()
                .send(visit, "PUT", "/contacts/" + id + "/departure", Map.of("on", on), tag, new TypeReference<>() {});
    }
}
