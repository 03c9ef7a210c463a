package org.folkmoot.portal.group;

import java.util.List;
import org.folkmoot.portal.rule.RuleWords.Named;

/** The form to found a group. */
public record AddGroupView(CharterForm charter) {

    public List<Named> footprints() {
        return GroupWords.FOOTPRINTS;
    }
}
