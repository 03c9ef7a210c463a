package org.folkmoot.neighbourhood.fhir;

import java.util.Arrays;
import org.folkmoot.neighbourhood.referral.Outcome;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/** A state of a referral, as FHIR says it: of the request, of the work on it, and of those who do it. */
enum ReferralStatus {
    DRAFT("draft", ServiceRequestStatus.DRAFT, TaskStatus.DRAFT, CareTeamStatus.PROPOSED),
    SUBMITTED("submitted", ServiceRequestStatus.ACTIVE, TaskStatus.REQUESTED, CareTeamStatus.PROPOSED),
    IN_TRIAGE("in-triage", ServiceRequestStatus.ACTIVE, TaskStatus.RECEIVED, CareTeamStatus.PROPOSED),
    ACCEPTED("accepted", ServiceRequestStatus.ACTIVE, TaskStatus.ACCEPTED, CareTeamStatus.ACTIVE),
    ASSESSMENT("assessment", ServiceRequestStatus.ACTIVE, TaskStatus.INPROGRESS, CareTeamStatus.ACTIVE),
    IN_CARE("in-care", ServiceRequestStatus.ACTIVE, TaskStatus.INPROGRESS, CareTeamStatus.ACTIVE),
    /** To whoever sent it, who may refer anew. */
    RETURNED("returned", ServiceRequestStatus.REVOKED, TaskStatus.REJECTED, CareTeamStatus.INACTIVE),
    /** To another team: the request that replaces it goes on. */
    REDIRECTED("redirected", ServiceRequestStatus.REVOKED, TaskStatus.CANCELLED, CareTeamStatus.INACTIVE),
    CLOSED("closed", ServiceRequestStatus.COMPLETED, TaskStatus.COMPLETED, CareTeamStatus.INACTIVE),
    /** Closed, by whoever referred, or dropped before it was submitted. */
    WITHDRAWN("closed", ServiceRequestStatus.REVOKED, TaskStatus.CANCELLED, CareTeamStatus.INACTIVE);

    private final String state;
    private final ServiceRequestStatus request;
    private final TaskStatus task;
    private final CareTeamStatus team;

    ReferralStatus(String state, ServiceRequestStatus request, TaskStatus task, CareTeamStatus team) {
        this.state = state;
        this.request = request;
        this.task = task;
        this.team = team;
    }

    /**
     * The status of a referral in that state.
     *
     * @param outcome how it ended, if it was submitted and closed
     */
    static ReferralStatus of(String state, @Nullable Outcome outcome) {
        if (outcome == Outcome.WITHDRAWN || (outcome == null && state.equals(CLOSED.state))) {
            return WITHDRAWN;
        }
        return Arrays.stream(values())
                .filter(one -> one.state.equals(state))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("FHIR is not told of the state " + state));
    }

    ServiceRequestStatus request() {
        return request;
    }

    TaskStatus task() {
        return task;
    }

    CareTeamStatus team() {
        return team;
    }
}
