package org.folkmoot.portal.reading;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Readings.Reading;
import org.folkmoot.portal.service.Readings.ToAnswer;

/**
 * Answering a reading.
 *
 * @param practices those for which the person may answer
 */
public record AnswerView(Reading reading, List<ToAnswer> practices, Form form) {

    /** How far one may agree. */
    public List<Named> answers() {
        return ReadingWords.ANSWERS;
    }
}
