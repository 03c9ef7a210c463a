package org.folkmoot.portal.reading;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Groups.Group;

/** The form to call a reading. */
public record AddReadingView(List<Group> groups, Form form) {}
