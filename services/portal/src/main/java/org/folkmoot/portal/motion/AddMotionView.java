package org.folkmoot.portal.motion;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.rule.RuleWords;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Tenants.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * The form to draft a motion.
 *
 * @param organisations in whose name it may be proposed: those for whom the person acts
 * @param mayElect whether the person may call an election: who finds people by name
 * @param found people of the name that was looked for; null before anybody was
 * @param chosen who stands so far
 */
public record AddMotionView(
        List<Group> groups,
        List<String> organisations,
        boolean mayElect,
        @Nullable Panel<List<PersonName>> found,
        List<Candidacy> chosen,
        Form form) {

    /** What kinds of question there are for the person. */
    public List<Named> questions() {
        return RuleWords.QUESTIONS.stream()
                .filter(question -> mayElect || !question.code().equals("seat"))
                .toList();
    }

    /** Those who stand so far, and those who were found and may. */
    public List<Candidacy> candidates() {
        return Candidacy.choices(
                chosen,
                found == null || found.trouble() != null
                        ? List.of()
                        : found.value().stream().map(Candidacy::of).toList());
    }

    /** Whether nobody was found. */
    public boolean nobody() {
        return found != null && found.trouble() == null && found.value().isEmpty();
    }
}
