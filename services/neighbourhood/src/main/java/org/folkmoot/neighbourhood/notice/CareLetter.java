package org.folkmoot.neighbourhood.notice;

import java.util.List;
import java.util.Objects;
import org.folkmoot.mail.Letter;

/** What a mail about somebody's care says: which team, and which colleague; never of whom. */
final class CareLetter {

    private CareLetter() {}

    /** @param area of the ICS in the portal, without a slash at the end */
    static Letter of(CareNotice notice, String area) {
        String team = Letter.inOneLine(notice.team());
        String other = Letter.inOneLine(Objects.requireNonNullElse(notice.other(), notice.team()));
        String who = Letter.inOneLine(Objects.requireNonNullElse(notice.who(), notice.team()));
        String transfer = area + "/transfers/" + notice.about() + "/";
        String referral = area + "/referrals/" + notice.referral() + "/";
        return switch (notice.kind()) {
            case TRANSFER_OFFERED ->
                new Letter(
                        "Another team asks yours to go on with a person",
                        List.of(
                                who + " of " + team + " offers to transfer a person to " + other + ".",
                                "Please read what they say, and accept or decline. Until you accept, " + team
                                        + " has the person."),
                        "Answer it",
                        transfer,
                        "You get this mail because you lead the team that is asked, or are in it and nobody leads it.",
                        null);
            case TRANSFER_ANSWERED ->
                notice.accepted()
                        ? answered(
                                "The other team has taken the person over",
                                who + " has accepted for " + other + " the person whom " + team + " offered.",
                                transfer)
                        : answered(
                                "The other team does not take the person over",
                                who + " has declined for " + other + " the person whom " + team
                                        + " offered. Nothing has changed: " + team + " has the person.",
                                transfer);
            case HANDOVER_OFFERED ->
                new Letter(
                        "A colleague asks you to take a person over",
                        List.of(
                                who + " of " + team + " offers to hand a person over to you.",
                                "Until you accept, nothing changes."),
                        "Answer it",
                        referral,
                        "You get this mail because the person is offered to you.",
                        null);
            case ASSIGNED ->
                new Letter(
                        "You are the case manager of one more person",
                        List.of("You own the care of a person whom " + team + " has taken on."),
                        "See the referral",
                        referral,
                        "You get this mail because a colleague named you.",
                        null);
        };
    }

    private static Letter answered(String subject, String words, String link) {
        return new Letter(
                subject,
                List.of(words),
                "See the transfer",
                link,
                "You get this mail because you offered the person, or owned their care.",
                null);
    }
}
