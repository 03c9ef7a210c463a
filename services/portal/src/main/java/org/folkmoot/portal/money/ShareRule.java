package org.folkmoot.portal.money;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** By what an amount is divided, in words. */
public enum ShareRule {
    REGISTERED_LIST("Registered list", "By the patients who were registered on the day, as the directory has them"),
    ADJUSTED_LIST("Adjusted list", "By the need-weighted figures, which you enter for each practice"),
    CUSTOM_WEIGHT("Weights of the ICS's own", "By weights that you enter for each practice");

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String words;
    private final String hint;

    ShareRule(String words, String hint) {
        this.words = words;
        this.hint = hint;
    }

    /** The registry's name of it. */
    public String code() {
        return code;
    }

    /** What people call it. */
    public String words() {
        return words;
    }

    /** What it does, for whoever chooses. */
    public String hint() {
        return hint;
    }

    /** Whether whoever divides says what each practice weighs. */
    boolean asksForWeights() {
        return this != REGISTERED_LIST;
    }

    /** The rule of that name; empty for one that the registry has learned since. */
    static Optional<ShareRule> of(String code) {
        return all().stream().filter(rule -> rule.code.equals(code)).findFirst();
    }

    /** What people call the rule of that name; the name itself for one that the registry has learned since. */
    static String words(String code) {
        return of(code).map(ShareRule::words).orElse(code);
    }

    static List<ShareRule> all() {
        return Arrays.asList(values());
    }
}
