package org.folkmoot.tenants.topics;

import jakarta.enterprise.context.ApplicationScoped;
import org.folkmoot.tenants.ics.IcsAtHand;
import org.folkmoot.tenants.ics.Step;
import org.folkmoot.tenants.ics.StepName;
import org.folkmoot.tenants.ics.StepOutcome;

/** The topics of an ICS are there. */
@ApplicationScoped
class TopicsStep implements Step {

    private final Topics topics;

    TopicsStep(Topics topics) {
        this.topics = topics;
    }

    @Override
    public StepName name() {
        return StepName.TOPICS;
    }

    @Override
    public StepOutcome perform(IcsAtHand ics) {
        try {
            return new StepOutcome.Done(topics.reconcile(ics.tenant()));
        } catch (KafkaSilent e) {
            return new StepOutcome.Failed(String.valueOf(e.getMessage()));
        }
    }
}
