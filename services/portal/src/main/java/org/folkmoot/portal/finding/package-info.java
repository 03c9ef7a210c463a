/**
 * Findings: what the national files say that does not fit together, told in sentences, and settled by a person with a
 * reason. The registry knows what a finding is; here it only gets words.
 */
@NullMarked
package org.folkmoot.portal.finding;

import org.jspecify.annotations.NullMarked;
