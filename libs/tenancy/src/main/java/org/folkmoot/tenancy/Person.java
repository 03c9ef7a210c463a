package org.folkmoot.tenancy;

/**
 * Somebody who acts.
 *
 * @param subject who they are, for ever
 * @param name what they were called then
 */
public record Person(String subject, String name) {

    /** Whoever stands behind the request. */
    public static Person of(Caller caller) {
        return new Person(caller.subject(), caller.name());
    }
}
