package org.folkmoot.portal.directory;

import java.util.Arrays;
import java.util.List;

/** Whether an organisation is open, as the registry says it and as a tag shows it. */
public enum Standing {
    OPEN("open", "Open", "green"),
    CLOSED("closed", "Closed", "grey"),
    DORMANT("dormant", "Dormant", "yellow"),
    PROPOSED("proposed", "Proposed", "blue");

    private final String status;
    private final String words;
    private final String colour;

    Standing(String status, String words, String colour) {
        this.status = status;
        this.words = words;
        this.colour = colour;
    }

    /** The registry's word. */
    public String code() {
        return status;
    }

    /** The word on the tag. */
    public String words() {
        return words;
    }

    /** The tag's colour. */
    public String colour() {
        return colour;
    }

    static List<Standing> all() {
        return Arrays.asList(values());
    }

    static Standing of(String status) {
        return Arrays.stream(values())
                .filter(standing -> standing.status.equals(status))
                .findFirst()
                .orElse(PROPOSED);
    }
}
