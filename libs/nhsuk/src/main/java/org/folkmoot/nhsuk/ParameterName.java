package org.folkmoot.nhsuk;

import java.util.Optional;
import java.util.Set;

/**
 * The name of a parameter of a tag: an option of the macro, a part of one ({@code label.size}), one of the two shorter
 * words that we have for longer options, or an attribute for the element itself.
 *
 * @param first what stands before the first dot
 * @param rest what follows it, with the dot; may be empty
 */
record ParameterName(String first, String rest) {

    static ParameterName of(String parameter) {
        int dot = parameter.indexOf('.');
        return dot < 0
                ? new ParameterName(parameter, "")
                : new ParameterName(parameter.substring(0, dot), parameter.substring(dot));
    }

    /** The path that it stands for where these are the options; empty when it stands for nothing there. */
    Optional<String> within(Set<String> options) {
        if (options.contains(first)) {
            return Optional.of(first + rest);
        }
        if (first.equals("error") && options.contains("errorMessage")) {
            return Optional.of("errorMessage" + rest);
        }
        if (first.equals("legend") && options.contains("fieldset")) {
            return Optional.of("fieldset.legend" + rest);
        }
        return isAttribute() ? Optional.of("attributes." + first + rest) : Optional.empty();
    }

    private boolean isAttribute() {
        return first.startsWith("hx-") || first.startsWith("data-") || first.startsWith("aria-");
    }
}
