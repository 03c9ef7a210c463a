package org.folkmoot.portal.model;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Models.Body;
import org.folkmoot.portal.service.Models.Link;

/**
 * A form about a link.
 *
 * @param link as it is known now
 * @param tag the version that the person looks at
 * @param bodies those that the ICS has defined; empty where none can be chosen
 */
public record LinkFormView(Link link, String tag, List<Body> bodies, Form form) {

    /** What one has to do with the other, in words. */
    public String what() {
        return LinkKind.words(link.kind());
    }
}
