package org.folkmoot.neighbourhood.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.folkmoot.nhs.NhsNumber;
import org.folkmoot.nhs.OdsCode;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** How resources name each other, and when something was. */
final class References {

    static final String SERVICE_REQUEST = "ServiceRequest";
    static final String TASK = "Task";
    static final String CARE_TEAM = "CareTeam";
    static final String CARE_PLAN = "CarePlan";
    static final String COMMUNICATION = "Communication";
    static final String ORGANIZATION = "Organization";
    static final String PATIENT = "Patient";

    private References() {}

    static Reference to(String type, Object id) {
        return new Reference(type + "/" + id).setType(type);
    }

    /** The patient by the NHS number, which a reader of the resource may know; an erased one has neither number nor name. */
    static Reference patient(UUID id, @Nullable NhsNumber number, @Nullable String name) {
        Reference patient = to(PATIENT, id);
        if (number != null) {
            patient.setIdentifier(Systems.of(number)).setDisplay(name);
        }
        return patient;
    }

    static Reference practice(String code, @Nullable String name) {
        return to(ORGANIZATION, code)
                .setIdentifier(Systems.of(OdsCode.of(code)))
                .setDisplay(name == null ? code : name);
    }

    static Reference team(UUID id, String name) {
        return to(ORGANIZATION, id).setIdentifier(Systems.of(id)).setDisplay(name);
    }

    /** A person of whom nothing is given but the name. */
    static Reference somebody(String name) {
        return new Reference().setDisplay(name);
    }

    static DateTimeType on(LocalDate day) {
        return new DateTimeType(day.toString());
    }

    static DateTimeType at(Instant moment) {
        return new DateTimeType(moment.truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
