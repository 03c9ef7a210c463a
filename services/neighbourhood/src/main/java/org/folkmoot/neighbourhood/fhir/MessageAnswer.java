package org.folkmoot.neighbourhood.fhir;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.folkmoot.neighbourhood.referral.Outcome;
import org.folkmoot.neighbourhood.referral.Stage;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.MessageHeader.ResponseType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.jspecify.annotations.Nullable;

/**
 * What a sender hears of a message that took place. It is kept for a day, to be said again, and so holds nothing of a patient
 * but the id.
 */
@ApplicationScoped
class MessageAnswer {

    private final FhirAddress address;
    private final Clock clock;

    MessageAnswer(FhirAddress address, Clock clock) {
        this.address = address;
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @param request the sender's name for the message
     * @param outcome how the referral ended, if the message ended it
     */
    Bundle to(String request, Stage referral, @Nullable Outcome outcome) {
        String id = UUID.randomUUID().toString();
        var header = new MessageHeader();
        header.setId(id);
        header.getMeta().addProfile(Systems.ukCore("MessageHeader"));
        header.getEventCoding().setSystem(Systems.MESSAGE_EVENTS).setCode(ReadMessage.EVENT);
        header.getSource().setName("Folkmoot").setEndpoint(address.of(Capabilities.PROCESS_MESSAGE));
        header.getResponse().setIdentifier(request).setCode(ResponseType.OK);
        header.addFocus(References.to(References.SERVICE_REQUEST, referral.id()));

        var bundle = new Bundle();
        bundle.setId(UUID.randomUUID().toString());
        bundle.getMeta().addProfile(Systems.ukCore("Bundle"));
        bundle.setType(BundleType.MESSAGE)
                .setTimestampElement(new InstantType(
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()));
        bundle.addEntry().setFullUrl(address.of("MessageHeader/" + id)).setResource(header);
        bundle.addEntry()
                .setFullUrl(address.of(References.SERVICE_REQUEST + "/" + referral.id()))
                .setResource(request(referral, outcome));
        return bundle;
    }

    private static ServiceRequest request(Stage referral, @Nullable Outcome outcome) {
        var request = new ServiceRequest();
        request.setId(referral.id().toString());
        request.getMeta()
                .setVersionId(Long.toString(referral.version()))
                .addProfile(Systems.ukCore(References.SERVICE_REQUEST));
        request.setStatus(ReferralStatus.of(referral.state(), outcome).request())
                .setIntent(ServiceRequestIntent.ORDER)
                .setRequisition(Systems.of(referral.journey()))
                .setSubject(References.to(References.PATIENT, referral.patient()))
                .addPerformer(References.to(References.ORGANIZATION, referral.team()));
        return request;
    }
}
