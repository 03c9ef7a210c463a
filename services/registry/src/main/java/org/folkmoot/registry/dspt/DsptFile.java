package org.folkmoot.registry.dspt;

import java.util.List;

/** What became of reading a file. */
sealed interface DsptFile {

    /**
     * It is the list. Facts and unread rows together are its rows.
     *
     * @param facts in the order of the file
     */
    record Read(List<DsptFact> facts, List<UnreadRow> unread) implements DsptFile {}

    /** It is something else. */
    record NotTheList(String explanation) implements DsptFile {}
}
