package org.folkmoot.neighbourhood.fhir;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.place.Practices;
import org.folkmoot.neighbourhood.update.GpUpdateView;
import org.folkmoot.neighbourhood.update.GpUpdates;
import org.folkmoot.neighbourhood.update.GpUpdatesView;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** What practices were told about their patients. */
@ApplicationScoped
class Communications implements Shelf {

    private final ReferralSearch referrals;
    private final GpUpdates updates;
    private final Practices practices;

    Communications(ReferralSearch referrals, GpUpdates updates, Practices practices) {
        this.referrals = referrals;
        this.updates = updates;
        this.practices = practices;
    }

    @Override
    public String type() {
        return References.COMMUNICATION;
    }

    @Override
    public Set<SearchParameter> parameters() {
        return Set.of(
                SearchParameter.ID,
                SearchParameter.PATIENT,
                SearchParameter.PATIENT_IDENTIFIER,
                SearchParameter.BASED_ON);
    }

    @Override
    public Optional<Communication> one(String id, Reader reader) {
        return Ids.parse(id).map(update -> updates.one(reader, update)).flatMap(result -> switch (result) {
            case Result.Refused<GpUpdateView> _ -> Optional.empty();
            case Result.Done<GpUpdateView>(GpUpdateView view, long version) ->
                referrals
                        .one(view.referral().toString(), reader)
                        .map(referral -> resource(view, Long.toString(version), referral));
        });
    }

    @Override
    public Found search(Criteria criteria, Reader reader) {
        if (criteria.has(SearchParameter.ID)) {
            return new Found(
                    criteria.values(SearchParameter.ID).stream()
                            .distinct()
                            .flatMap(id -> one(id, reader).stream())
                            .toList(),
                    null);
        }
        if (!ReferralSearch.isNarrow(criteria, SearchParameter.BASED_ON)) {
            throw TooCostly.refused("Say of whom, by patient or by the ServiceRequest on which it is "
                    + SearchParameter.BASED_ON.text() + ".");
        }
        return new Found(
                referrals.of(criteria, SearchParameter.BASED_ON, reader).referrals().stream()
                        .flatMap(referral -> of(referral, reader))
                        .toList(),
                null);
    }

    private Stream<Communication> of(SeenReferral referral, Reader reader) {
        return switch (updates.of(reader, referral.row().id())) {
            case Result.Refused<GpUpdatesView> _ -> Stream.empty();
            case Result.Done<GpUpdatesView>(GpUpdatesView view, long _) ->
                view.updates().stream().map(update -> resource(update, null, referral));
        };
    }

    private Communication resource(GpUpdateView view, @Nullable String version, SeenReferral referral) {
        var communication = new Communication();
        communication.setId(view.id().toString());
        communication.getMeta().addProfile(Systems.ukCore(References.COMMUNICATION));
        if (version != null) {
            communication.getMeta().setVersionId(version);
        }
        communication
                .setStatus(CommunicationStatus.COMPLETED)
                .setSubject(referral.patient())
                .setSentElement(References.at(view.sentAt()))
                .setSender(References.somebody(view.sentBy()))
                .addBasedOn(References.to(References.SERVICE_REQUEST, view.referral()))
                .addIdentifier(Systems.of(view.id()));
        communication.addCategory().setText("Update to the GP");
        for (GpUpdateView.Recipient recipient : view.recipients()) {
            communication.addRecipient(References.practice(
                    recipient.practice(), practices.name(recipient.practice()).orElse(null)));
        }
        received(view).ifPresent(at -> communication.setReceivedElement(References.at(at)));
        String words = view.words();
        if (words != null) {
            communication.addPayload().setContent(new StringType(words));
        }
        return communication;
    }

    /** When the last of them acknowledged it, once all have. */
    private static Optional<Instant> received(GpUpdateView view) {
        return view.recipients().stream().anyMatch(recipient -> recipient.acknowledgedAt() == null)
                ? Optional.empty()
                : view.recipients().stream()
                        .flatMap(recipient -> Stream.ofNullable(recipient.acknowledgedAt()))
                        .max(Instant::compareTo);
    }
}
