package org.folkmoot.portal.priority;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Priorities.Priority;

/**
 * The choice of the motion that puts a priority to its group.
 *
 * @param tag the version that the person looks at
 * @param motions those of the group that can
 */
public record CiteView(Priority priority, String tag, List<Named> motions, Form form) {}
