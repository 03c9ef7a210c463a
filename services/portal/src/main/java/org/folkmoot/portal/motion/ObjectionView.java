package org.folkmoot.portal.motion;

import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Motions.Objection;
import org.jspecify.annotations.Nullable;

/**
 * An objection or a comment.
 *
 * @param tag the version that the person looks at
 * @param mayReply whether the person may reply
 * @param done what has just been done, in a sentence; null if nothing
 */
public record ObjectionView(
        Objection objection,
        String tag,
        boolean mayReply,
        @Nullable String done,
        Form form) {

    /** What it is. */
    public String kind() {
        return objection.formal() ? "Formal objection" : "Comment";
    }
}
