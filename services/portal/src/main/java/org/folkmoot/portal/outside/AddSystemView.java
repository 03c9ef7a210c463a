package org.folkmoot.portal.outside;

import java.util.List;
import org.folkmoot.portal.frame.Form;

/**
 * The form by which a system is let in.
 *
 * @param domains whose events it may read
 */
public record AddSystemView(Form form, List<Choice> domains) {

    /** A domain, and what is told of it. */
    public record Choice(String domain, String words) {}
}
