package org.folkmoot.portal.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an organisation has to do with another, in words: as its own page says it, and as that of the other does. */
public enum LinkKind {
    CONTRACT_HOLDER("Contract held by", "Holds the contract of"),
    EMPLOYER("GPs employed by", "Employs the GPs of"),
    OWNER("Owned by", "Owns"),
    BUDGET_HOLDER("Budget held by", "Holds the budget of"),
    FEDERATION_MEMBER("In the federation", "Has in its federation"),
    SUPERPARTNERSHIP_MEMBER("In the superpartnership", "Has in its superpartnership"),
    SUCCESSOR("Followed by", "Came in the place of"),
    HOSTS("Hosts", "Hosted by"),
    SUBSIDIARY_OF("Subsidiary of", "Has as its subsidiary");

    /** What only a practice has. */
    private static final Set<LinkKind> OF_PRACTICES_ALONE =
            EnumSet.of(CONTRACT_HOLDER, EMPLOYER, BUDGET_HOLDER, SUPERPARTNERSHIP_MEMBER);

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String words;
    private final String wordsOfTheOther;

    LinkKind(String words, String wordsOfTheOther) {
        this.words = words;
        this.wordsOfTheOther = wordsOfTheOther;
    }

    /** The registry's name of it. */
    public String code() {
        return code;
    }

    /** What people call it. */
    public String words() {
        return words;
    }

    /** What people call it who look from the other organisation: "Employs the GPs of". */
    public String wordsOfTheOther() {
        return wordsOfTheOther;
    }

    /** Whether by it the other stands behind the organisation: it holds, owns, employs or has it as a member. */
    boolean leadsUpwards() {
        return this != HOSTS && this != SUCCESSOR;
    }

    /** Those that a practice can have. */
    static List<LinkKind> ofAPractice() {
        return Arrays.stream(values()).filter(kind -> kind != SUBSIDIARY_OF).toList();
    }

    /** Those that a body can have. */
    static List<LinkKind> ofABody() {
        return Arrays.stream(values())
                .filter(kind -> !OF_PRACTICES_ALONE.contains(kind))
                .toList();
    }

    /** Those of which a body of that kind can be the other: only a federation has members of a federation. */
    static List<LinkKind> toABody(String kind) {
        return Arrays.stream(values())
                .filter(link -> switch (link) {
                    case FEDERATION_MEMBER -> kind.equals(BodyKind.FEDERATION.code());
                    case SUPERPARTNERSHIP_MEMBER -> kind.equals(BodyKind.SUPERPARTNERSHIP.code());
                    case CONTRACT_HOLDER, EMPLOYER, OWNER, BUDGET_HOLDER, SUCCESSOR, HOSTS, SUBSIDIARY_OF -> true;
                })
                .toList();
    }

    /** The kind of that name; empty for one that the registry has learned since. */
    static Optional<LinkKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** What people call the link of that name; the name itself for one that the registry has learned since. */
    static String words(String code) {
        return of(code).map(LinkKind::words).orElse(code);
    }
}
