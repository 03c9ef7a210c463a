package org.folkmoot.portal.representation;

import java.util.List;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Groups.Mandate;
import org.folkmoot.portal.service.Representation.Representative;
import org.folkmoot.portal.service.Representation.SystemMeeting;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who sits at a meeting of others.
 *
 * @param meeting at which they sit
 * @param mandate under which they speak
 * @param unmet why that does not count, in sentences
 * @param mayRecall whether the person may end the term
 * @param done what has just been done, in a sentence; null if nothing
 */
public record RepresentativeView(
        Representative representative,
        SeatWords state,
        Panel<SystemMeeting> meeting,
        Panel<Mandate> mandate,
        List<String> unmet,
        boolean mayRecall,
        @Nullable String done) {}
