package org.folkmoot.tenants.ics;

import org.folkmoot.problem.Problem;

/** What came of an operator's request. */
sealed interface Operated {

    /**
     * It was accepted, and this is the ICS now.
     *
     * @param version of the ICS after it
     */
    record Accepted(IcsView ics, long version) implements Operated {}

    /** It was not, and nothing has changed. */
    record Refused(Problem problem) implements Operated {}
}
