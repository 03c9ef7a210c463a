package org.folkmoot.portal.power;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords.Named;

/**
 * The form to propose a power.
 *
 * @param mandates those on which it may hang: in force, or to begin
 * @param ballots those that may have decided it: carried
 */
public record AddPowerView(List<Choice> mandates, List<Named> ballots, Form form) {

    /** A mandate and the group to which it was given. */
    public record Choice(String id, String words) {}
}
