package org.folkmoot.portal.integration;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Cases.Case;
import org.folkmoot.portal.service.Models.Body;

/**
 * The form for another option of a case.
 *
 * @param tag the version that the person looks at
 * @param bodies those that the ICS has defined: one of them may be joined
 */
public record AddOptionView(Case one, String tag, List<Body> bodies, Form form) {}
