package org.folkmoot.journeys;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the poms say. */
final class Modules {

    private static final Pattern MODULE = Pattern.compile("<module>(?<name>[^<]+)</module>");

    private Modules() {}

    /** The services that are built. */
    static Set<String> services() {
        var services = new TreeSet<String>();
        MODULE.matcher(Project.read(Project.root().resolve("services/pom.xml")))
                .results()
                .forEach(module -> services.add(module.group("name")));
        return services;
    }

    /** A property of the root pom. */
    static String property(String name) {
        var property = Pattern.compile("<" + Pattern.quote(name) + ">(?<value>[^<]+)</")
                .matcher(Project.read(Project.root().resolve("pom.xml")));
        if (!property.find()) {
            throw new AssertionError("the root pom has no property " + name);
        }
        return property.group("value");
    }
}
