package org.folkmoot.executive.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.folkmoot.executive.calendar.Dates;
import org.folkmoot.executive.calendar.Entry;

/** What somebody has to do is in their calendar on its day, however long ago that was. */
@ApplicationScoped
class ActionDates implements Dates {

    private final Actions actions;

    ActionDates(Actions actions) {
        this.actions = actions;
    }

    @Override
    public List<Entry> of(String person, Instant from) {
        var asked = new Actions.Asked(null, person, null, null, ActionState.PENDING, null);
        return actions.page(asked, LocalDate.EPOCH, new UUID(0, 0), MOST).stream()
                .map(action -> new Entry(
                        "action",
                        action.id(),
                        action.version(),
                        "Due: " + action.title(),
                        null,
                        new Entry.Day(action.due()),
                        false))
                .toList();
    }
}
