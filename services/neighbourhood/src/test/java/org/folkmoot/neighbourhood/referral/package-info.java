/** Rules of referrals, and what their questions cost. */
@NullMarked
package org.folkmoot.neighbourhood.referral;

import org.jspecify.annotations.NullMarked;
