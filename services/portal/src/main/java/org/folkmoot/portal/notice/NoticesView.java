package org.folkmoot.portal.notice;

import org.folkmoot.portal.frame.Form;
import org.jspecify.annotations.Nullable;

/**
 * Choosing which mails one gets.
 *
 * @param mail where they are sent; null where no address is known
 * @param done what has just been done, in a sentence; null if nothing
 */
public record NoticesView(@Nullable String mail, @Nullable String done, Form form) {}
