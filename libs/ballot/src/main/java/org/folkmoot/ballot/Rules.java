package org.folkmoot.ballot;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a ballot is decided, fixed before it opens.
 *
 * @param method what the voters are asked
 * @param quorum the participation needed; empty if none is
 * @param classes the majorities needed: one or more, but for a ranked ballot one, or none where every paper counts alike
 * @param tie what a tie does to a class; a ranked ballot breaks its ties by earlier stages, then by lot
 * @param chair whose casting vote counts; null if the file's one casting voter is believed
 * @param seed what a lot is drawn from, if it is known before the ballot
 */
public record Rules(
        Method method,
        List<QuorumRule> quorum,
        List<VotingClass> classes,
        Tie tie,
        @Nullable String chair,
        @Nullable String seed) {

    /** @throws IllegalArgumentException if there are too few or too many classes, or two of one name */
    public Rules {
        quorum = List.copyOf(quorum);
        classes = List.copyOf(classes);
        boolean ranked = method instanceof Method.Ranked;
        if (!ranked && classes.isEmpty()) {
            throw new IllegalArgumentException("there is at least one class");
        }
        if (ranked && classes.size() > 1) {
            throw new IllegalArgumentException("a ranked ballot has at most one class, whose weights its papers have");
        }
        var names = new HashSet<String>();
        for (VotingClass votingClass : classes) {
            if (!names.add(votingClass.name())) {
                throw new IllegalArgumentException("the class \"" + votingClass.name() + "\" stands twice");
            }
        }
    }

    /** A motion that is put to these classes, with a tie lost. */
    public static Rules motion(List<QuorumRule> quorum, List<VotingClass> classes) {
        return new Rules(new Method.Motion(), quorum, classes, Tie.LOST, null, null);
    }
}
