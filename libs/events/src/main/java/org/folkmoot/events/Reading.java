package org.folkmoot.events;

/** What reading a record gave: an event, or the rule that the record breaks. */
public sealed interface Reading {

    /** A well-formed event. */
    record Whole(Event event) implements Reading {}

    /**
     * Not an event of ours.
     *
     * @param rule which rule is broken, in fixed words that quote nothing of the record
     */
    record Malformed(String rule) implements Reading {}
}
