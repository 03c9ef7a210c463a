package org.folkmoot.tenants.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.folkmoot.nhs.OdsCode;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Which people are asked for.
 *
 * @param words each must be part of a name, the username or the mail address
 * @param role that they have, or null
 * @param organisation that they act for, or null
 */
record PeopleSearch(
        List<String> words, @Nullable String role, @Nullable OdsCode organisation) {

    static PeopleSearch of(@Nullable String text, @Nullable String role, @Nullable OdsCode organisation) {
        // Keycloak gives quotes and asterisks a meaning of their own.
        String plain = text == null ? "" : text.replaceAll("[*\"]", " ").strip();
        return new PeopleSearch(plain.isEmpty() ? List.of() : Arrays.asList(plain.split("\\s+")), role, organisation);
    }

    /** The words as Keycloak looks for them: anywhere in a text, all of them. */
    String infixes() {
        return String.join(" ", words.stream().map("*%s*"::formatted).toList());
    }

    /** Whether an account found by its role or organisation is one that the words and the organisation mean, too. */
    boolean means(UserRepresentation account) {
        return words.stream().allMatch(word -> texts(account).anyMatch(text -> text.contains(lower(word))))
                && (organisation == null || Accounts.organisations(account).contains(organisation.code()));
    }

    /** Whether all the words are in the person's name: what else an account has nobody finds out by trying. */
    boolean means(PersonName person) {
        return words.stream().allMatch(word -> lower(person.name()).contains(lower(word)));
    }

    private static Stream<String> texts(UserRepresentation account) {
        return Stream.of(account.getUsername(), account.getEmail(), account.getFirstName(), account.getLastName())
                .filter(Objects::nonNull)
                .map(PeopleSearch::lower);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
