package org.folkmoot.tenants.ics;

/**
 * Does one piece of work for an ICS, wherever that is to be done.
 *
 * <p>It may be stopped at any instruction, and done again from its beginning by another replica: so it looks before it
 * changes, and the second time changes nothing. It runs outside a transaction, may block, and heeds interruption.
 */
public interface Step {

    StepName name();

    StepOutcome perform(IcsAtHand ics);
}
