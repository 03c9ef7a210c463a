package org.folkmoot.neighbourhood.breakglass;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.folkmoot.mail.Letter;
import org.folkmoot.nhs.LondonTime;

/** What a mail to those who review it says: who, when, for how long; never of whom, and not why. */
final class GlassLetter {

    private static final String BECAUSE =
            "You get this mail because you lead the team that has the person, or are in it and nobody leads it.";

    /** As people in England read it. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "HH:mm 'on' EEEE d MMMM uuuu", Locale.UK)
            .withZone(LondonTime.ZONE);

    private GlassLetter() {}

    /** @param area of the ICS in the portal, without a slash at the end */
    static Letter of(GlassNotices.Notice notice, String area) {
        return new Letter(
                "Somebody opened a record that was not open to them",
                List.of(
                        Letter.inOneLine(notice.who()) + of(notice.organisations())
                                + " opened the record of a person of your team at " + moment(notice.at())
                                + ". It is open to them until " + moment(notice.until()) + ".",
                        "They wrote down why. Please read it and say whether it was justified."),
                "Review it",
                area + "/break-glass/" + notice.glass() + "/",
                BECAUSE,
                null);
    }

    private static String of(List<String> organisations) {
        return organisations.isEmpty() ? "" : " (" + String.join(", ", organisations) + ")";
    }

    private static String moment(Instant at) {
        return MOMENT.format(at);
    }
}
