package org.folkmoot.portal.group;

import java.util.List;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Groups.Group;
import org.jspecify.annotations.Nullable;

/**
 * From where to where somebody goes with the form for a constitution.
 *
 * @param path the form's address
 * @param group whose constitution it is; null for one that is founded with it
 * @param answers under which name the answers are kept; null before there are any
 * @param changing whether the person has come from the last page to change something
 * @param tag the version of the group that was seen; empty for one that is founded
 */
public record CharterWay(
        String path, @Nullable Group group, @Nullable String answers, boolean changing, String tag) {

    /** The order of the pages. */
    List<CharterPage> order() {
        return CharterPage.order(group);
    }

    /** What the form is for. */
    public String title() {
        return group == null ? "Found a group" : "Propose a new version of the constitution";
    }

    /** What the button on the last page says. */
    public String sending() {
        return group == null ? "Found the group" : "Propose this version";
    }

    /** Another page, on the same way. */
    Query to(CharterPage page) {
        return address(page, changing && !page.equals(CharterPage.LAST));
    }

    /** A page that is changed from the last one. */
    Query toChange(CharterPage page) {
        return address(page, true);
    }

    private Query address(CharterPage page, boolean fromTheLast) {
        return Query.of(path)
                .with("draft", answers)
                .with("page", page.name())
                .with("changing", fromTheLast ? "yes" : null);
    }
}
