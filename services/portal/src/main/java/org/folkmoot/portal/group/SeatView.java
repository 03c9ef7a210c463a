package org.folkmoot.portal.group;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Groups.Group;

/**
 * Filling a seat, or vacating it.
 *
 * @param name what people call the seat
 * @param holder who holds it; empty when it is filled
 * @param tag the version that the person looks at: of the group, or of the term
 * @param action where the form is sent
 */
public record SeatView(Group group, String name, String holder, String tag, String action, Form form) {

    public List<Named> ways() {
        return GroupWords.WAYS;
    }
}
