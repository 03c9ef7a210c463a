package org.folkmoot.neighbourhood.fhir;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementMessagingComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.EventCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;

/** Says what can be read, searched and sent here, out of what there is. */
@ApplicationScoped
class Capabilities {

    static final String PROCESS_MESSAGE = "$process-message";

    /** When the statement last changed. */
    private static final String AS_OF = "2026-11-22";

    private final List<Shelf> shelves;
    private final FhirAddress address;
    private final String version;

    Capabilities(
            @All List<Shelf> shelves,
            FhirAddress address,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.shelves = shelves;
        this.address = address;
        this.version = version;
    }

    CapabilityStatement statement() {
        var statement = new CapabilityStatement();
        statement
                .setUrl(address.of("metadata"))
                .setName("FolkmootNeighbourhood")
                .setTitle("Folkmoot: integrated neighbourhood teams")
                .setStatus(PublicationStatus.ACTIVE)
                .setDateElement(new DateTimeType(AS_OF))
                .setKind(CapabilityStatementKind.INSTANCE)
                .setFhirVersion(FHIRVersion._4_0_1)
                .setDescription(
                        "Referrals to integrated neighbourhood teams, what becomes of them, and the messages by which"
                                + " they are made, changed and taken back.")
                .addFormat(FhirJson.MEDIA_TYPE);
        statement.setId("neighbourhood");
        statement.getSoftware().setName("Folkmoot").setVersion(version);
        statement
                .getImplementation()
                .setDescription("The neighbourhood service of one installation")
                .setUrl(address.root());
        describe(statement.addRest());
        describe(statement.addMessaging());
        return statement;
    }

    private void describe(CapabilityStatementRestComponent rest) {
        rest.setMode(RestfulCapabilityMode.SERVER);
        rest.getSecurity()
                .setDescription("A bearer token of the ICS's realm. It says for which organisations its bearer acts.")
                .addService()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/restful-security-service")
                .setCode("OAuth");
        shelves.stream()
                .sorted(Comparator.comparing(Shelf::type))
                .forEach(shelf -> describe(shelf, rest.addResource()));
        rest.addOperation()
                .setName(PROCESS_MESSAGE)
                .setDefinition("http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message");
    }

    private static void describe(Shelf shelf, CapabilityStatementRestResourceComponent resource) {
        resource.setType(shelf.type())
                .setProfile(Systems.ukCore(shelf.type()))
                .setVersioning(ResourceVersionPolicy.NOVERSION);
        resource.addInteraction().setCode(TypeRestfulInteraction.READ);
        resource.addInteraction()
                .setCode(TypeRestfulInteraction.SEARCHTYPE)
                .setDocumentation(
                        "By GET, or by POST to _search. An identifier of a person is taken in the latter only.");
        shelf.parameters().stream()
                .sorted()
                .forEach(parameter -> resource.addSearchParam()
                        .setName(parameter.text())
                        .setType(parameter.type())
                        .setDocumentation(parameter.words()));
    }

    private void describe(CapabilityStatementMessagingComponent messaging) {
        messaging
                .addEndpoint()
                .setAddress(address.of(PROCESS_MESSAGE))
                .getProtocol()
                .setSystem("http://terminology.hl7.org/CodeSystem/message-transport")
                .setCode("http");
        for (String message : List.of("request-referral", "request-cancelled")) {
            messaging
                    .addSupportedMessage()
                    .setMode(EventCapabilityMode.RECEIVER)
                    .setDefinition("https://fhir.nhs.uk/MessageDefinition/bars-message-servicerequest-" + message);
        }
    }
}
