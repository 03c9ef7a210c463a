package org.folkmoot.portal.service;

import static org.folkmoot.portal.service.ServiceClient.query;
import static org.folkmoot.portal.service.ServiceClient.segment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.PortalConfig;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** The control plane: the ICSs of the platform, and the people of one ICS. */
@ApplicationScoped
public class Tenants {

    /** One piece of work for an ICS. */
    public record Step(
            String step,
            String state,
            int attempts,
            @Nullable String lastError,
            Instant changedAt) {}

    /** An ICS on the platform. */
    public record Ics(
            String tenant,
            String code,
            String name,
            String state,
            Instant since,
            @Nullable String procedure,
            boolean busy,
            List<Step> steps,
            @Nullable Instant exportedAt) {
        public Ics {
            steps = steps == null ? List.of() : List.copyOf(steps);
        }
    }

    /** Who administers a new ICS first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Administrator(String username, String email, String firstName, String lastName) {}

    /** An ICS to take onto the platform. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Onboarding(String code, @Nullable Administrator administrator) {}

    /** Somebody with an account at the ICS. */
    public record Person(
            String id,
            String username,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String mail,
            boolean enabled,
            List<String> roles,
            List<String> organisations,
            @Nullable Instant since) {
        public Person {
            roles = roles == null ? List.of() : List.copyOf(roles);
            organisations = organisations == null ? List.of() : List.copyOf(organisations);
        }

        /** The name, as it is written. */
        public String fullName() {
            String full = ((firstName == null ? "" : firstName) + " " + (lastName == null ? "" : lastName)).strip();
            return full.isEmpty() ? username : full;
        }
    }

    /** Somebody as a secretary finds them. */
    public record PersonName(String id, String name, List<String> organisations) {
        public PersonName {
            organisations = organisations == null ? List.of() : List.copyOf(organisations);
        }

        /** For whom the person acts; null if for nobody. */
        public @Nullable String acts() {
            return organisations.isEmpty() ? null : "Acts for " + String.join(", ", organisations);
        }
    }

    /**
     * Which people are looked for; each part may be absent.
     *
     * @param words parts of names or of the mail address
     * @param sort the order: {@code name} or {@code newest}; absent for that of user names
     */
    public record Sought(
            @Nullable String words,
            @Nullable String role,
            @Nullable String sort) {

        /** Everybody. */
        public static final Sought ALL = new Sought(null, null, null);

        Map<String, @Nullable Object> parameters() {
            var parameters = new LinkedHashMap<String, @Nullable Object>();
            parameters.put("q", words);
            parameters.put("role", role);
            parameters.put("sort", sort);
            return parameters;
        }
    }

    /** What an administrator says of a person: all of it, each time. */
    public record PersonDetails(
            String firstName, String lastName, String mail, List<String> roles, List<String> organisations) {}

    /** How a person gets a new way in. The password is shown once and kept nowhere. */
    public record Reset(String way, @Nullable String temporaryPassword, String detail) {
        @Override
        public String toString() {
            return "Reset[" + way + "]";
        }
    }

    /** A change of an ICS's life. */
    public enum Change {
        SUSPEND("POST", "/suspension"),
        RESUME("DELETE", "/suspension"),
        RETRY("POST", "/onboarding/retry");

        private final String method;
        private final String path;

        Change(String method, String path) {
            this.method = method;
            this.path = path;
        }
    }

    private final ServiceClient client;

    Tenants(
            @ConfigProperty(name = "folkmoot.services.tenants", defaultValue = "http://localhost:8085") String url,
            PortalConfig portal,
            ObjectMapper json) {
        this.client = new ServiceClient("register of ICSs and people", url, portal.patience(), json);
    }

    public Reply<List<Ics>> all(Visit visit) {
        return client.get(visit, "/ics", new TypeReference<Page<Ics>>() {}).map(Page::items);
    }

    public Reply<Ics> ics(Visit visit, String tenant) {
        return client.get(visit, "/ics/" + segment(tenant), new TypeReference<>() {});
    }

    public Reply<Ics> onboard(Visit visit, Onboarding onboarding, UUID key) {
        return client.create(visit, "/ics", onboarding, key, new TypeReference<>() {});
    }

    public Reply<Ics> change(Visit visit, String tenant, Change change, String tag) {
        return client.send(
                visit, change.method, "/ics/" + segment(tenant) + change.path, null, tag, new TypeReference<>() {});
    }

    public Reply<Page<Person>> people(Visit visit, Sought sought, @Nullable String cursor, int limit) {
        var parameters = sought.parameters();
        parameters.put("cursor", cursor);
        parameters.put("limit", limit);
        return client.get(visit, "/people" + query(parameters), new TypeReference<>() {});
    }

    /** People with these words in their names: at least two letters. */
    public Reply<List<PersonName>> names(Visit visit, String words) {
        return client.get(visit, "/people/names" + query(Map.of("q", words)), new TypeReference<Page<PersonName>>() {})
                .map(Page::items);
    }

    public Reply<Passage> peopleTable(Visit visit, Sought sought, String type) {
        return client.pass(visit, "/people" + query(sought.parameters()), type);
    }

    public Reply<Person> person(Visit visit, UUID id) {
        return client.get(visit, "/people/" + id, new TypeReference<>() {});
    }

    /** Adds a person; the answer is empty but for the location, whose last segment is the person's id. */
    public Reply<JsonNode> add(Visit visit, PersonDetails person, UUID key) {
        return client.create(visit, "/people", person, key, new TypeReference<>() {});
    }

    public Reply<Person> change(Visit visit, UUID id, PersonDetails person, String tag) {
        return client.send(visit, "PUT", "/people/" + id, person, tag, new TypeReference<>() {});
    }

    public Reply<Person> enable(Visit visit, UUID id, boolean enabled, String reason, String tag) {
        return client.send(
                visit,
                "POST",
                "/people/" + id + (enabled ? "/enable" : "/disable"),
                Map.of("reason", reason),
                tag,
                new TypeReference<>() {});
    }

    public Reply<Reset> reset(Visit visit, UUID id, String reason, boolean secondFactor) {
        return client.send(
                visit,
                "POST",
                "/people/" + id + "/reset",
                Map.of("reason", reason, "secondFactor", secondFactor),
                null,
                new TypeReference<>() {});
    }
}
