package org.folkmoot.portal.home;

import java.util.List;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.rule.QuorumState;
import org.jspecify.annotations.Nullable;

/**
 * What the first page says of mandates and ballots. A part that is null is not for this person.
 *
 * @param standing for whom the groups speak
 * @param closing ballots that wait for the person's vote, or for one of the person's PCN
 * @param answers readings that wait for an answer of the person's
 * @param ofNetwork whether it is of the PCN
 * @param hasNetwork whether the person can switch between the two
 * @param decisions open ballots and the last outcomes
 * @param watch what an LMC executive watches
 */
public record VoiceView(
        Panel<List<Line>> standing,
        @Nullable Panel<List<Closing>> closing,
        @Nullable Panel<List<Line>> answers,
        boolean ofNetwork,
        boolean hasNetwork,
        Panel<Decisions> decisions,
        @Nullable Panel<Watch> watch) {

    /**
     * A sentence about something.
     *
     * @param subject what the sentence begins with; null where it begins otherwise
     */
    public record Line(String href, @Nullable String subject, String words) {}

    /**
     * A ballot that waits for votes.
     *
     * @param waiting who has not voted
     */
    public record Closing(String href, String title, String left, List<String> waiting) {

        private static final int NAMED = 3;

        /** Who has not voted, in a few words. */
        public String words() {
            return waiting.size() <= NAMED
                    ? "Not voted yet: " + String.join(", ", waiting)
                    : waiting.size() + " have not voted yet";
        }
    }

    /** An open ballot. */
    public record OpenBallot(String href, String title, String left, List<QuorumState> quorum) {}

    /** What is being decided, the one that closes soonest first, and what was decided last. */
    public record Decisions(List<OpenBallot> open, List<Line> outcomes) {

        private static final int SHOWN = 2;

        /** Those open ballots that have a place on the page. */
        public List<OpenBallot> soonest() {
            return open.stream().limit(SHOWN).toList();
        }

        /** How many more are open. */
        public int further() {
            return Math.max(0, open.size() - SHOWN);
        }
    }

    /**
     * How many of those who may vote have voted.
     *
     * @param behind the PCNs in which some have not, the smallest share first, in a few words each
     */
    public record Share(String href, String title, long voted, long of, List<String> behind) {}

    /**
     * What an LMC executive watches.
     *
     * @param lapsing mandates that lapse within sixty days
     * @param reviews powers that are due for review
     * @param objections how many formal objections wait for a reply
     * @param turnout of the ballots that are open
     */
    public record Watch(List<Line> lapsing, List<Line> reviews, int objections, List<Share> turnout) {}
}
