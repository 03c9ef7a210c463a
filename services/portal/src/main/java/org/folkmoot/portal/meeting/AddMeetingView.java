package org.folkmoot.portal.meeting;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords.Named;

/**
 * The form to draft a meeting.
 *
 * @param series those to which it may belong, each with its next hour
 */
public record AddMeetingView(List<Named> series, Form form) {}
