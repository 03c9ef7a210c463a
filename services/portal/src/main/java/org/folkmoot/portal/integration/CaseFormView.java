package org.folkmoot.portal.integration;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Cases.Case;
import org.folkmoot.portal.service.Cases.Option;

/**
 * Something to be added to a case.
 *
 * @param tag the version that the person looks at
 */
public record CaseFormView(Case one, String tag, Form form) {

    /** How the practice can decide. */
    public List<CaseWords.Choice> outcomes() {
        var outcomes = new ArrayList<CaseWords.Choice>();
        for (Option option : one.options()) {
            outcomes.add(new CaseWords.Choice(
                    Integer.toString(option.number()),
                    "To join, by option " + option.number() + ": " + option.title()));
        }
        outcomes.add(new CaseWords.Choice("declined", "To decline"));
        return outcomes;
    }

    /** What due diligence looks at. */
    public List<CaseWords.Choice> areas() {
        return CaseWords.AREAS;
    }
}
