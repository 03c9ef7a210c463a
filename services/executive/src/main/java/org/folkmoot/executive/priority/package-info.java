/**
 * Priorities: what general practice of a group sets out to reach, with an aim and measures.
 *
 * <p>A practice or a network proposes one; the executive shapes it, so that it can be put to the group as a motion of
 * {@code mandate}, which it then cites. <b>Nobody types that it was adopted</b>: it is, once the carried ballot of that motion has
 * been heard, whichever is known first, the ballot or that the priority cites its motion. Then it is begun, and met with what
 * shows it, or retired with a reason. What can be done is on the position that allows it.
 *
 * <p>Its authority is the ballot's, and actions can come from it.
 */
@NullMarked
package org.folkmoot.executive.priority;

import org.jspecify.annotations.NullMarked;
