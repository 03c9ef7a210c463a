package org.folkmoot.tenants.ics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Optional;
import org.folkmoot.tenancy.Tenant;

/** What other packages know of the state of an ICS, and how they have it looked after out of turn. */
@ApplicationScoped
public class IcsUpkeep {

    private final IcsEntries entries;
    private final WorkQueue queue;
    private final Event<Workers.Due> due;

    IcsUpkeep(IcsEntries entries, WorkQueue queue, Event<Workers.Due> due) {
        this.entries = entries;
        this.queue = queue;
        this.due = due;
    }

    /** The state of an ICS, in the transaction at hand; empty if it was never onboarded. */
    public Optional<IcsLife> lifeOf(Tenant ics) {
        return entries.of(ics).map(IcsEntry::life);
    }

    /**
     * Has realm, topics and rights of the ICS compared with what they should be as soon as the transaction at hand is
     * committed, by whichever replica is free; if it dies, by another.
     */
    public void ask(Tenant ics) {
        queue.ask(ics);
        due.fire(new Workers.Due());
    }
}
