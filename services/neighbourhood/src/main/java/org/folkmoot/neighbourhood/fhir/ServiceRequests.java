package org.folkmoot.neighbourhood.fhir;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.referral.ReferralView;
import org.folkmoot.neighbourhood.referral.RowView;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;

/** Referrals, as what was asked of a team. */
@ApplicationScoped
class ServiceRequests implements Shelf {

    private final ReferralSearch referrals;

    ServiceRequests(ReferralSearch referrals) {
        this.referrals = referrals;
    }

    @Override
    public String type() {
        return References.SERVICE_REQUEST;
    }

    @Override
    public Set<SearchParameter> parameters() {
        return Set.of(
                SearchParameter.ID,
                SearchParameter.PATIENT,
                SearchParameter.PATIENT_IDENTIFIER,
                SearchParameter.STATUS);
    }

    @Override
    public Optional<ServiceRequest> one(String id, Reader reader) {
        return referrals.one(id, reader).map(ServiceRequests::resource);
    }

    @Override
    public Found search(Criteria criteria, Reader reader) {
        return referrals.resources(
                criteria,
                null,
                reader,
                ServiceRequests::resource,
                request -> request.getStatus().toCode());
    }

    private static ServiceRequest resource(SeenReferral referral) {
        RowView row = referral.row();
        var request = new ServiceRequest();
        referral.identify(request, References.SERVICE_REQUEST);
        request.setStatus(referral.status().request())
                .setIntent(ServiceRequestIntent.ORDER)
                .setPriority(ServiceRequestPriority.fromCode(row.priority()))
                .setRequisition(Systems.of(row.journey()))
                .setSubject(referral.patient())
                .addPerformer(References.team(row.team(), row.teamName()))
                .addIdentifier(Systems.of(row.id()));
        request.addCategory()
                .addCoding()
                .setSystem(Systems.REQUEST_CATEGORIES)
                .setCode("referral")
                .setDisplay("Transfer of Care");
        String practice = row.practice();
        if (practice != null) {
            request.setRequester(References.practice(practice, row.practiceName()));
        }
        String service = row.service();
        if (service != null) {
            request.getCode().setText(service);
        }
        LocalDate submitted = row.submittedOn();
        if (submitted != null) {
            request.setAuthoredOnElement(References.on(submitted));
        }
        referral.view().ifPresent(view -> complete(request, view));
        return request;
    }

    private static void complete(ServiceRequest request, ReferralView view) {
        String reason = view.reason();
        if (reason != null) {
            request.addReasonCode().setText(reason);
        }
        UUID before = view.redirectedFrom();
        if (before != null) {
            request.addReplaces(References.to(References.SERVICE_REQUEST, before));
        }
    }
}
