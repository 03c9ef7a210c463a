package org.folkmoot.portal.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a practice has to do with another organisation, in words. */
public enum LinkKind {
    CONTRACT_HOLDER("Contract held by", true),
    EMPLOYER("GPs employed by", true),
    OWNER("Owned by", true),
    BUDGET_HOLDER("Budget held by", true),
    FEDERATION_MEMBER("In the federation", true),
    SUPERPARTNERSHIP_MEMBER("In the superpartnership", true),
    SUCCESSOR("Followed by", true),
    HOSTS("Hosts", true),
    SUBSIDIARY_OF("Subsidiary of", false);

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String words;
    private final boolean ofAPractice;

    LinkKind(String words, boolean ofAPractice) {
        this.words = words;
        this.ofAPractice = ofAPractice;
    }

    /** The registry's name of it. */
    public String code() {
        return code;
    }

    /** What people call it. */
    public String words() {
        return words;
    }

    /** Those that a practice can have. */
    static List<LinkKind> ofAPractice() {
        return Arrays.stream(values()).filter(kind -> kind.ofAPractice).toList();
    }

    /** What people call the link of that name; the name itself for one that the registry has learned since. */
    static String words(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .map(LinkKind::words)
                .orElse(code);
    }
}
