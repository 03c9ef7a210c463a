package org.folkmoot.portal.action;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Tenants.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * The form to assign an action.
 *
 * @param about the decision, the meeting, the enquiry or the priority from which it comes
 * @param back the address of that
 * @param action where the form is sent
 * @param found people of the name that was looked for; null before anybody was
 */
public record AssignView(
        String about, String back, String action, @Nullable Panel<List<PersonName>> found, Form form) {}
