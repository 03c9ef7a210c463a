package org.folkmoot.portal.bulletin;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Bulletins.Bulletin;
import org.folkmoot.portal.service.Bulletins.Mine;

/**
 * The form by which a practice answers a bulletin's question.
 *
 * @param practices those for which the person speaks and that can still answer
 */
public record AnswerView(Bulletin bulletin, List<Mine> practices, Form form) {

    /** The answers to choose from; none where practices answer in their own words. */
    public List<String> options() {
        var question = bulletin.question();
        return question == null ? List.of() : question.options();
    }
}
