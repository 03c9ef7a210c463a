/**
 * Backlog returns: a practice says of its own accord how many patients wait for an appointment at the end of a week and how
 * many appointments it can offer, and puts it right. Whoever plans for all practices reads what was said.
 */
@NullMarked
package org.folkmoot.portal.backlog;

import org.jspecify.annotations.NullMarked;
