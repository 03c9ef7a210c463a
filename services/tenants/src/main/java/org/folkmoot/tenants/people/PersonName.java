package org.folkmoot.tenants.people;

import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.keycloak.representations.idm.UserRepresentation;

/** Whom a secretary needs to tell apart: no more of a person than that. */
@Schema(name = "PersonName", description = "A person who can take a seat or stand for one.")
record PersonName(
        @Schema(description = "The subject of the person's tokens.")
        String id,

        @Schema(description = "First and last name, as they are written.")
        String name,

        @Schema(description = "ODS codes of those for whom the person acts, in order.")
        List<String> organisations) {

    static PersonName of(UserRepresentation account) {
        return new PersonName(account.getId(), words(account), List.copyOf(Accounts.organisations(account)));
    }

    /** The name alone: a user name may be a mail address. */
    static String words(UserRepresentation account) {
        return (Objects.requireNonNullElse(account.getFirstName(), "") + " "
                        + Objects.requireNonNullElse(account.getLastName(), ""))
                .strip();
    }
}
