/**
 * Who may see a patient, and who did.
 *
 * <p><b>A person sees a referral</b> if they are in its team, speak for the practice that refers or the one where the patient is
 * registered, or hold a grant: a share with their organisation, or their own breaking of the glass. A draft is seen only where
 * it is written, dropped or not. Everything else does not exist for them: the answer is the one for what is absent. They see a
 * patient whose practice they speak for, or of whom they see a referral that was submitted, or for whom they hold a grant: what
 * somebody drafts about a patient opens nothing to them.
 *
 * <p><b>Every read of a patient's data is recorded</b> in the same transaction: who, for which organisations, what, and by which
 * of these reasons. The record is a ledger of each reader's own, so readers never wait for each other; an index beside it
 * finds the entries that tell of one patient, who can so be shown who looked. It names patients by their identifiers here,
 * which say nothing once the patient's key is destroyed.
 */
@NullMarked
package org.folkmoot.neighbourhood.access;

import org.jspecify.annotations.NullMarked;
