package org.folkmoot.tenants.realm;

import java.util.List;

/** How the work on a realm ended. */
sealed interface RealmOutcome {

    /** The realm is what it should be; what had to be changed for it is listed. */
    record Right(List<Difference> corrected) implements RealmOutcome {}

    /** Keycloak took the settings and yet does not protect the realm. */
    record Unprotected(List<Protection> missing) implements RealmOutcome {}

    /** Tokens of this realm would name an issuer that no service trusts. */
    record WrongIssuer(String wanted, String found) implements RealmOutcome {}
}
