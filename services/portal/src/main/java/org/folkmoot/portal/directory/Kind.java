package org.folkmoot.portal.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of organisations, as the registry names them and as people do. */
public enum Kind {
    PRACTICE("practice", "GP practice"),
    PCN("pcn", "PCN"),
    ICB("icb", "ICB"),
    SUB_ICB("sub-icb", "Sub-ICB location"),
    TRUST("trust", "NHS trust"),
    BRANCH("branch", "Branch surgery"),
    REGION("region", "NHS England region"),
    OTHER("other", "Other organisation");

    private final String name;
    private final String words;

    Kind(String name, String words) {
        this.name = name;
        this.words = words;
    }

    /** The registry's name. */
    public String code() {
        return name;
    }

    /** What people call it. */
    public String words() {
        return words;
    }

    static List<Kind> all() {
        return Arrays.asList(values());
    }

    /** What people call the kind of that name; the name itself for one that the registry has learned since. */
    public static String words(String name) {
        return of(name).map(Kind::words).orElse(name);
    }

    /** The page that shows an organisation of that kind best, below the address of the ICS. */
    static String page(String kind, String code) {
        String folder = of(kind).map(known -> switch (known) {
                    case PRACTICE -> "practices";
                    case PCN -> "pcns";
                    case ICB -> "boards";
                    case SUB_ICB, TRUST, BRANCH, REGION, OTHER -> "organisations";
                })
                .orElse("organisations");
        return "/" + folder + "/" + code + "/";
    }

    private static Optional<Kind> of(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name.equals(name)).findFirst();
    }
}
