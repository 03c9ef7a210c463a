package org.folkmoot.portal.dspt;

/** How an organisation stands by the toolkit, in words. */
public enum DsptWords {
    MET("met", "Standards met", "green"),
    NOT_MET("not-met", "Standards not met", "red"),
    NOT_PUBLISHED("not-published", "Not published", "orange");

    private final String code;
    private final String words;
    private final String colour;

    DsptWords(String code, String words, String colour) {
        this.code = code;
        this.words = words;
        this.colour = colour;
    }

    /** The registry's name of it. */
    public String code() {
        return code;
    }

    /** What people call it. */
    public String words() {
        return words;
    }

    /** Of its tag. */
    public String colour() {
        return colour;
    }

    static DsptWords of(String status) {
        return switch (status) {
            case "met" -> MET;
            case "not-met" -> NOT_MET;
            default -> NOT_PUBLISHED;
        };
    }
}
