package org.folkmoot.tenants.realm;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.folkmoot.tenants.ics.IcsAtHand;
import org.folkmoot.tenants.ics.Step;
import org.folkmoot.tenants.ics.StepName;
import org.folkmoot.tenants.ics.StepOutcome;
import org.keycloak.admin.client.Keycloak;

/**
 * Ends every session in the realm of an ICS, and with it every refresh token. An access token that is out lives on for
 * five minutes at most; the services refuse it all the same, since they have heard the announcement.
 */
@ApplicationScoped
class SessionsStep implements Step {

    private final Keycloak keycloak;
    private final KeycloakWords words;

    SessionsStep(Keycloak keycloak, KeycloakWords words) {
        this.keycloak = keycloak;
        this.words = words;
    }

    @Override
    public StepName name() {
        return StepName.SESSIONS;
    }

    @Override
    public StepOutcome perform(IcsAtHand ics) {
        return words.told(() -> {
            // Without a realm nobody is signed in.
            Answers.found(() -> keycloak.realm(ics.tenant().id()).logoutAll());
            return new StepOutcome.Done(List.of());
        });
    }
}
