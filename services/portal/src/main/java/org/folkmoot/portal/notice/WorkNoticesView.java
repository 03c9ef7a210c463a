package org.folkmoot.portal.notice;

import org.folkmoot.portal.frame.Form;
import org.jspecify.annotations.Nullable;

/**
 * Choosing which mails one gets about work and bulletins.
 *
 * @param mail where they are sent; null where no address is known
 * @param keepsActions whether the person could get everybody's actions
 * @param votes whether there are mails about ballots for them, too
 * @param done what has just been done, in a sentence; null if nothing
 */
public record WorkNoticesView(
        @Nullable String mail,
        boolean keepsActions,
        boolean votes,
        @Nullable String done,
        Form form) {}
