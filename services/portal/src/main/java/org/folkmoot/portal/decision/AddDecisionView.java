package org.folkmoot.portal.decision;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Powers.Terms;

/**
 * The form to decide.
 *
 * @param power under which is decided
 * @param terms what it says
 * @param limit how far it goes, in words
 * @param matters what it does not include: the group keeps it for itself, or practices left it out of the mandate
 * @param meetings those in session, at which the decision may be taken
 * @param plans what is still ahead on the forward plan
 */
public record AddDecisionView(
        String power,
        Terms terms,
        String limit,
        List<String> matters,
        List<Named> meetings,
        List<Named> plans,
        Form form) {}
