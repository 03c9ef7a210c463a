package org.folkmoot.neighbourhood.fhir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.nhs.OdsCode;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The resources of a bundle, as they refer to each other. */
final class Entries {

    /**
     * A resource where it stands.
     *
     * @param place a pointer to it in the bundle, as errors say it
     */
    record Found<T>(T resource, String place) {

        /** Where something in it stands. */
        String at(String rest) {
            return place + "/" + rest;
        }
    }

    /** A role refers to an organisation; more steps than this are none that make sense. */
    private static final int MOST_STEPS = 3;

    private final Map<String, Found<Resource>> byName = new HashMap<>();

    Entries(Bundle bundle) {
        List<BundleEntryComponent> entries = bundle.getEntry();
        for (int number = 0; number < entries.size(); number++) {
            BundleEntryComponent entry = entries.get(number);
            Resource resource = entry.getResource();
            if (resource == null) {
                continue;
            }
            var found = new Found<>(resource, "#/entry/" + number + "/resource");
            if (entry.hasFullUrl()) {
                byName.putIfAbsent(entry.getFullUrl(), found);
            }
            if (resource.hasId()) {
                byName.putIfAbsent(
                        resource.fhirType() + "/" + resource.getIdElement().getIdPart(), found);
            }
        }
    }

    /** What a reference refers to, if that is in the bundle and is one of those. */
    <T> Optional<Found<T>> find(Reference reference, Class<T> type) {
        return Optional.ofNullable(reference.getReference())
                .map(byName::get)
                .filter(found -> type.isInstance(found.resource()))
                .map(found -> new Found<>(type.cast(found.resource()), found.place()));
    }

    /** The ODS code of the organisation to which a reference leads: itself, by a role in it, or by an identifier alone. */
    Optional<OdsCode> organisation(Reference reference) {
        return organisation(reference, MOST_STEPS);
    }

    private Optional<OdsCode> organisation(Reference reference, int steps) {
        if (steps == 0) {
            return Optional.empty();
        }
        return odsCode(List.of(reference.getIdentifier()))
                .or(() -> find(reference, Organization.class)
                        .flatMap(found -> odsCode(found.resource().getIdentifier())))
                .or(() -> find(reference, PractitionerRole.class)
                        .flatMap(found -> organisation(found.resource().getOrganization(), steps - 1)));
    }

    private static Optional<OdsCode> odsCode(List<Identifier> identifiers) {
        return identifiers.stream()
                .filter(identifier -> Systems.is(Systems.ODS_CODE, identifier.getSystem()) && identifier.hasValue())
                .findFirst()
                .flatMap(identifier -> OdsCode.parse(identifier.getValue()));
    }
}
