package org.folkmoot.portal.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** The people who are referred. An NHS number stands in bodies, never in an address. */
@ApplicationScoped
public class Patients {

    /**
     * A patient.
     *
     * @param nhsNumber in groups, as it is shown
     * @param basis why the person who asks may see this
     */
    public record Patient(
            UUID id,
            String nhsNumber,
            String familyName,
            String givenName,
            LocalDate birthDate,
            @Nullable String gender,
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String phone,
            @Nullable String registeredPractice,
            @Nullable String registeredPracticeName,
            boolean deceased,
            @Nullable LocalDate diedOn,
            String basis) {

        /** The name, as lists show it. */
        public String who() {
            return Referrals.who(familyName, givenName);
        }

        /** Never of whom. */
        @Override
        public String toString() {
            return "Patient[" + id + "]";
        }
    }

    /** Who is referred for the first time. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewPatient(
            String nhsNumber,
            String familyName,
            String givenName,
            LocalDate birthDate,
            @Nullable String gender,
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String phone,
            @Nullable String registeredPractice) {

        /** Never of whom. */
        @Override
        public String toString() {
            return "NewPatient[withheld]";
        }
    }

    /** What may be put right of a patient. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Details(
            String familyName,
            String givenName,
            @Nullable String gender,
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String phone) {

        /** Never of whom. */
        @Override
        public String toString() {
            return "Details[withheld]";
        }
    }

    /** Somebody has read something of a patient. */
    public record Read(Instant at, String name, List<String> organisations, String what, String why) {
        public Read {
            organisations = organisations == null ? List.of() : List.copyOf(organisations);
        }
    }

    private final NeighbourhoodService neighbourhood;

    Patients(NeighbourhoodService neighbourhood) {
        this.neighbourhood = neighbourhood;
    }

    /** The patient of that number, if there is one whom the person may see. */
    public Reply<Optional<Patient>> search(Visit visit, String nhsNumber) {
        return neighbourhood
                .client()
                .send(
                        visit,
                        "POST",
                        "/patients/search",
                        Map.of("nhsNumber", nhsNumber),
                        null,
                        new TypeReference<Page<Patient>>() {})
                .map(page -> page.items().stream().findFirst());
    }

    public Reply<Patient> patient(Visit visit, UUID id) {
        return neighbourhood.client().get(visit, "/patients/" + id, new TypeReference<>() {});
    }

    public Reply<JsonNode> amend(Visit visit, UUID id, Details details, String tag) {
        return neighbourhood.client().send(visit, "PUT", "/patients/" + id, details, tag, new TypeReference<>() {});
    }

    /** Who has read of the patient, the newest first. */
    public Reply<Page<Read>> reads(Visit visit, UUID id, @Nullable String cursor, int limit) {
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("cursor", cursor);
        asked.put("limit", limit);
        return neighbourhood
                .client()
                .get(visit, "/patients/" + id + "/reads" + ServiceClient.query(asked), new TypeReference<>() {});
    }

    /** Every look at the record, the latest first: the person may ask for all of them. */
    public Reply<List<Read>> allReads(Visit visit, UUID id) {
        return neighbourhood
                .client()
                .all(visit, "/patients/" + id + "/reads", Map.of(), Integer.MAX_VALUE, new TypeReference<>() {});
    }
}
