package org.folkmoot.local.story;

import java.util.List;

/**
 * A made-up person of an ICS.
 *
 * @param username to sign in with
 * @param role the realm role
 * @param organisations ODS codes to act for
 */
public record Person(String username, String firstName, String lastName, String role, List<String> organisations) {

    public Person {
        organisations = List.copyOf(organisations);
    }
}
