/**
 * Notices: mails that remind people of what they have to see to, digests of it, and bulletins.
 *
 * <p><b>Of what.</b> Actions, enquiries, questions to practices because of one, reports back and responses to recommendations: each feature says what of its own somebody has to see to by which day
 * ({@link org.folkmoot.executive.notice.Duties}).
 *
 * <p><b>To whom.</b> Whoever sees to something is reminded of it seven days ahead, on its day, and every week after that, in one
 * mail for all of which they are reminded that day; of a report back on its day and after, and of a question to a practice on the working day after it was asked, too. What nobody sees to yet is the executive
 * managers'. On the first working day of a week whoever has something overdue or due within a week gets a digest of it, and
 * executive managers one of everybody's. Addresses are remembered from people's tokens ({@link org.folkmoot.mail}); whoever has
 * never signed in is not reached. Each person says which mails they want.
 *
 * <p><b>Bulletins</b> go by mail to those alone who chose that, and act for a practice to which it was published, or for its
 * network: each once, soon after publication. A mail says the title, the first words and where the rest is, and counts for no
 * practice as having read it.
 *
 * <p><b>Once.</b> Notices are written once for a working day, after an hour in the morning; what they say is found out when they
 * are sent, so that what was done meanwhile is not asked for. A mail that could not be sent for days is overtaken by the next.
 *
 * <p><b>What.</b> Titles of actions, who asked an enquiry and where a report is from, with their days, and a link into the portal.
 * What a system partner asks is in no mail: it may be about a person.
 */
@NullMarked
package org.folkmoot.executive.notice;

import org.jspecify.annotations.NullMarked;
