package org.folkmoot.portal.representation;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Groups.Group;

/** The form to register a meeting of others. */
public record AddSystemMeetingView(List<Group> groups, Form form) {}
