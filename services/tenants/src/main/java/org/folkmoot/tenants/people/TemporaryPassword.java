package org.folkmoot.tenants.people;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.keycloak.representations.idm.CredentialRepresentation;

/**
 * A password good for one sign-in: 20 characters out of 29, some 97 bits, in groups that can be read out.
 *
 * @param text never to be logged or kept
 */
record TemporaryPassword(String text) {

    /** Without those that are taken for one another on paper or on the telephone: 0 and o, 1, i and l, u and v. */
    private static final String CHARACTERS = "23456789abcdefghjkmnpqrstwxyz";

    private static final int GROUPS = 4;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    static TemporaryPassword make() {
        return new TemporaryPassword(
                IntStream.range(0, GROUPS).mapToObj(group -> group()).collect(Collectors.joining("-")));
    }

    CredentialRepresentation credential() {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(text);
        credential.setTemporary(true);
        return credential;
    }

    private static String group() {
        return RANDOM.ints(GROUP, 0, CHARACTERS.length())
                .mapToObj(CHARACTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return "a temporary password";
    }
}
