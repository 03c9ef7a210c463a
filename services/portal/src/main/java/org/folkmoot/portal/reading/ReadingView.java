package org.folkmoot.portal.reading;

import java.util.List;
import org.folkmoot.nhsuk.picture.BarChart;
import org.folkmoot.portal.service.Readings.Reading;
import org.folkmoot.portal.service.Readings.ToAnswer;
import org.jspecify.annotations.Nullable;

/**
 * A reading.
 *
 * @param answers what was answered; null while it is open, or where too few answered
 * @param mine the answers that the person may give or has given
 * @param done what has just been done, in a sentence; null if nothing
 */
public record ReadingView(
        Reading reading,
        ReadingWords state,
        @Nullable BarChart answers,
        List<Mine> mine,
        @Nullable String done) {

    /** How many practices answered of those that were asked. */
    public String response() {
        return ReadingWords.response(reading);
    }

    /**
     * A practice for which the person answers.
     *
     * @param answer what it has answered, in words; null while it has not
     */
    public record Mine(String name, @Nullable String answer) {

        static Mine of(ToAnswer asked) {
            String answer = asked.answer();
            return new Mine(asked.name(), answer == null ? null : ReadingWords.answer(answer));
        }
    }
}
