package org.folkmoot.portal.representation;

import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Representation.SystemMeeting;
import org.folkmoot.portal.service.Tenants.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * The form to name who sits on a seat.
 *
 * @param mandates those of the group under which somebody can speak
 * @param found people of the name that was looked for; null before anybody was
 */
public record NameView(
        SystemMeeting meeting,
        List<Named> mandates,
        @Nullable Panel<List<PersonName>> found,
        Form form) {

    /** The seats with their numbers. */
    public List<Named> seats() {
        return IntStream.range(0, meeting.seats().size())
                .mapToObj(place ->
                        new Named(Integer.toString(place + 1), meeting.seats().get(place)))
                .toList();
    }
}
