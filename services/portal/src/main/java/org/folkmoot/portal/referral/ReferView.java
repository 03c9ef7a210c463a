package org.folkmoot.portal.referral;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Patients.Patient;
import org.folkmoot.portal.service.Teams.Team;
import org.folkmoot.portal.term.Terms;
import org.jspecify.annotations.Nullable;

/**
 * A page of the form to refer somebody.
 *
 * @param step which page it is
 * @param heading what stands above it
 * @param answers under which name the answers are kept; null before there are any
 * @param back the address of the page before; null on the first
 * @param patient the person, where they are known; null else
 * @param teams to which the person can be referred; none before it is asked
 * @param practices those for which the person may refer; none before it is asked
 * @param finds whether the person belongs to teams, which may find somebody themselves
 * @param lost whether what was entered before is not kept any longer
 */
public record ReferView(
        String step,
        String heading,
        @Nullable String answers,
        @Nullable String back,
        @Nullable Patient patient,
        List<Team> teams,
        List<String> practices,
        boolean finds,
        boolean lost,
        Form form) {
    public ReferView {
        teams = List.copyOf(teams);
        practices = List.copyOf(practices);
    }

    /** Whether it asks for the number. */
    public boolean asksNumber() {
        return step.equals("number");
    }

    /** Whether it asks who it is. */
    public boolean asksPerson() {
        return step.equals("person");
    }

    /** Whether there is nobody for whom the person could refer. */
    public boolean refersForNobody() {
        return step.equals("referral") && practices.isEmpty() && !finds;
    }

    public List<Named> genders() {
        return Terms.GENDERS;
    }

    public List<Named> priorities() {
        return Terms.PRIORITIES;
    }

    public List<Named> criteria() {
        return Terms.CRITERIA;
    }
}
