package org.folkmoot.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands behind the command's name; each part is taken once, and what is left over at the end is refused. */
final class Arguments {

    private final List<String> rest;

    Arguments(List<String> arguments) {
        this.rest = new ArrayList<>(arguments);
    }

    /** Whether that option is there. */
    boolean flag(String name) {
        return rest.remove(name);
    }

    /** The value behind an option. */
    Optional<String> value(String name) {
        int at = rest.indexOf(name);
        if (at < 0) {
            return Optional.empty();
        }
        if (at + 1 >= rest.size()) {
            throw new Refusal(name + " needs a value");
        }
        rest.remove(at);
        return Optional.of(rest.remove(at));
    }

    /** The next word. */
    String word(String meaning) {
        return optionalWord().orElseThrow(() -> new Refusal("missing: " + meaning + ". ./folkmoot help tells more."));
    }

    Optional<String> optionalWord() {
        return rest.isEmpty() || rest.getFirst().startsWith("--") ? Optional.empty() : Optional.of(rest.removeFirst());
    }

    /** @throws Refusal when something is left that no one asked for */
    void end() {
        if (!rest.isEmpty()) {
            throw new Refusal("not understood: " + String.join(" ", rest) + ". ./folkmoot help tells more.");
        }
    }
}
