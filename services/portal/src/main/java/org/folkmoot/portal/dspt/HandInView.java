package org.folkmoot.portal.dspt;

import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.FormErrors;

/**
 * The form to hand in the toolkit's list.
 *
 * @param asAt the day on which it was taken
 * @param request says which request this is
 */
public record HandInView(AsAtChoice asAt, String request, FormErrors errors) {}
