package org.folkmoot.portal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody in each role, each with a browser that is signed in. */
final class Visitors {

    private static final Map<String, Browser> SIGNED_IN = new ConcurrentHashMap<>();

    private Visitors() {}

    /** A browser in which somebody in that role is signed in; the same for all tests. */
    static Browser as(String role) {
        Browser browser = SIGNED_IN.computeIfAbsent(role, Visitors::fresh);
        boolean goesOn =
                browser.open("/" + ics(role) + "/").address().toString().startsWith(Browser.url());
        return goesOn ? browser : SIGNED_IN.compute(role, (name, before) -> fresh(name));
    }

    /** A browser of its own. */
    static Browser fresh(String role) {
        String ics = ics(role);
        String username = PortalRealm.of(ics).person("the-" + role, List.of(role), organisations(role));
        var browser = new Browser();
        Browser.Page page = browser.signIn("/" + ics + "/", username);
        if (page.status() != 200) {
            throw new AssertionError(role + " cannot sign in: " + page);
        }
        return browser;
    }

    /** Where somebody in that role signs in. */
    static String ics(String role) {
        return role.equals("platform-operator") ? "platform" : "qkk";
    }

    private static List<String> organisations(String role) {
        return switch (role) {
            case "pcn-clinical-director" -> List.of("U12345");
            case "practice-voter", "case-manager", "int-clinician" -> List.of("D82001");
            case "platform-operator" -> List.of();
            default -> List.of("QKK");
        };
    }
}
