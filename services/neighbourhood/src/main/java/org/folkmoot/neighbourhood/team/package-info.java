/**
 * Integrated neighbourhood teams: for which neighbourhood each works, who is in it, how it stands to the practices there, what it
 * offers, and how much it can take on.
 *
 * <p>A team with nobody of general practice is valid, and says so of itself. It has at most one lead. Members stay on record with
 * the time that they were in it; whoever owns somebody's care hands that over before they leave. What a team takes on it
 * declares over time, and the latest declaration holds: until the day that it names, nothing is referred to it.
 */
@NullMarked
package org.folkmoot.neighbourhood.team;

import org.jspecify.annotations.NullMarked;
