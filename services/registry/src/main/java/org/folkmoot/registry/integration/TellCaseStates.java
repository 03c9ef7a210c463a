package org.folkmoot.registry.integration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.registry.announcement.TellsStates;
import org.jspecify.annotations.Nullable;

/** The states of cases are told: of one when it changes, of all anew. */
@ApplicationScoped
class TellCaseStates implements TellsStates {

    private final Cases cases;
    private final Chronicle chronicle;

    TellCaseStates(Cases cases, Chronicle chronicle) {
        this.cases = cases;
        this.chronicle = chronicle;
    }

    /** Nothing while the case was never decided. */
    void tell(UUID id) {
        told(id);
    }

    @Override
    public long tellAnew() {
        // A state that is read before a change and told after it would be the newest of its key.
        cases.holdAll();
        return told(null);
    }

    private long told(@Nullable UUID one) {
        List<IntegrationCaseState> states = cases.states(one);
        states.forEach(state -> chronicle.announce(
                "integration-case-state", state.integrationCase().toString(), "recorded", state));
        return states.size();
    }
}
