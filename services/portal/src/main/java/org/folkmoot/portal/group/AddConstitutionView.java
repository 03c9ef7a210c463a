package org.folkmoot.portal.group;

import org.folkmoot.portal.service.Groups.Group;

/**
 * The form to propose a new version of a constitution.
 *
 * @param tag the version of the group that the person looks at
 * @param fits whether the form has a place for all that the version in force says
 */
public record AddConstitutionView(Group group, String tag, boolean fits, CharterForm charter) {}
