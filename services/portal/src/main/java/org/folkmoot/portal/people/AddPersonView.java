package org.folkmoot.portal.people;

import org.folkmoot.portal.frame.FormErrors;

/**
 * The form to add a person.
 *
 * @param request says which request this is, so that sending the form twice adds one person
 * @param restored whether the form is one that was sent after the session had ended
 */
public record AddPersonView(PersonForm form, String request, FormErrors errors, boolean restored) {}
