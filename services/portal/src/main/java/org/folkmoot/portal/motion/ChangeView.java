package org.folkmoot.portal.motion;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Motions.Motion;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;

/**
 * Amending a motion, withdrawing it, or objecting to it.
 *
 * @param tag the version that the person looks at
 * @param organisations in whose name something may be said: those for whom the person acts
 */
public record ChangeView(Motion motion, String tag, List<String> organisations, Form form) {

    static ChangeView of(Visit visit, Reply.Given<Motion> seen, Form form) {
        return new ChangeView(seen.value(), seen.tag().orElse(""), visit.codes(), form);
    }
}
