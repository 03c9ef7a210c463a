package org.folkmoot.portal.capability;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is shared, in words. */
public enum CapabilityKind {
    WORKFORCE("Workforce"),
    BACK_OFFICE("Back office"),
    ESTATES("Care for buildings"),
    IT("IT"),
    HR("HR"),
    FINANCE("Finance"),
    NEW_INCOME("New income"),
    ROTATION("Staff who rotate"),
    PREMISES("Premises");

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String words;

    CapabilityKind(String words) {
        this.words = words;
    }

    /** The registry's name of it. */
    public String code() {
        return code;
    }

    /** What people call it. */
    public String words() {
        return words;
    }

    /** Those of which nothing else has to be said. */
    static List<CapabilityKind> plain() {
        return all().stream()
                .filter(kind -> kind != ROTATION && kind != PREMISES)
                .toList();
    }

    static List<CapabilityKind> all() {
        return Arrays.asList(values());
    }

    /** What people call the kind of that name; the name itself for one that the registry has learned since. */
    static String words(String code) {
        return all().stream()
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .map(CapabilityKind::words)
                .orElse(code);
    }
}
