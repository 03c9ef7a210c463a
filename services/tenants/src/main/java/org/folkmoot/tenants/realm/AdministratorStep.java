package org.folkmoot.tenants.realm;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.tenants.ics.FirstAdministrator;
import org.folkmoot.tenants.ics.IcsAtHand;
import org.folkmoot.tenants.ics.Step;
import org.folkmoot.tenants.ics.StepName;
import org.folkmoot.tenants.ics.StepOutcome;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Makes the account of the first administrator. The password comes from an administrator of Keycloak or from a mail, and
 * never through the control plane. An account of that name that is there already keeps everything that it has.
 */
@ApplicationScoped
class AdministratorStep implements Step {

    private static final List<String> AT_FIRST_SIGN_IN = List.of("UPDATE_PASSWORD", "CONFIGURE_TOTP");

    private final Keycloak keycloak;
    private final KeycloakWords words;

    AdministratorStep(Keycloak keycloak, KeycloakWords words) {
        this.keycloak = keycloak;
        this.words = words;
    }

    @Override
    public StepName name() {
        return StepName.ADMINISTRATOR;
    }

    @Override
    public StepOutcome perform(IcsAtHand ics) {
        return ics.administrator()
                .map(person -> words.told(() -> ensured(ics, person)))
                .orElseGet(() -> new StepOutcome.Done(List.of()));
    }

    private StepOutcome ensured(IcsAtHand ics, FirstAdministrator person) {
        RealmResource realm = keycloak.realm(ics.tenant().id());
        Optional<UserRepresentation> there = account(realm, person);
        if (there.isEmpty()) {
            create(realm, ics, person);
        }
        UserRepresentation account = account(realm, person).orElseThrow();
        RoleRepresentation role = realm.roles().get(Roles.ICS_ADMIN).toRepresentation();
        var held = realm.users().get(account.getId()).roles().realmLevel();
        if (held.listAll().stream().noneMatch(other -> other.getName().equals(role.getName()))) {
            held.add(List.of(role));
        }
        // The name stays out of the log, which can never be changed.
        return new StepOutcome.Done(there.isEmpty() ? List.of("the first administrator has an account") : List.of());
    }

    private static Optional<UserRepresentation> account(RealmResource realm, FirstAdministrator person) {
        return realm.users().searchByUsername(person.username(), true).stream().findFirst();
    }

    private static void create(RealmResource realm, IcsAtHand ics, FirstAdministrator person) {
        UserRepresentation account = new UserRepresentation();
        account.setUsername(person.username());
        account.setEmail(person.email());
        account.setEmailVerified(false);
        account.setFirstName(person.firstName());
        account.setLastName(person.lastName());
        account.setEnabled(true);
        account.setAttributes(Map.of("organisations", List.of(ics.tenant().icb().code())));
        account.setRequiredActions(AT_FIRST_SIGN_IN);
        Answers.made(realm.users().create(account));
    }
}
