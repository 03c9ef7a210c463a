package org.folkmoot.tenants.realm;

import jakarta.enterprise.context.ApplicationScoped;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenants.ics.StepOutcome;
import org.folkmoot.tenants.platform.PlatformPart;

/** The realm at which the platform's operators sign in. */
@ApplicationScoped
class PlatformRealm implements PlatformPart {

    private static final String NAME = "Folkmoot platform";

    private final Realms realms;
    private final KeycloakWords words;

    PlatformRealm(Realms realms, KeycloakWords words) {
        this.realms = realms;
        this.words = words;
    }

    @Override
    public String name() {
        return "platform realm";
    }

    @Override
    public StepOutcome reconcile() {
        return words.told(() -> RealmStep.outcome(realms.reconcile(Tenant.PLATFORM, NAME, true)));
    }
}
