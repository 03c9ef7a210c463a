package org.folkmoot.portal.priority;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Priorities.Priority;
import org.jspecify.annotations.Nullable;

/**
 * The form for the words and measures of a priority.
 *
 * @param priority that is shaped; null of one that is proposed
 * @param tag the version that the person looks at; empty of one that is proposed
 * @param groups that could adopt one that is proposed
 */
public record ShapeView(@Nullable Priority priority, String tag, List<Group> groups, Form form) {

    /** What a priority can be for. */
    public List<Named> aims() {
        return PriorityWords.AIMS;
    }

    /** The rows for measures. */
    public List<MeasureRows.Row> rows() {
        return MeasureRows.of(form.entered());
    }
}
