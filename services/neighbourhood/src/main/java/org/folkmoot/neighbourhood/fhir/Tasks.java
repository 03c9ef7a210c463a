package org.folkmoot.neighbourhood.fhir;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.referral.ReferralView;
import org.folkmoot.neighbourhood.referral.RowView;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;

/** Referrals, as what a team does about them: how far it is, and by when the person is to be assessed. */
@ApplicationScoped
class Tasks implements Shelf {

    private final ReferralSearch referrals;

    Tasks(ReferralSearch referrals) {
        this.referrals = referrals;
    }

    @Override
    public String type() {
        return References.TASK;
    }

    @Override
    public Set<SearchParameter> parameters() {
        return Set.of(
                SearchParameter.ID,
                SearchParameter.PATIENT,
                SearchParameter.PATIENT_IDENTIFIER,
                SearchParameter.FOCUS,
                SearchParameter.STATUS);
    }

    @Override
    public Optional<Task> one(String id, Reader reader) {
        return referrals.one(id, reader).map(Tasks::resource);
    }

    @Override
    public Found search(Criteria criteria, Reader reader) {
        return referrals.resources(
                criteria,
                SearchParameter.FOCUS,
                reader,
                Tasks::resource,
                task -> task.getStatus().toCode());
    }

    private static Task resource(SeenReferral referral) {
        RowView row = referral.row();
        var task = new Task();
        referral.identify(task, References.TASK);
        task.setStatus(referral.status().task())
                .setIntent(TaskIntent.ORDER)
                .setPriority(TaskPriority.fromCode(row.priority()))
                .setGroupIdentifier(Systems.of(row.journey()))
                .setFocus(References.to(References.SERVICE_REQUEST, row.id()))
                .setFor(referral.patient())
                .setOwner(References.team(row.team(), row.teamName()))
                .addIdentifier(Systems.of(row.id()));
        task.getCode()
                .addCoding()
                .setSystem("http://hl7.org/fhir/CodeSystem/task-code")
                .setCode("fulfill")
                .setDisplay("Fulfill the focal request");
        task.getBusinessStatus().setText(row.state());
        String practice = row.practice();
        if (practice != null) {
            task.setRequester(References.practice(practice, row.practiceName()));
        }
        authored(referral).ifPresent(task::setAuthoredOnElement);
        LocalDate due = row.dueOn();
        if (due != null) {
            task.getRestriction().getPeriod().setEndElement(References.on(due));
        }
        referral.when("accepted").ifPresent(at -> task.getExecutionPeriod().setStartElement(References.at(at)));
        referral.when("closed").ifPresent(at -> task.getExecutionPeriod().setEndElement(References.at(at)));
        referral.view().flatMap(Tasks::lastModified).ifPresent(at -> task.setLastModifiedElement(References.at(at)));
        Stream.of("returned", "redirected", "closed")
                .flatMap(kind -> referral.happening(kind).stream())
                .findFirst()
                .ifPresent(end -> task.getStatusReason().setText(end.code()));
        return task;
    }

    private static Optional<Instant> lastModified(ReferralView view) {
        return view.history().stream().map(ReferralView.Happening::recordedAt).max(Instant::compareTo);
    }

    /** As exact as it is known: a time of the same day as a day is neither before nor after it. */
    private static Optional<DateTimeType> authored(SeenReferral referral) {
        return referral.when("submitted")
                .map(References::at)
                .or(() -> Optional.ofNullable(referral.row().submittedOn()).map(References::on));
    }
}
