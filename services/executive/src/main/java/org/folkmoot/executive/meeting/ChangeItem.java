package org.folkmoot.executive.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.executive.ExecutiveProblem;
import org.folkmoot.executive.power.Groups;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** Things are put into the backlog of agendas, and withdrawn from it. */
@ApplicationScoped
class ChangeItem {

    private final Agenda agenda;
    private final Meetings meetings;
    private final Groups groups;
    private final Chronicle chronicle;
    private final Clock clock;

    ChangeItem(Agenda agenda, Meetings meetings, Groups groups, Chronicle chronicle, Clock clock) {
        this.agenda = agenda;
        this.meetings = meetings;
        this.groups = groups;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @Transactional
    Result<ItemView> propose(UUID group, ItemRequest request, Person proposer) {
        if (!groups.isKnown(group)) {
            return Result.absent();
        }
        OdsCode organisation = request.proposedFor();
        var item = new AgendaItem(
                Uuid7.next(),
                group,
                request.body(),
                organisation == null ? AgendaItem.TOPIC : AgendaItem.PROPOSAL,
                null,
                request.title().strip(),
                request.words().strip(),
                proposer,
                organisation == null ? null : organisation.code(),
                clock.instant());
        agenda.add(item);
        chronicle.wrote("proposed", "agenda-item", item.id(), null);
        return done(item);
    }

    /** @param office whether the person may withdraw what others proposed */
    @Transactional
    Result<ItemView> withdraw(UUID id, @Nullable String ifMatch, String reason, Person person, boolean office) {
        Optional<AgendaItem> found = agenda.item(id);
        if (found.isEmpty()) {
            return Result.absent();
        }
        AgendaItem item = found.get();
        Optional<Problem> refusal = EntityTag.of(item.version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        if (!office && !item.isProposedBy(person.subject())) {
            return Result.refused(CommonProblem.FORBIDDEN, "Its proposer or the office withdraws an item.");
        }
        if (!item.isWaiting() || item.mustBeDealtWith()) {
            return Result.refused(
                    ExecutiveProblem.AGENDA_ITEM_NOT_WAITING,
                    "An item is withdrawn while it waits for its first agenda; an escalated decision never is.");
        }
        item.settle(AgendaItem.WITHDRAWN, reason, clock.instant());
        chronicle.wrote("withdrawn", "agenda-item", id, reason);
        return done(item);
    }

    private Result<ItemView> done(AgendaItem item) {
        meetings.flush();
        return new Result.Done<>(item.view(true), item.version());
    }
}
