package org.folkmoot.neighbourhood.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.notification.Demographics.Answer;
import org.folkmoot.neighbourhood.notification.Demographics.Facts;
import org.folkmoot.neighbourhood.patient.KnownPatient;
import org.folkmoot.neighbourhood.patient.Patients;
import org.folkmoot.neighbourhood.referral.ChangeReferral;
import org.folkmoot.neighbourhood.referral.Outcome;
import org.folkmoot.neighbourhood.referral.ReferralsInHand;
import org.folkmoot.neighbourhood.referral.Stage;
import org.folkmoot.neighbourhood.update.GpUpdates;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.NhsNumber;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** A notification has its effect. */
@ApplicationScoped
class HearNotification {

    private static final String NHS_NOTIFICATION = "nhs-notification";

    private static final Person NHS = new Person("neighbourhood", "NHS notification");

    /** Those who knew the person read it. */
    private static final String AFTER_A_DEATH = "The NHS has told us that this person has died";

    private final Notifications notifications;
    private final PracticeChanges changes;
    private final Demographics demographics;
    private final Patients patients;
    private final ReferralsInHand referrals;
    private final ChangeReferral change;
    private final GpUpdates updates;
    private final Chronicle chronicle;
    private final Clock clock;

    HearNotification(
            Notifications notifications,
            PracticeChanges changes,
            Demographics demographics,
            Patients patients,
            ReferralsInHand referrals,
            ChangeReferral change,
            GpUpdates updates,
            Chronicle chronicle,
            Clock clock) {
        this.notifications = notifications;
        this.changes = changes;
        this.demographics = demographics;
        this.patients = patients;
        this.referrals = referrals;
        this.change = change;
        this.updates = updates;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    private record Effect(NotificationState state, String outcome) {}

    /** Hears a notification, once, in the caller's transaction. It waits where what holds now cannot be found out yet. */
    void hear(Notification heard) {
        // The inbox forgets in the end, and Kafka may be read all over again.
        if (notifications.isKnown(heard.event())) {
            return;
        }
        Optional<KnownPatient> patient =
                patients.byNhsNumber(heard.subject()).flatMap(found -> patients.hold(found.id()));
        if (patient.isEmpty()) {
            notifications.keep(heard, null, NotificationState.NOT_OURS, "Nobody who is known here.", clock.instant());
            return;
        }
        Answer answer = asked(heard);
        if (answer instanceof Answer.Away(String why)) {
            UUID waiting = notifications.keep(
                    heard, patient.get().id(), NotificationState.WAITING, waits(why), clock.instant());
            chronicle.itself("waits", NHS_NOTIFICATION, waiting, heard.type() + ": " + why);
            return;
        }
        UUID id = notifications.keep(
                heard, patient.get().id(), NotificationState.UNRESOLVED, "Not looked at yet.", clock.instant());
        settle(id, heard, effect(id, heard, patient.get(), answer));
    }

    /** Takes one that waits and is due. It is due again after a pause, however this try ends. */
    @Transactional
    Optional<UUID> takeDue(Duration pause) {
        return notifications.takeDue(clock.instant(), pause);
    }

    /** Looks again at one that waits; whether it does so no more. */
    @Transactional
    boolean afterAWait(UUID id) {
        Optional<Notifications.Held> held = notifications.held(id);
        Optional<KnownPatient> patient = held.flatMap(each -> patients.hold(each.patient()));
        if (patient.isEmpty()) {
            notifications.settle(id, NotificationState.UNRESOLVED, "The patient's record was erased meanwhile.");
            return true;
        }
        if (held.get().state() != NotificationState.WAITING) {
            return true;
        }
        Notification heard = held.get().notification();
        Answer answer = asked(heard);
        if (answer instanceof Answer.Away(String why)) {
            notifications.stillWaits(id, waits(why));
            return false;
        }
        settle(id, heard, effect(id, heard, patient.get(), answer));
        return true;
    }

    private static String waits(String why) {
        return "It waits, and is looked at again by itself: " + why + ".";
    }

    /** Looks again, for somebody, at one that was kept, is unresolved or waits. */
    @Transactional
    Result<NotificationView> again(UUID id, @Nullable String ifMatch) {
        Optional<Notifications.Held> held = notifications.held(id);
        if (held.isEmpty()) {
            return Result.absent();
        }
        Optional<Problem> refusal = EntityTag.of(held.get().version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        Notification heard = held.get().notification();
        Answer answer = asked(heard);
        if (answer instanceof Answer.Away(String why)) {
            return Result.refused(CommonProblem.UNAVAILABLE, why);
        }
        Optional<KnownPatient> patient = patients.hold(held.get().patient());
        if (patient.isEmpty()) {
            return Result.absent();
        }
        settle(id, heard, effect(id, heard, patient.get(), answer));
        return notifications
                .shown(id)
                .<Result<NotificationView>>map(done -> done)
                .orElseThrow(() -> new IllegalStateException("what is held is there"));
    }

    private Answer asked(Notification heard) {
        return News.of(heard.type()) == News.OTHER ? new Answer.NotAsked() : demographics.of(heard.subject());
    }

    private void settle(UUID id, Notification heard, Effect effect) {
        notifications.settle(id, effect.state(), effect.outcome());
        chronicle.itself("heard", NHS_NOTIFICATION, id, heard.type() + ": " + effect.outcome());
    }

    private Effect effect(UUID id, Notification heard, KnownPatient patient, Answer answer) {
        Facts facts = answer instanceof Answer.Known known ? known.facts() : null;
        return switch (News.of(heard.type())) {
            case OTHER -> new Effect(NotificationState.KEPT, "Nothing follows from it here.");
            case PRACTICE -> practice(id, heard, patient, facts);
            case DEATH -> death(heard, patient, facts);
            case NUMBER -> number(patient, facts);
        };
    }

    private Effect practice(UUID id, Notification heard, KnownPatient patient, @Nullable Facts facts) {
        String from = patient.registeredPractice();
        String to = facts == null ? null : facts.practice();
        if (facts != null && Objects.equals(from, to)) {
            return new Effect(NotificationState.DONE, "The patient is registered there already.");
        }
        for (Stage referral : referrals.openOf(patient.id())) {
            if (changes.ask(id, referral.id(), from, to, clock.instant())) {
                Stage held = referrals.held(referral.id()).orElseThrow();
                referrals.happened(held, "practice-changed", heard.happenedAt(), to, null, NHS);
            }
        }
        if (facts == null) {
            return new Effect(NotificationState.UNRESOLVED, "Nobody could say where the patient is registered now.");
        }
        patients.register(patient.id(), to);
        if (to != null) {
            // A practice where nobody is registered any more does not read what it was told.
            updates.reroute(patient.id(), to)
                    .forEach(update -> chronicle.itself("rerouted", "gp-update", update, "to " + to));
        }
        return new Effect(
                NotificationState.DONE,
                to == null ? "The patient is registered nowhere." : "Registered with " + to + ".");
    }

    /** The notification alone is never believed: whoever can write to the topic could have anybody die. */
    private Effect death(Notification heard, KnownPatient patient, @Nullable Facts facts) {
        if (facts == null) {
            return new Effect(NotificationState.UNRESOLVED, "Nobody could say whether the patient has died.");
        }
        if (!facts.died()) {
            return new Effect(NotificationState.UNRESOLVED, "The demographics service does not know of the death.");
        }
        // Where the day itself is not known, this is the last that it can have been.
        LocalDate told = LondonTime.dateOf(heard.happenedAt());
        LocalDate day = facts.diedOn();
        patients.died(patient.id(), day == null ? told : day);
        long closed = referrals.openOf(patient.id()).stream()
                .map(open -> change.closeItself(open.id(), Outcome.DIED, AFTER_A_DEATH))
                .filter(Result.Done.class::isInstance)
                .count();
        referrals.draftsOf(patient.id()).forEach(draft -> change.closeItself(draft.id(), Outcome.DIED, AFTER_A_DEATH));
        return new Effect(
                NotificationState.DONE, closed == 1 ? "One referral was closed." : closed + " referrals were closed.");
    }

    private Effect number(KnownPatient patient, @Nullable Facts facts) {
        if (facts == null) {
            return new Effect(NotificationState.UNRESOLVED, "Nobody could say which number the patient has now.");
        }
        NhsNumber now = facts.number();
        if (now.equals(patient.nhsNumber())) {
            return new Effect(NotificationState.DONE, "The patient is known by that number already.");
        }
        if (patients.byNhsNumber(now).isPresent()) {
            return new Effect(
                    NotificationState.UNRESOLVED,
                    "Another patient is known by the new number: somebody has to look at both.");
        }
        patients.renumber(patient.id(), now);
        return new Effect(NotificationState.DONE, "The patient is known by the new number.");
    }
}
