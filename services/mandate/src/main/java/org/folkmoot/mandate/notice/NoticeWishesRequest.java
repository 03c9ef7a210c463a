package org.folkmoot.mandate.notice;

/**
 * Which mails a person wants from now on.
 *
 * @param opened whether to be told that a ballot has opened
 * @param closing whether to be told that one closes soon and a vote has not been cast
 * @param declared whether to be told results
 */
record NoticeWishesRequest(boolean opened, boolean closing, boolean declared) {}
