package org.folkmoot.tenants.people;

import org.folkmoot.problem.Problem;

/**
 * What came of an administrator's request.
 *
 * @param <T> what is told of it
 */
sealed interface Administered<T> {

    /** It is done, or was so already. */
    record Done<T>(T result) implements Administered<T> {}

    /** It is not done. */
    record Refused<T>(Problem problem) implements Administered<T> {}
}
