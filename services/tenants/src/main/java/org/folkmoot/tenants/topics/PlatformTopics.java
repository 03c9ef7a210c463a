package org.folkmoot.tenants.topics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenants.ics.StepOutcome;
import org.folkmoot.tenants.platform.PlatformPart;

/** The platform's own topics, the list of ICSs first of all, and every service's rights to them. */
@ApplicationScoped
class PlatformTopics implements PlatformPart {

    private final Topics topics;
    private final Acls acls;

    PlatformTopics(Topics topics, Acls acls) {
        this.topics = topics;
        this.acls = acls;
    }

    @Override
    public String name() {
        return "platform topics";
    }

    @Override
    public StepOutcome reconcile() {
        try {
            List<String> changes = new ArrayList<>(topics.reconcile(Tenant.PLATFORM));
            changes.addAll(acls.reconcilePlatform());
            return new StepOutcome.Done(changes);
        } catch (KafkaSilent e) {
            return new StepOutcome.Failed(String.valueOf(e.getMessage()));
        }
    }
}
