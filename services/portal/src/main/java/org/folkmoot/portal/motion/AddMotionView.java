package org.folkmoot.portal.motion;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Groups.Group;

/**
 * The form to draft a motion.
 *
 * @param organisations in whose name it may be proposed: those for whom the person acts
 */
public record AddMotionView(List<Group> groups, List<String> organisations, Form form) {

    /** What kinds of question there are. */
    public List<Named> questions() {
        return RuleWords.QUESTIONS;
    }
}
