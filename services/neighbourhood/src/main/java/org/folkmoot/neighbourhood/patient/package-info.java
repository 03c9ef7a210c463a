/**
 * People who were referred: each known once in an ICS, by NHS number.
 *
 * <p><b>Known once.</b> Whoever describes a person gets the patient with that NHS number, made if there is none yet; the answer is the
 * same, so that nobody learns from it who is known. The date of birth must agree: a slip in a number would join one
 * person's referral to another's record. Details that others gave are not overwritten by describing the person again, only
 * by a change from somebody who may see them.
 *
 * <p><b>Sealed.</b> All that identifies a person is sealed under their own key ({@link org.folkmoot.neighbourhood.seal}), and opened
 * for those who may see it; a search is by a keyed hash and in a body, so no NHS number stands in an address or a log. What is
 * not sealed: the registered practice, by which access is decided, and that a person has died.
 */
@NullMarked
package org.folkmoot.neighbourhood.patient;

import org.jspecify.annotations.NullMarked;
