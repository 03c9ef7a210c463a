/**
 * The register of recommendations: what a national body recommends to general practice, by when is to be responded, who
 * responds, and what was said.
 *
 * <p>A recommendation is open until there is a response to it or it is set aside with a reason, each once. Overdue is derived
 * from the day in London. Whoever is named as responder, or the office, responds.
 */
@NullMarked
package org.folkmoot.executive.recommendation;

import org.jspecify.annotations.NullMarked;
