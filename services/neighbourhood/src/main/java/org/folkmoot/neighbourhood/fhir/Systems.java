package org.folkmoot.neighbourhood.fhir;

import java.util.Locale;
import java.util.UUID;
import org.folkmoot.nhs.NhsNumber;
import org.folkmoot.nhs.OdsCode;
import org.hl7.fhir.r4.model.Identifier;
import org.jspecify.annotations.Nullable;

/** The names by which FHIR in the NHS tells identifiers and codes apart. */
final class Systems {

    static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";
    static final String ODS_CODE = "https://fhir.nhs.uk/Id/ods-organization-code";

    /** RFC 3986: the value is a URI, here a UUID as RFC 9562 writes it in one. */
    static final String URI = "urn:ietf:rfc:3986";

    static final String UUID_URN = "urn:uuid:";

    static final String MESSAGE_EVENTS = "https://fhir.nhs.uk/CodeSystem/message-events-bars";
    static final String MESSAGE_REASONS = "https://fhir.nhs.uk/CodeSystem/message-reason-bars";
    static final String REQUEST_CATEGORIES = "https://fhir.nhs.uk/CodeSystem/message-category-servicerequest";

    /** As the standard's examples spell it. */
    static final String HTTP_ERRORS = "https://fhir.nhs.uk/Codesystem/http-error-codes";

    private static final String UK_CORE = "https://fhir.hl7.org.uk/StructureDefinition/UKCore-";

    private Systems() {}

    static String ukCore(String type) {
        return UK_CORE + type;
    }

    /** Whether an identifier is of that system, of which senders write the capital letters as they like. */
    static boolean is(String system, @Nullable String given) {
        return given != null && given.toLowerCase(Locale.ROOT).equals(system.toLowerCase(Locale.ROOT));
    }

    static Identifier of(UUID id) {
        return new Identifier().setSystem(URI).setValue(UUID_URN + id);
    }

    static Identifier of(OdsCode code) {
        return new Identifier().setSystem(ODS_CODE).setValue(code.code());
    }

    static Identifier of(NhsNumber number) {
        return new Identifier().setSystem(NHS_NUMBER).setValue(number.digits());
    }
}
