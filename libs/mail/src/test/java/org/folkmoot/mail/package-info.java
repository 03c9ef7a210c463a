/** Mails on their way, to mail servers that are well and to those that are not. */
@NullMarked
package org.folkmoot.mail;

import org.jspecify.annotations.NullMarked;
