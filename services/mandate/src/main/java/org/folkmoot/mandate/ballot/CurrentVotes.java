package org.folkmoot.mandate.ballot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.ballot.Entry;
import org.folkmoot.ballot.Vote;

/**
 * Holds what counts by the log against what was cast. The newest entry of a voter counts, whoever wrote it: a chain shows that
 * nothing was changed, and not that what was added had been cast.
 */
final class CurrentVotes {

    private CurrentVotes() {}

    /** A voter has one current vote, and the chair a casting vote besides. */
    private record Of(String voter, boolean casting) {

        static Of vote(Vote vote) {
            return new Of(vote.voter(), vote.casting());
        }
    }

    /**
     * Where they differ, in words, each with the entry that it is about.
     *
     * @param log every entry, in order
     * @param cast the current votes as they were written when they were cast
     */
    static List<String> differences(List<Entry> log, List<VoteLog.Current> cast) {
        Map<Of, Entry> newest = new LinkedHashMap<>();
        log.forEach(entry -> newest.put(Of.vote(entry.vote()), entry));
        var found = new ArrayList<String>();
        for (VoteLog.Current vote : cast) {
            Entry entry = newest.remove(new Of(vote.voter(), vote.casting()));
            if (entry == null) {
                found.add("entry %d: was cast for \"%s\", and the log has no vote of it"
                        .formatted(vote.entry(), vote.voter()));
            } else if (entry.number() != vote.entry() || !entry.hash().equals(vote.hash())) {
                found.add("entry %d: would count for \"%s\", and nobody cast it: what was cast is entry %d"
                        .formatted(entry.number(), vote.voter(), vote.entry()));
            }
        }
        newest.values()
                .forEach(entry -> found.add("entry %d: would count for \"%s\", and nobody cast it"
                        .formatted(entry.number(), entry.vote().voter())));
        return found;
    }
}
