package org.folkmoot.executive.decision;

import java.util.Set;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Person;

/**
 * Whoever decides.
 *
 * @param roles what they may do
 */
record Decider(Person person, Set<String> roles) {

    static Decider of(Caller caller) {
        return new Decider(Person.of(caller), Set.copyOf(caller.roles()));
    }
}
