package org.folkmoot.portal.ballot;

import java.util.List;
import org.folkmoot.portal.rule.RuleWords;
import org.folkmoot.portal.service.Ballots.Ballot;

/**
 * A vote before it is cast, for a last look.
 *
 * @param speaking for whom
 * @param choice in words
 * @param fields what was filled in, to go on with or back to
 * @param request says which request this is, so that sending it twice casts one vote
 */
public record CheckView(Ballot ballot, Speaking speaking, List<String> choice, List<FormField> fields, String request) {

    /** A field that the page keeps. */
    public record FormField(String name, String value) {}

    /** Who will see how this voter voted. */
    public String seen() {
        return RuleWords.of(ballot.rule(), ballot.ranked()).visibility();
    }
}
