/**
 * Leadership groups: who a group speaks for, by which constitution it works, who sits on it and how they came to it, and
 * what it is trying to achieve.
 *
 * <p>A constitution has versions. One person proposes the next, another confirms it: never the same subject, in the rules,
 * in the use case and in the table. In force on a day is the confirmed version with the highest number that has taken
 * effect by then, so every day's constitution can be read later.
 *
 * <p>Seats are the constitution's; a seat has one holder at a time. Whoever is said to be elected was elected by a declared
 * ballot of this group: {@link org.folkmoot.mandate.group.Elections} is asked. Observers and facilitators have no vote.
 *
 * <p>A group's standing is not here: it follows from mandates ({@code mandate}).
 */
@NullMarked
package org.folkmoot.mandate.group;

import org.jspecify.annotations.NullMarked;
