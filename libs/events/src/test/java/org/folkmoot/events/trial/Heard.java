package org.folkmoot.events.trial;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.folkmoot.events.ics.IcsOffboarded;
import org.folkmoot.events.ics.IcsOnboarded;
import org.folkmoot.events.ics.IcsResumed;
import org.folkmoot.events.ics.IcsSuspended;

/** What a service hears of the life of ICSs. */
@Singleton
public class Heard {

    public final List<Record> occurrences = new CopyOnWriteArrayList<>();

    void onboarded(@Observes IcsOnboarded event) {
        occurrences.add(event);
    }

    void suspended(@Observes IcsSuspended event) {
        occurrences.add(event);
    }

    void resumed(@Observes IcsResumed event) {
        occurrences.add(event);
    }

    void offboarded(@Observes IcsOffboarded event) {
        occurrences.add(event);
    }
}
