package org.folkmoot.tenants.topics;

import jakarta.enterprise.context.ApplicationScoped;
import org.folkmoot.tenants.ics.IcsAtHand;
import org.folkmoot.tenants.ics.Step;
import org.folkmoot.tenants.ics.StepName;
import org.folkmoot.tenants.ics.StepOutcome;

/** The rights to the topics of an ICS are those of its state. */
@ApplicationScoped
class AclsStep implements Step {

    private final Acls acls;

    AclsStep(Acls acls) {
        this.acls = acls;
    }

    @Override
    public StepName name() {
        return StepName.ACLS;
    }

    @Override
    public StepOutcome perform(IcsAtHand ics) {
        try {
            return new StepOutcome.Done(acls.reconcile(ics.tenant(), ics.life()));
        } catch (KafkaSilent e) {
            return new StepOutcome.Failed(String.valueOf(e.getMessage()));
        }
    }
}
