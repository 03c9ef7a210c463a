package org.folkmoot.portal.group;

import java.util.List;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Groups.Purpose;

/**
 * What a group said that it is for, over time.
 *
 * @param versions the newest first
 */
public record PurposesView(Group group, List<Purpose> versions) {}
