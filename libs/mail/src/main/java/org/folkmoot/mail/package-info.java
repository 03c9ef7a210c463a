/**
 * Mails to people: where they are reached, how a mail reaches the mail server, and that none goes out twice.
 *
 * <p><b>To whom.</b> Address, roles and organisations are remembered from a person's token when they use the service
 * ({@link org.folkmoot.mail.Mailboxes}), in no other way, and forgotten when they have not come back for long.
 *
 * <p><b>Once.</b> A service writes down what is due and lets a mail be taken ({@link org.folkmoot.mail.PostOffice}); that is
 * committed before the mail is handed over. A crash in between loses a mail and never sends one twice, unless the service lets it
 * be taken again after a long time; where the mail server was not reached, or asks to come again, it is tried again. What became
 * of a mail when the database failed is written down as soon as it is back. A slow mail server holds up nothing else.
 *
 * <p>Without {@code folkmoot.mail.host} nothing is written and nothing is sent.
 */
@NullMarked
package org.folkmoot.mail;

import org.jspecify.annotations.NullMarked;
