/**
 * Recommendations of national bodies: what they recommend, who responds by when, and what was said. Whether a response is
 * overdue is the executive service's to say.
 */
@NullMarked
package org.folkmoot.portal.recommendation;

import org.jspecify.annotations.NullMarked;
