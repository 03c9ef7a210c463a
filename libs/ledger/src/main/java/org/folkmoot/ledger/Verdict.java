package org.folkmoot.ledger;

import java.util.List;

/** What the verifier found. */
public sealed interface Verdict {

    /**
     * Every entry is as it was appended, none is missing, and every witness agrees.
     *
     * @param head the newest entry here
     * @param witnessed the newest entry that a witness speaks of: whatever followed it may have been cut off or replaced
     *     unseen. 0 without a witness
     * @param closed whether a checkpoint says that the stream was closed with this head, so that nothing can have followed
     */
    record Intact(Receipt head, long witnessed, boolean closed) implements Verdict {}

    /**
     * Something is wrong.
     *
     * @param findings what and where, at least one: first what concerns the file, then its entries in order, then the
     *     witnesses
     */
    record Broken(List<Finding> findings) implements Verdict {

        /** Keeps the findings from being changed afterwards. */
        public Broken {
            findings = List.copyOf(findings);
        }
    }
}
