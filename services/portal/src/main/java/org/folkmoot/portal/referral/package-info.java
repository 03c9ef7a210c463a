/**
 * Referrals to neighbourhood teams: the worklists, one referral with its clock, referring somebody, triage, and who owns the
 * care. No page here is called by a person's name, and no address holds more of a person than a key.
 */
@NullMarked
package org.folkmoot.portal.referral;

import org.jspecify.annotations.NullMarked;
