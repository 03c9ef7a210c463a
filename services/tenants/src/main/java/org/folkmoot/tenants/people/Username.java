package org.folkmoot.tenants.people;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

/**
 * The name of a new account: made of the person's name, so that it can be read, and never changed, since what they did
 * goes by it. Not the mail address: one that has passed on to somebody else would still sign its first holder in.
 *
 * @param text lower-case letters of ASCII, digits and dots
 */
record Username(String text) {

    private static final int LONGEST_NAME = 40;
    private static final int ONE_IN = 36 * 36 * 36 * 36;
    private static final int RADIX = 36;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A name that hardly anybody else has; if somebody has it, Keycloak refuses it and the request can be repeated. */
    static Username of(String firstName, String lastName) {
        String suffix = Integer.toString(ONE_IN + RANDOM.nextInt(ONE_IN), RADIX).substring(1);
        return new Username(
                String.join(".", plain(firstName), plain(lastName), suffix).replaceAll("^\\.+|(?<=\\.)\\.+", ""));
    }

    private static String plain(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
        return letters.substring(0, Math.min(letters.length(), LONGEST_NAME));
    }
}
