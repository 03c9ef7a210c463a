package org.folkmoot.neighbourhood.fhir;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.referral.Outcome;
import org.folkmoot.neighbourhood.referral.ReferralView;
import org.folkmoot.neighbourhood.referral.RowView;
import org.folkmoot.nhs.NhsNumber;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A referral that the reader has seen: as a row of a list, or as a whole.
 *
 * @param whole null of a row, of which less is known: resources that are made of it say so
 */
record SeenReferral(RowView row, Result.@Nullable Done<ReferralView> whole) {

    private static final String CLOSED = "closed";

    static SeenReferral of(RowView row) {
        return new SeenReferral(row, null);
    }

    static SeenReferral of(Result.Done<ReferralView> whole) {
        return new SeenReferral(whole.view().row(), whole);
    }

    Optional<ReferralView> view() {
        return Optional.ofNullable(whole).map(Result.Done::view);
    }

    ReferralStatus status() {
        return ReferralStatus.of(row.state(), outcome().orElse(null));
    }

    /** How it was closed, if it was. */
    Optional<Outcome> outcome() {
        return happening(CLOSED)
                .flatMap(closed -> Arrays.stream(Outcome.values())
                        .filter(outcome -> outcome.slug().equals(closed.code()))
                        .findFirst());
    }

    /** When that happened, if it did and is known. */
    Optional<Instant> when(String kind) {
        return happening(kind).map(ReferralView.Happening::at);
    }

    Optional<ReferralView.Happening> happening(String kind) {
        return view().flatMap(view ->
                view.history().stream().filter(each -> each.kind().equals(kind)).findFirst());
    }

    /** The patient, as resources refer to them. */
    Reference patient() {
        String number = row.nhsNumber();
        return References.patient(
                row.patient(),
                number == null ? null : NhsNumber.of(number),
                number == null ? null : row.givenName() + " " + row.familyName());
    }

    /** Writes into a resource which version of what it is, and which profile it keeps. */
    void identify(DomainResource resource, String type) {
        resource.setId(row.id().toString());
        resource.getMeta().addProfile(Systems.ukCore(type));
        if (whole == null) {
            resource.getMeta()
                    .addTag()
                    .setSystem("http://terminology.hl7.org/CodeSystem/v3-ObservationValue")
                    .setCode("SUBSETTED");
        } else {
            resource.getMeta().setVersionId(Long.toString(whole.version()));
        }
    }
}
