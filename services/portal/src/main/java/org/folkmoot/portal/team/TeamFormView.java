package org.folkmoot.portal.team;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Footprints.Neighbourhood;
import org.folkmoot.portal.service.Teams.Team;
import org.folkmoot.portal.service.Tenants.PersonName;
import org.folkmoot.portal.term.Terms;
import org.jspecify.annotations.Nullable;

/**
 * A form about a team.
 *
 * @param team which it is about; null for a new one
 * @param tag the version that the person looks at; empty for a new one
 * @param neighbourhoods for which one can work; none where that is not asked
 * @param found people of the name that was looked for; null where nobody was
 */
public record TeamFormView(
        @Nullable Team team,
        String tag,
        List<Neighbourhood> neighbourhoods,
        @Nullable Panel<List<PersonName>> found,
        Form form) {
    public TeamFormView {
        neighbourhoods = List.copyOf(neighbourhoods);
    }

    public List<Named> relations() {
        return Terms.RELATIONS;
    }

    public List<Named> sectors() {
        return Terms.SECTORS;
    }
}
