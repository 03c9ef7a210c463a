package org.folkmoot.portal.group;

import java.util.List;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.RoleName;
import org.folkmoot.portal.rule.RuleWords;
import org.folkmoot.portal.service.Groups.Constitution;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Groups.SeatRule;
import org.folkmoot.portal.service.Groups.StandingShare;
import org.jspecify.annotations.Nullable;

/**
 * A version of a constitution.
 *
 * @param tag the version of it that the person looks at
 * @param maySettle whether the person may confirm or refuse it
 * @param done what has just been done, in a sentence; null if nothing
 */
public record ConstitutionView(
        Group group,
        Constitution constitution,
        String tag,
        GroupWords state,
        List<Decision> decisions,
        boolean maySettle,
        @Nullable String done,
        FormErrors errors) {

    /** How a kind of question is decided. */
    public record Decision(String question, RuleWords rule) {}

    static List<Decision> decisions(Constitution constitution) {
        return constitution.content().questions().stream()
                .map(each -> new Decision(
                        RuleWords.question(each.question()),
                        RuleWords.of(each.rule(), each.question().equals("seat"))))
                .toList();
    }

    /** What must stand behind the group for it to be mandated. */
    public List<String> standing() {
        return constitution.content().standing().stream()
                .map(StandingShare::words)
                .toList();
    }

    /** What a seat is for. */
    public String kind(SeatRule seat) {
        return GroupWords.words(GroupWords.SEATS, seat.kind());
    }

    /** Who may annul a ballot. */
    public String annuller() {
        return RoleName.words(List.of(constitution.content().annulledBy()));
    }
}
