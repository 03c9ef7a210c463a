package org.folkmoot.tenants.realm;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.folkmoot.tenants.ics.IcsAtHand;
import org.folkmoot.tenants.ics.Step;
import org.folkmoot.tenants.ics.StepName;
import org.folkmoot.tenants.ics.StepOutcome;

/** Makes the realm of an ICS what the template says, and does not call it done before the realm itself says so. */
@ApplicationScoped
class RealmStep implements Step {

    private final Realms realms;
    private final KeycloakWords words;

    RealmStep(Realms realms, KeycloakWords words) {
        this.realms = realms;
        this.words = words;
    }

    @Override
    public StepName name() {
        return StepName.REALM;
    }

    @Override
    public StepOutcome perform(IcsAtHand ics) {
        return words.told(() ->
                outcome(realms.reconcile(ics.tenant(), ics.name(), ics.life().signsIn())));
    }

    static StepOutcome outcome(RealmOutcome realm) {
        return switch (realm) {
            case RealmOutcome.Right(var corrected) ->
                new StepOutcome.Done(
                        corrected.stream().map(Difference::toString).toList());
            case RealmOutcome.Unprotected(var missing) ->
                new StepOutcome.Failed("Keycloak took the settings, yet the realm is not protected: "
                        + missing.stream().map(Protection::promise).collect(Collectors.joining("; "))
                        + ". Is this the version of Keycloak that this release is made for?");
            case RealmOutcome.WrongIssuer(var wanted, var found) ->
                new StepOutcome.Failed("Tokens of the realm would be issued by " + (found.isEmpty() ? "nobody" : found)
                        + ", and the services would trust " + wanted
                        + ". Keycloak's hostname and folkmoot.keycloak.public-url must be the same address.");
        };
    }
}
