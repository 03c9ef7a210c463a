package org.folkmoot.portal.motion;

import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Motions.Motion;
import org.folkmoot.portal.service.Reply;

/**
 * Amending a motion, or withdrawing it.
 *
 * @param tag the version that the person looks at
 */
public record ChangeView(Motion motion, String tag, Form form) {

    static ChangeView of(Reply.Given<Motion> seen, Form form) {
        return new ChangeView(seen.value(), seen.tag().orElse(""), form);
    }
}
