package org.folkmoot.tenants.topics;

import jakarta.enterprise.context.ApplicationScoped;
import org.folkmoot.tenants.ics.IcsAtHand;
import org.folkmoot.tenants.ics.Step;
import org.folkmoot.tenants.ics.StepName;
import org.folkmoot.tenants.ics.StepOutcome;

/** The rights to the topics of an ICS are those of its state and of its systems. */
@ApplicationScoped
class AclsStep implements Step {

    private final OutsideAccess access;

    AclsStep(OutsideAccess access) {
        this.access = access;
    }

    @Override
    public StepName name() {
        return StepName.ACLS;
    }

    @Override
    public StepOutcome perform(IcsAtHand ics) {
        return access.reconcile(ics.tenant());
    }
}
