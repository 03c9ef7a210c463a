package org.folkmoot.registry.dspt;

import java.util.List;

/** What became of reading a file. */
sealed interface DsptFile {

    /**
     * It is the list. Facts and unread rows together are its rows.
     *
     * @param facts in the order of the file
     * @param unread how many rows could not be read
     * @param firstUnread the first of these
     */
    record Read(List<DsptFact> facts, long unread, List<UnreadRow> firstUnread) implements DsptFile {}

    /** It is something else. */
    record NotTheList(String explanation) implements DsptFile {}
}
