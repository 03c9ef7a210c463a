/**
 * How a practice is organised, derived from its links as at any day and never typed in.
 *
 * <p>{@link org.folkmoot.registry.model.ModelRule} is the rule, pure: of the links that hold on the day, the strongest tie
 * decides. Who employs the GPs, holds the contract or owns the practice is heeded before what the practice is a member of;
 * a trust before a company, and the top of a chain of subsidiaries before the one below it. What is not recorded is said to
 * be not recorded; nothing is assumed.
 *
 * <p>A practice's timeline is the rule, asked of every day on which one of these links begins or has ended. A change of model
 * is where two neighbouring recorded periods differ: that something was recorded for the first time is no change.
 */
@NullMarked
package org.folkmoot.registry.model;

import org.jspecify.annotations.NullMarked;
