package org.folkmoot.portal.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.portal.ballot.Result;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.jspecify.annotations.Nullable;

/**
 * A rehearsal.
 *
 * @param result what the votes would give; null before it was asked
 */
public record RehearsalView(Form form, @Nullable Result result) {

    /** Fields that belong together. */
    public record Part(String prefix) {

        /** The name of one of them. */
        public String field(String name) {
            return prefix + "-" + name;
        }
    }

    /** In what these rules are not those of the ballot that the rehearsal began with; empty if they are. */
    public List<String> differences() {
        var differences = new ArrayList<String>();
        if (form.ticked("small")) {
            differences.add(
                    "It has more majorities or quorums than this form shows, or it is not about one motion. What is"
                            + " counted here is not what the ballot would give.");
        }
        switch (form.text("tie")) {
            case "chair" -> differences.add("In the ballot the casting vote of the chair decides a tie.");
            case "lot" -> differences.add("In the ballot a lot decides a tie.");
            default -> {}
        }
        return differences;
    }

    public List<Part> classes() {
        return parts("class-");
    }

    public List<Part> quorums() {
        return parts("quorum-");
    }

    public List<Named> bases() {
        return RuleWords.BASES;
    }

    private static List<Part> parts(String prefix) {
        return IntStream.range(0, 2).mapToObj(at -> new Part(prefix + at)).toList();
    }
}
