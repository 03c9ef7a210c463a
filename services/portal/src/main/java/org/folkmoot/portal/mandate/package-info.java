/**
 * Mandates: what practices authorised a group to do, until when, and what each practice says to it now. A practice withdraws
 * here; everything else follows from ballots and from time.
 */
@NullMarked
package org.folkmoot.portal.mandate;

import org.jspecify.annotations.NullMarked;
