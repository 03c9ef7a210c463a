/**
 * Representation: the meetings of others at which general practice has seats, who sits there under which mandate, what they
 * are told to say, what they bring back, and how far the chairs are filled. Whether a mandate counts and whether a report is
 * overdue is the executive service's to say.
 */
@NullMarked
package org.folkmoot.portal.representation;

import org.jspecify.annotations.NullMarked;
