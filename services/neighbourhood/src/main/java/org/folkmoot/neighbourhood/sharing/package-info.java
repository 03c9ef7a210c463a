/**
 * Which parts of a person's record are open to whom, and decisions to share it.
 *
 * <p>By default nothing is shared. The team of a referral decides for one person and one organisation: what is shared besides the
 * referral itself (assessments, the care plan, what the GP is told), on what basis, why, and until the end of which day. The
 * organisation has to meet the standards of the Data Security and Protection Toolkit; of which the registry tells, and an
 * organisation of which it told nothing does not meet them. The status at the time stays with the decision, and the present one
 * stands beside it. A decision can be revoked, with a reason, and ends by itself.
 *
 * <p>Each decision gives the organisation's people an access ({@link org.folkmoot.neighbourhood.access.Access}).
 * {@link org.folkmoot.neighbourhood.sharing.CareRecords} opens a part of a record for whoever may see it, and writes down that
 * they looked; what other packages read and write of a person goes through it.
 */
@NullMarked
package org.folkmoot.neighbourhood.sharing;

import org.jspecify.annotations.NullMarked;
