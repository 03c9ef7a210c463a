/** What letters say, without a mail server. */
@NullMarked
package org.folkmoot.mandate.notice;

import org.jspecify.annotations.NullMarked;
