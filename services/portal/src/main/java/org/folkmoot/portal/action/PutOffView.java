package org.folkmoot.portal.action;

import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Actions.Action;

/**
 * The form to give an action another day.
 *
 * @param tag the version that the person looks at
 */
public record PutOffView(Action action, String tag, Form form) {}
