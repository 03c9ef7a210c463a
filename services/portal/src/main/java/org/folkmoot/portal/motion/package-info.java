/**
 * Motions: drafted, tabled, amended, put to a ballot; and what practices and the LMC object to or say of them, of
 * mandates and of decisions. What may become of a motion at which moment is the mandate service's to say.
 */
@NullMarked
package org.folkmoot.portal.motion;

import org.jspecify.annotations.NullMarked;
