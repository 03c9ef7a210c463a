package org.folkmoot.tenants.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.http.EntityTag;
import org.folkmoot.tenancy.Roles;
import org.jspecify.annotations.Nullable;

/** A person as administrators see them. */
@Schema(name = "Person", description = "A person who has an account at this ICS.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonView(
        @Schema(description = "The subject of the person's tokens.")
        String id,

        @Schema(description = "The account's name; it stays. People sign in with it or with their mail address.")
        String username,

        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String mail,

        @Schema(description = "Whether the person may sign in.")
        boolean enabled,

        @Schema(description = "What the person may do, in alphabetical order.")
        List<String> roles,

        @Schema(description = "ODS codes of those for whom the person acts, in order.")
        List<String> organisations,

        @Schema(description = "When the account was made.") @Nullable
        Instant since) {

    boolean administers() {
        return roles.contains(Roles.ICS_ADMIN);
    }

    /** The version: a digest, since Keycloak counts none. */
    EntityTag tag() {
        return EntityTag.ofContent(
                id, username, text(firstName), text(lastName), text(mail), enabled, roles, organisations);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
