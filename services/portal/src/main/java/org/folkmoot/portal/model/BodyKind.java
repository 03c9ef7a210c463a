package org.folkmoot.portal.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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

    static List<BodyKind> all() {
        return Arrays.asList(values());
    }
}
