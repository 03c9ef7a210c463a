package org.folkmoot.mandate.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.folkmoot.mail.Letter;

/** What a mail says of a ballot: what it is about, never how anybody voted. */
final class BallotLetter {

    private static final String BECAUSE = "You get this mail because you can vote in this ballot.";
    private static final int NAMES_MOST = 10;

    /** Field by field as people in England read it, at the time of the ICS. */
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu 'at' HH:mm", Locale.UK)
            .withZone(ZoneId.of("Europe/London"));

    private BallotLetter() {}

    /** @param area of the ICS in the portal, without a slash at the end */
    static Letter of(Notice notice, String area) {
        String title = Letter.inOneLine(notice.title());
        String ballot = area + "/ballots/" + notice.ballot() + "/";
        String wishes = area + "/notices/";
        return switch (notice.kind()) {
            case OPENED ->
                new Letter(
                        "Ballot open: " + title,
                        List.of(
                                Letter.inOneLine(notice.group()) + " asks for your vote: " + title + ".",
                                "You can vote for " + names(notice.voters()) + " until " + hour(notice.closesAt())
                                        + "."),
                        "Read the motion and vote",
                        ballot + "vote/",
                        BECAUSE,
                        wishes);
            case CLOSING ->
                new Letter(
                        "Closing soon: " + title,
                        List.of(
                                "The ballot of " + Letter.inOneLine(notice.group()) + " on “" + title + "” closes on "
                                        + hour(notice.closesAt()) + ".",
                                "No vote has been cast yet for " + names(notice.silent()) + "."),
                        "Vote",
                        ballot + "vote/",
                        BECAUSE,
                        wishes);
            case DECLARED ->
                new Letter(
                        "Result: " + title,
                        List.of(
                                "The ballot of " + Letter.inOneLine(notice.group()) + " on “" + title
                                        + "” has been declared.",
                                outcome(notice)),
                        "See the result, and how to check it",
                        ballot,
                        BECAUSE,
                        wishes);
        };
    }

    private static String outcome(Notice notice) {
        return switch (notice.outcome()) {
            case "carried" -> notice.election() ? "Candidates were elected." : "The motion was carried.";
            case "lost" -> notice.election() ? "Nobody was elected." : "The motion was lost.";
            case "no-quorum" -> "Too few took part for it to count.";
            case null, default -> throw new IllegalStateException("no outcome: " + notice.outcome());
        };
    }

    private static String hour(Instant moment) {
        return HOUR.format(moment);
    }

    private static String names(List<String> names) {
        String first = String.join(
                ", ", names.stream().limit(NAMES_MOST).map(Letter::inOneLine).toList());
        return names.size() <= NAMES_MOST ? first : first + " and " + (names.size() - NAMES_MOST) + " more";
    }
}
