package org.folkmoot.ballot;

import java.util.List;

/** What the verifier found. */
public sealed interface Verdict {

    /**
     * Everything that the file says follows from its rules, its electorate and its votes, and no witness contradicts it.
     *
     * @param declaration the outcome, computed anew
     * @param remarks what could not be checked, in words, since the file does not have it
     */
    record Follows(Declaration declaration, List<String> remarks) implements Verdict {

        /** Keeps the list from being changed afterwards. */
        public Follows {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Something does not follow.
     *
     * @param defects what and where, at least one
     */
    record Defective(List<Defect> defects) implements Verdict {

        /** Keeps the list from being changed afterwards. */
        public Defective {
            defects = List.copyOf(defects);
        }
    }
}
