package org.folkmoot.portal.footprint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a network is asked about its fitness. The registry says what follows from the answers. */
public enum SelfCheckQuestion {
    AGREEMENT("The network agreement is signed by all and says how decisions are made"),
    ENGAGEMENT("Every practice takes part in decisions and services"),
    WORKFORCE("The additional roles are filled, supervised and housed"),
    FINANCE("Money is accounted for to all practices"),
    POPULATION("The needs of the population are known and acted upon"),
    NEIGHBOURHOOD("The network works with its neighbourhood team");

    private final String code = name().toLowerCase(Locale.ROOT);
    private final String words;

    SelfCheckQuestion(String words) {
        this.words = words;
    }

    /** The registry's name of it, and the field's. */
    public String code() {
        return code;
    }

    /** What is said of the network, to agree to or not. */
    public String words() {
        return words;
    }

    static List<SelfCheckQuestion> all() {
        return Arrays.asList(values());
    }
}
