package org.folkmoot.portal.ballot;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords;
import org.folkmoot.portal.service.Motions.Motion;
import org.jspecify.annotations.Nullable;

/**
 * The form to put a motion to a ballot.
 *
 * @param motions those that are tabled
 * @param motion the one that was chosen; null before that
 * @param tag the version of it that the secretary looks at
 * @param rule by which rule it will be decided; null where the constitution in force says nothing of such questions
 * @param mayHaveOptions whether such a question may be one between several options
 */
public record AddBallotView(
        List<Motion> motions,
        @Nullable Motion motion,
        String tag,
        @Nullable RuleWords rule,
        boolean mayHaveOptions,
        Form form) {}
