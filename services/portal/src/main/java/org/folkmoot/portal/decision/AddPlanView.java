package org.folkmoot.portal.decision;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Groups.Group;

/**
 * The form to announce a decision ahead.
 *
 * @param groups for which it may be
 */
public record AddPlanView(List<Group> groups, Form form) {}
