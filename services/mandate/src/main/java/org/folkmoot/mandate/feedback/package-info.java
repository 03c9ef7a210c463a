/**
 * What practices and the LMC say: formal objections and comments, which stay attached to a motion, a mandate or a decision
 * and need a reply; and once a quarter a short reading of confidence, shown as shares with the response rate, never as who
 * answered what. Shares are shown when a reading has closed: whoever saw them change with each answer would know it.
 */
@NullMarked
package org.folkmoot.mandate.feedback;

import org.jspecify.annotations.NullMarked;
