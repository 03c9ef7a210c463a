package org.folkmoot.neighbourhood.update;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.NeighbourhoodProblem;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.care.CareDays;
import org.folkmoot.neighbourhood.referral.Stage;
import org.folkmoot.neighbourhood.sharing.CareRecords;
import org.folkmoot.neighbourhood.sharing.CareRecords.Opened;
import org.folkmoot.neighbourhood.sharing.Part;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A team updates a person's practices, and they acknowledge it. */
@ApplicationScoped
class SendGpUpdate {

    private static final String GP_UPDATE = "gp-update";
    private static final String CLOSED = "closed";

    private final CareRecords records;
    private final GpUpdates updates;
    private final CareDays days;
    private final Chronicle chronicle;
    private final Clock clock;

    SendGpUpdate(CareRecords records, GpUpdates updates, CareDays days, Chronicle chronicle, Clock clock) {
        this.records = records;
        this.updates = updates;
        this.days = days;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Gives the update's id. */
    @Transactional
    Result<UUID> send(Reader by, UUID referral, GpUpdateRequest request) {
        return records.change(by, referral, opened -> send(by, opened, request));
    }

    private Result<UUID> send(Reader by, Opened opened, GpUpdateRequest request) {
        Stage stage = opened.stage();
        if (!stage.isOwned() && !stage.state().equals(CLOSED)) {
            return Result.refused(
                    NeighbourhoodProblem.REFERRAL_NOT_IN_STATE,
                    "Practices are updated from acceptance on; this referral is " + stage.state() + ".");
        }
        List<String> practices = updates.practicesOf(stage);
        if (practices.isEmpty()) {
            return Result.refused(
                    NeighbourhoodProblem.NO_PRACTICE_TO_UPDATE,
                    "No practice referred this person, and it is not known where they are registered.");
        }
        UUID id = Uuid7.next();
        Instant now = clock.instant();
        LocalDate on = request.on();
        Optional<Problem> refusal = on == null ? Optional.empty() : days.refusal("#/on", on, stage);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        Instant sent = on == null ? now : CareDays.moment(on, now);
        updates.add(id, stage.id(), request.words().strip(), practices, opened.key(), by.person(), sent, now);
        chronicle.wrote("sent", GP_UPDATE, id, null);
        chronicle.announce(
                GP_UPDATE,
                id.toString(),
                "sent",
                new GpUpdateSent(id, stage.id(), stage.team(), LondonTime.dateOf(sent), practices));
        return new Result.Done<>(id, 0);
    }

    /** For every practice to which it went and for which they speak. Again it changes nothing. */
    @Transactional
    Result<GpUpdateView> acknowledge(Reader by, UUID update, @Nullable String ifMatch) {
        return updates.referralOf(update)
                .map(referral ->
                        records.read(by, referral, Part.GP_UPDATES, opened -> acknowledge(by, update, ifMatch, opened)))
                .orElseGet(Result::absent);
    }

    private Result<GpUpdateView> acknowledge(Reader by, UUID update, @Nullable String ifMatch, Opened opened) {
        if (!updates.wentTo(update, by.organisations())) {
            return Result.refused(CommonProblem.FORBIDDEN, "A practice to which it went acknowledges an update.");
        }
        Optional<Problem> refusal =
                updates.held(update).flatMap(version -> EntityTag.of(version).refusal(ifMatch));
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        Stage stage = opened.stage();
        GpUpdates.Acknowledged done = updates.acknowledge(update, by.organisations(), by.person(), clock.instant());
        for (String practice : done.practices()) {
            chronicle.wrote("acknowledged", GP_UPDATE, update, practice);
            chronicle.announce(
                    GP_UPDATE,
                    update.toString(),
                    "acknowledged",
                    new GpUpdateAcknowledged(update, stage.id(), stage.team(), practice, done.awaited()));
        }
        return updates.shown(update, opened);
    }
}
