package org.folkmoot.neighbourhood.fhir;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.neighbourhood.fhir.Entries.Found;
import org.folkmoot.neighbourhood.fhir.RequestMessage.Known;
import org.folkmoot.neighbourhood.fhir.RequestMessage.Said;
import org.folkmoot.neighbourhood.patient.PersonRequest;
import org.folkmoot.nhs.NhsNumber;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.Problem;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a bundle what its sender asks for, or says everything that is wrong with it.
 *
 * <p>Of the standard's three elements that decide, the event is {@code servicerequest-request}, the reason {@code new} or {@code
 * update}, and the focus a ServiceRequest: {@code active}, or for a cancellation an update of one that is {@code revoked} or
 * {@code entered-in-error}. A ServiceRequest's performer is the team, known by an identifier of the system {@code
 * urn:ietf:rfc:3986}; its requester, or else the message's sender, is the practice, known by its ODS code.
 */
final class ReadMessage {

    /** What came of it. */
    sealed interface Read {

        /** It is a message that can be acted upon. */
        record Understood(RequestMessage message) implements Read {}

        /** It is not. */
        record Refused(Problem problem) implements Read {}
    }

    static final String EVENT = "servicerequest-request";
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}");
    private static final String NEW = "new";
    private static final String UPDATE = "update";
    private static final Set<ServiceRequestStatus> CANCELLED =
            Set.of(ServiceRequestStatus.REVOKED, ServiceRequestStatus.ENTEREDINERROR);

    private final Bundle bundle;
    private final Entries entries;
    private final Findings findings = new Findings();
    private final Map<String, String> places = new HashMap<>();

    private ReadMessage(Bundle bundle) {
        this.bundle = bundle;
        this.entries = new Entries(bundle);
    }

    static Read of(Bundle bundle) {
        var reading = new ReadMessage(bundle);
        Optional<RequestMessage> message = reading.message();
        return message.isPresent() && !reading.findings.any()
                ? new Read.Understood(message.get())
                : new Read.Refused(reading.findings.problem());
    }

    private Optional<RequestMessage> message() {
        if (bundle.getType() != Bundle.BundleType.MESSAGE) {
            findings.unsupported("#/type", "must be message");
            return Optional.empty();
        }
        Resource first = bundle.hasEntry() ? bundle.getEntryFirstRep().getResource() : null;
        if (!(first instanceof MessageHeader header)) {
            findings.missing("#/entry/0/resource", "The MessageHeader, which comes first,");
            return Optional.empty();
        }
        Optional<String> reason = reason(header);
        Optional<Found<ServiceRequest>> focus = focus(header);
        if (reason.isEmpty() || focus.isEmpty()) {
            return Optional.empty();
        }
        return message(header, reason.get(), focus.get());
    }

    private Optional<RequestMessage> message(MessageHeader header, String reason, Found<ServiceRequest> focus) {
        ServiceRequestStatus status = focus.resource().getStatus();
        boolean cancelled = status != null && CANCELLED.contains(status);
        if (status == null) {
            findings.missing(focus.at("status"), "The status");
            return Optional.empty();
        }
        if (reason.equals(UPDATE) && cancelled) {
            return known(focus).map(known -> new RequestMessage.Cancel(known, words(focus.resource()), places));
        }
        if (status != ServiceRequestStatus.ACTIVE) {
            findings.senseless(
                    focus.at("status"), "must be active, or in an update that cancels revoked or entered-in-error");
            return Optional.empty();
        }
        Optional<UUID> team = team(focus);
        Optional<Said> said = said(focus);
        if (reason.equals(UPDATE)) {
            Optional<Known> known = known(focus);
            return known.isPresent() && said.isPresent() && team.isPresent()
                    ? Optional.of(new RequestMessage.Update(known.get(), said.get(), team.get(), places))
                    : Optional.empty();
        }
        Optional<OdsCode> practice = practice(header, focus);
        Optional<PersonRequest> person = person(focus);
        return said.isPresent() && team.isPresent() && practice.isPresent() && person.isPresent()
                ? Optional.of(new RequestMessage.New(said.get(), person.get(), team.get(), practice.get(), places))
                : Optional.empty();
    }

    // ------------------------------------------------------------------------------------------------ the header

    private Optional<String> reason(MessageHeader header) {
        Coding event = header.hasEventCoding() ? header.getEventCoding() : new Coding();
        if (!event.hasCode()) {
            findings.missing("#/entry/0/resource/eventCoding", "The event");
        } else if (!EVENT.equals(event.getCode()) || !Systems.is(Systems.MESSAGE_EVENTS, event.getSystem())) {
            findings.unsupported(
                    "#/entry/0/resource/eventCoding",
                    "must be " + EVENT + " of the system " + Systems.MESSAGE_EVENTS
                            + ": no other message is taken here");
        }
        Optional<Coding> reason = header.getReason().getCoding().stream()
                .filter(coding -> Systems.is(Systems.MESSAGE_REASONS, coding.getSystem()))
                .findFirst();
        if (reason.isEmpty()) {
            findings.missing("#/entry/0/resource/reason", "The reason, of the system " + Systems.MESSAGE_REASONS + ",");
            return Optional.empty();
        }
        String code = String.valueOf(reason.get().getCode());
        if (!code.equals(NEW) && !code.equals(UPDATE)) {
            findings.wrong("#/entry/0/resource/reason", "must be new or update");
            return Optional.empty();
        }
        return Optional.of(code);
    }

    private Optional<Found<ServiceRequest>> focus(MessageHeader header) {
        List<Found<ServiceRequest>> requests = header.getFocus().stream()
                .flatMap(reference -> entries.find(reference, ServiceRequest.class).stream())
                .toList();
        if (requests.size() != 1) {
            findings.missing("#/entry/0/resource/focus", "The one ServiceRequest in this bundle that it is about");
            return Optional.empty();
        }
        return Optional.of(requests.getFirst());
    }

    // ------------------------------------------------------------------------------------------------ the request

    private Optional<Known> known(Found<ServiceRequest> focus) {
        ServiceRequest request = focus.resource();
        Optional<UUID> id = Optional.ofNullable(request.getIdElement().getIdPart())
                .flatMap(Ids::parse)
                .or(() -> identified(request.getIdentifier()));
        if (id.isEmpty()) {
            findings.missing(focus.at("id"), "The id that this service gave to the ServiceRequest");
        }
        String version = request.getMeta().getVersionId();
        if (version != null && !VERSION.matcher(version).matches()) {
            findings.wrong(focus.at("meta"), "must have the versionId that this service gave, or none");
        }
        return id.map(known -> new Known(known, version));
    }

    private Optional<Said> said(Found<ServiceRequest> focus) {
        ServiceRequest request = focus.resource();
        String words = words(request);
        if (words == null) {
            findings.missing(focus.at("reasonCode"), "The reason in words, as text of reasonCode or as a note,");
            return Optional.empty();
        }
        places.put("#/reason", focus.at("reasonCode"));
        places.put("#/service", focus.at("code"));
        places.put("#/priority", focus.at("priority"));
        return Optional.of(new Said(priority(request.getPriority()), text(request.getCode()), words));
    }

    /** The reasons and the notes, each on its own line. */
    private static @Nullable String words(ServiceRequest request) {
        String words = Stream.concat(
                        request.getReasonCode().stream().map(ReadMessage::text),
                        request.getNote().stream().map(note -> blankToNull(note.getText())))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return blankToNull(words);
    }

    private static @Nullable String text(CodeableConcept concept) {
        String text = blankToNull(concept.getText());
        return text != null
                ? text
                : blankToNull(concept.getCoding().stream()
                        .map(Coding::getDisplay)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")));
    }

    private static String priority(@Nullable ServiceRequestPriority priority) {
        return priority == null || priority == ServiceRequestPriority.ROUTINE ? "routine" : "urgent";
    }

    private Optional<UUID> team(Found<ServiceRequest> focus) {
        places.put("#/team", focus.at("performer"));
        Optional<UUID> team = focus.resource().getPerformer().stream()
                .flatMap(reference -> identified(reference).stream())
                .findFirst();
        if (team.isEmpty()) {
            findings.missing(
                    focus.at("performer"),
                    "The team, as a performer with an identifier of the system " + Systems.URI + " (urn:uuid:…),");
        }
        return team;
    }

    private Optional<UUID> identified(Reference reference) {
        return identified(List.of(reference.getIdentifier()))
                .or(() -> entries.find(reference, HealthcareService.class)
                        .flatMap(found -> identified(found.resource().getIdentifier())))
                .or(() -> entries.find(reference, CareTeam.class)
                        .flatMap(found -> identified(found.resource().getIdentifier())))
                .or(() -> entries.find(reference, Organization.class)
                        .flatMap(found -> identified(found.resource().getIdentifier())));
    }

    private static Optional<UUID> identified(List<Identifier> identifiers) {
        return identifiers.stream()
                .filter(identifier -> Systems.is(Systems.URI, identifier.getSystem()) && identifier.hasValue())
                .flatMap(identifier -> Ids.parse(identifier.getValue()).stream())
                .findFirst();
    }

    private Optional<OdsCode> practice(MessageHeader header, Found<ServiceRequest> focus) {
        places.put("#/practice", focus.at("requester"));
        Optional<OdsCode> practice = entries.organisation(focus.resource().getRequester())
                .or(() -> entries.organisation(header.getSender()));
        if (practice.isEmpty()) {
            findings.missing(focus.at("requester"), "The referring practice, as an organisation with its ODS code,");
        }
        return practice;
    }

    // ------------------------------------------------------------------------------------------------ the patient

    private Optional<PersonRequest> person(Found<ServiceRequest> focus) {
        Optional<Found<Patient>> found = entries.find(focus.resource().getSubject(), Patient.class);
        if (found.isEmpty()) {
            findings.missing(focus.at("subject"), "The Patient in this bundle to whom it refers");
            return Optional.empty();
        }
        Found<Patient> patient = found.get();
        Optional<NhsNumber> number = nhsNumber(patient);
        Optional<HumanName> name = name(patient);
        Optional<LocalDate> born = birthDate(patient);
        if (number.isEmpty() || name.isEmpty() || born.isEmpty()) {
            return Optional.empty();
        }
        Address address = address(patient.resource());
        places.put("#/person/nhsNumber", patient.at("identifier"));
        places.put("#/person/familyName", patient.at("name"));
        places.put("#/person/givenName", patient.at("name"));
        places.put("#/person/birthDate", patient.at("birthDate"));
        places.put("#/person/address", patient.at("address"));
        places.put("#/person/postcode", patient.at("address"));
        places.put("#/person/phone", patient.at("telecom"));
        places.put("#/person/registeredPractice", patient.at("generalPractitioner"));
        return Optional.of(new PersonRequest(
                number.get(),
                name.get().getFamily().strip(),
                name.get().getGivenAsSingleString().strip(),
                born.get(),
                patient.resource().hasGender() ? patient.resource().getGender().toCode() : null,
                lines(address),
                blankToNull(address.getPostalCode()),
                phone(patient.resource()),
                patient.resource().getGeneralPractitioner().stream()
                        .flatMap(reference -> entries.organisation(reference).stream())
                        .findFirst()
                        .orElse(null)));
    }

    private Optional<NhsNumber> nhsNumber(Found<Patient> patient) {
        List<Identifier> identifiers = patient.resource().getIdentifier();
        for (int number = 0; number < identifiers.size(); number++) {
            Identifier identifier = identifiers.get(number);
            if (Systems.is(Systems.NHS_NUMBER, identifier.getSystem()) && identifier.hasValue()) {
                String place = patient.at("identifier/" + number);
                return switch (NhsNumber.parse(identifier.getValue())) {
                    case NhsNumber.Parsed.Valid(NhsNumber valid) -> Optional.of(valid);
                    case NhsNumber.Parsed.Malformed() -> wrong(place, "must be an NHS number of ten digits");
                    case NhsNumber.Parsed.CheckFailed() ->
                        wrong(place, "must be an NHS number: the check digit of this one is wrong");
                };
            }
        }
        findings.missing(patient.at("identifier"), "The NHS number, of the system " + Systems.NHS_NUMBER + ",");
        return Optional.empty();
    }

    private Optional<HumanName> name(Found<Patient> patient) {
        List<HumanName> names = patient.resource().getName();
        Optional<HumanName> name = Stream.concat(
                        names.stream().filter(one -> one.getUse() == HumanName.NameUse.OFFICIAL),
                        names.stream()
                                .filter(one -> one.getUse() != HumanName.NameUse.OLD
                                        && one.getUse() != HumanName.NameUse.MAIDEN))
                .filter(one ->
                        blankToNull(one.getFamily()) != null && blankToNull(one.getGivenAsSingleString()) != null)
                .findFirst();
        if (name.isEmpty()) {
            findings.missing(patient.at("name"), "The name, family and given,");
        }
        return name;
    }

    private Optional<LocalDate> birthDate(Found<Patient> patient) {
        String said = patient.resource().getBirthDateElement().getValueAsString();
        if (said == null) {
            findings.missing(patient.at("birthDate"), "The date of birth");
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(said));
        } catch (DateTimeParseException e) {
            return wrong(patient.at("birthDate"), "must be a whole date, YYYY-MM-DD");
        }
    }

    private static Address address(Patient patient) {
        return patient.getAddress().stream()
                .filter(one -> one.getUse() != Address.AddressUse.OLD)
                .findFirst()
                .orElseGet(Address::new);
    }

    private static @Nullable String lines(Address address) {
        String lines = Stream.concat(
                        address.getLine().stream().map(StringType::getValue),
                        Stream.of(address.getCity(), address.getDistrict()))
                .map(ReadMessage::blankToNull)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? blankToNull(address.getText()) : lines;
    }

    private static @Nullable String phone(Patient patient) {
        return patient.getTelecom().stream()
                .filter(one -> one.getSystem() == ContactPoint.ContactPointSystem.PHONE && one.hasValue())
                .map(ContactPoint::getValue)
                .findFirst()
                .orElse(null);
    }

    private <T> Optional<T> wrong(String place, String words) {
        findings.wrong(place, words);
        return Optional.empty();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
