package org.folkmoot.portal.integration;

import java.util.List;
import org.folkmoot.portal.frame.Form;

/**
 * The form to open a case.
 *
 * @param practices for which the person acts; empty for whoever looks after all of them
 */
public record AddCaseView(List<String> practices, Form form) {}
