package org.folkmoot.portal.integration;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Models.Body;
import org.folkmoot.portal.service.Registry.Named;

/**
 * The form to open a case.
 *
 * @param practices for which the person acts; empty for whoever looks after all of them
 * @param bodies those that the ICS has defined: one of them may be joined
 */
public record AddCaseView(List<Named> practices, List<Body> bodies, Form form) {}
