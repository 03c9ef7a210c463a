package org.folkmoot.portal.recommendation;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Recommendations.Recommendation;
import org.folkmoot.portal.service.Tenants.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * The form that says who responds.
 *
 * @param tag the version that the person looks at
 * @param found people of the name that was looked for; null before anybody was
 */
public record EntrustView(
        Recommendation recommendation, String tag, @Nullable Panel<List<PersonName>> found, Form form) {}
