package org.folkmoot.executive.notice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import org.folkmoot.mail.Letter;
import org.jspecify.annotations.Nullable;

/** What a mail says of a bulletin: its title, its first words, and where all of it is. */
final class BulletinLetter {

    private static final String BECAUSE = "You get this mail because you chose to get bulletins by mail.";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    private BulletinLetter() {}

    /**
     * The letter.
     *
     * @param answersUntil the last day for an answer; null if nothing is asked
     * @param area of the ICS in the portal, without a slash at the end
     */
    static Letter of(UUID bulletin, String title, String words, @Nullable LocalDate answersUntil, String area) {
        var paragraphs = new ArrayList<String>();
        paragraphs.add(Letter.inOneLine(words));
        if (answersUntil != null) {
            paragraphs.add("It asks practices a question, to be answered until " + DAY.format(answersUntil) + ".");
        }
        paragraphs.add(
                "A practice has read and acknowledged it when somebody does so in Folkmoot; this mail does not count.");
        return new Letter(
                "Bulletin: " + Letter.inOneLine(title),
                paragraphs,
                "Read the bulletin",
                area + "/bulletins/" + bulletin + "/",
                BECAUSE,
                area + "/notices/work/");
    }
}
