package org.folkmoot.portal.contact;

import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Contacts.Contact;

/**
 * The form that says when somebody leaves.
 *
 * @param tag the version that the person looks at
 */
public record LeaveView(Contact contact, String tag, Form form) {}
