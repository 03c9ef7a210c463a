package org.folkmoot.portal.recommendation;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Groups.Group;

/** The form to record a recommendation. */
public record AddRecommendationView(List<Group> groups, Form form) {}
