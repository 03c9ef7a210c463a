package org.folkmoot.portal.event;

import org.folkmoot.contracts.Catalogue.Publisher;
import org.folkmoot.contracts.Catalogue.Topic;

/**
 * What one service announces.
 *
 * @param ics the ICS that stands in the names of topics
 */
public record TopicsView(Publisher publisher, String ics) {

    /** The topic's name in this ICS. */
    public String name(Topic topic) {
        return topic.address().replace("{tenant}", ics);
    }
}
