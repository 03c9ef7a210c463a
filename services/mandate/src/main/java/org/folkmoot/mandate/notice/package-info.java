/**
 * Notices: mails that a ballot has opened, that it closes soon and a vote has not been cast, and what its result is.
 *
 * <p><b>To whom.</b> To the people who may cast an elector's vote. Their address, roles and organisations are remembered from
 * their token when they use the service ({@link org.folkmoot.mail}); whoever has never signed in is not reached, and the
 * secretary sees for which electors that is so. Each person says which mails they want.
 *
 * <p><b>Once.</b> Notices of a kind are written for a ballot once; what is due follows from the ballot's times, so nothing is
 * lost with a process. How a mail is taken once and handed over at most once, {@link org.folkmoot.mail} says.
 *
 * <p><b>What.</b> The title of the motion, the group, whose vote it is, the hour, and a link into the portal. Never how
 * anybody voted. Without {@code folkmoot.mail.host} nothing is written and nothing is sent.
 */
@NullMarked
package org.folkmoot.mandate.notice;

import org.jspecify.annotations.NullMarked;
