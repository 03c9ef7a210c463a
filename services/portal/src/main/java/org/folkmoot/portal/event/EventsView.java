package org.folkmoot.portal.event;

import java.util.List;
import org.folkmoot.contracts.Catalogue.Publisher;
import org.folkmoot.contracts.Catalogue.Topic;

/**
 * What is announced.
 *
 * @param ics the ICS that stands in the names of topics
 */
public record EventsView(List<Publisher> publishers, String ics) {

    /** The topic's name in this ICS. */
    public String name(Topic topic) {
        return topic.address().replace("{tenant}", ics);
    }
}
