/** Mails about actions: what they say, and that each is sent once. */
@NullMarked
package org.folkmoot.executive.notice;

import org.jspecify.annotations.NullMarked;
