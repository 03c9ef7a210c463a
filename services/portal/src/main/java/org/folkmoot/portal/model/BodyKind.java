package org.folkmoot.portal.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an organisation is in law that no national file has, in words. */
public enum BodyKind {
    PARTNERSHIP("A partnership of GPs"),
    INCORPORATED_PARTNERSHIP("The GPs' own company"),
    COMPANY("Another company"),
    FEDERATION("A federation of practices"),
    SUPERPARTNERSHIP("A superpartnership"),
    OTHER_BODY("A council, a charity or another");

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String words;

    BodyKind(String words) {
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

    /** The kind of that name; empty for what the national directory has, and for what the registry has learned since. */
    static Optional<BodyKind> of(String code) {
        return all().stream().filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** What people call the kind of that name; the name itself for one that the registry has learned since. */
    static String words(String code) {
        return of(code).map(BodyKind::words).orElse(code);
    }

    static List<BodyKind> all() {
        return Arrays.asList(values());
    }
}
