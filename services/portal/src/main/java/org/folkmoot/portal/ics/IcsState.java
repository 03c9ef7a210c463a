package org.folkmoot.portal.ics;

import java.util.Arrays;

/** Where an ICS stands in its life, as the control plane says it and as a tag shows it. */
public enum IcsState {
    ONBOARDING("onboarding", "Being onboarded", "blue"),
    STALLED("stalled", "Stalled", "red"),
    ACTIVE("active", "Active", "green"),
    SUSPENDED("suspended", "Suspended", "yellow"),
    OFFBOARDED("offboarded", "Offboarded", "grey"),
    /** One that the control plane has learned since. */
    OTHER("", "Other", "grey");

    private final String state;
    private final String words;
    private final String colour;

    IcsState(String state, String words, String colour) {
        this.state = state;
        this.words = words;
        this.colour = colour;
    }

    /** The word on the tag. */
    public String words() {
        return words;
    }

    /** The tag's colour. */
    public String colour() {
        return colour;
    }

    static IcsState of(String state) {
        return Arrays.stream(values())
                .filter(one -> one.state.equals(state))
                .findFirst()
                .orElse(OTHER);
    }
}
