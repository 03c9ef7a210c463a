package org.folkmoot.portal.action;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Actions.Action;
import org.folkmoot.portal.service.Tenants.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * The form to give an action to somebody else.
 *
 * @param tag the version that the person looks at
 * @param found people of the name that was looked for; null before anybody was
 */
public record HandOverView(
        Action action, String tag, @Nullable Panel<List<PersonName>> found, Form form) {}
