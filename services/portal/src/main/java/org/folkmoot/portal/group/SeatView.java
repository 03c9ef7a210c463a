package org.folkmoot.portal.group;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Tenants.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * Filling a seat, or vacating it.
 *
 * @param name what people call the seat
 * @param holder who holds it; empty when it is filled
 * @param found people of the name that was looked for; null before anybody was
 * @param elections ballots by which somebody may have been elected to it
 * @param tag the version that the person looks at: of the group, or of the term
 * @param action where the form is sent
 */
public record SeatView(
        Group group,
        String name,
        String holder,
        @Nullable Panel<List<PersonName>> found,
        List<Named> elections,
        String tag,
        String action,
        Form form) {

    public List<Named> ways() {
        return GroupWords.WAYS;
    }
}
