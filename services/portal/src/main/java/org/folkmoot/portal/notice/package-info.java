/** Which mails a person gets, and what became of those about a ballot. The mandate service sends them; they lead here. */
@NullMarked
package org.folkmoot.portal.notice;

import org.jspecify.annotations.NullMarked;
