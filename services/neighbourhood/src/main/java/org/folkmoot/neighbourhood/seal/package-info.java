/**
 * Keys, and what is sealed with them.
 *
 * <p><b>Three kinds of key.</b> The installation's, from its configuration, wraps those of each ICS. An ICS has keys that wrap its
 * patients' keys, of which the newest wraps new ones, and one with which an NHS number becomes a keyed hash: by that a
 * patient is found, and nobody without the key can try numbers until one fits. A patient's key seals every text about them.
 * All are 256 bits; sealing and wrapping are AES-GCM with a random nonce for each.
 *
 * <p><b>A sealed text</b> says as associated data to whom and to which field it belongs, so that it opens nowhere else.
 *
 * <p><b>Renewal.</b> A new key of the ICS is made, and patients' keys are wrapped anew under it, some at a time; nothing that is
 * sealed has to be touched. The installation's key is replaced by naming the new one first and the old one among the
 * former: {@link org.folkmoot.neighbourhood.seal.PatientKeys#renew} then wraps under the new one.
 *
 * <p><b>Erasure</b> destroys a patient's key. Copies of the database that are older than that still hold it: how long they are
 * kept is the installation's to say.
 */
@NullMarked
package org.folkmoot.neighbourhood.seal;

import org.jspecify.annotations.NullMarked;
