package org.folkmoot.registry.announcement;

/** Has states of an ICS's own knowledge on topics that keep the newest of each key, and tells them when Kafka has lost them. */
public interface TellsStates {

    /**
     * Tells all states of the ICS of the work at hand anew, in the transaction that is active.
     *
     * @return how many
     */
    long tellAnew();
}
