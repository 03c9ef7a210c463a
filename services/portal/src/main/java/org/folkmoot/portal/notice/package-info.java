/** Which mails a person gets. The mandate service sends them; they lead here. */
@NullMarked
package org.folkmoot.portal.notice;

import org.jspecify.annotations.NullMarked;
