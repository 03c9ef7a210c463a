package org.folkmoot.executive.notice;

/**
 * Which mails a person wants from now on.
 *
 * @param reminder whether to be reminded of single actions and whatever else there is to see to
 * @param digest whether to get a digest of their own each week
 * @param office whether to get one of everybody's, if they are an executive manager
 * @param bulletin whether to get bulletins to the practices and networks for which they act
 */
record NoticeWishesRequest(boolean reminder, boolean digest, boolean office, boolean bulletin) {}
