package org.folkmoot.journeys;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings that the sources declare: methods of {@code @ConfigMapping} interfaces, {@code @ConfigProperty}, keys and
 * expressions in properties files, and the environment variables that the command reads.
 *
 * <p>It reads text, not classes, so that one place sees the settings of every module without depending on any.
 */
final class DeclaredSettings {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//.*$", Pattern.DOTALL);
    private static final Pattern MAPPING =
            Pattern.compile("@ConfigMapping\\(prefix\\s*=\\s*\"(?<prefix>folkmoot[^\"]*)\"[^)]*\\)[^{]*\\{");
    private static final Pattern NESTED = Pattern.compile("(?:public\\s+)?interface\\s+(?<name>\\w+)\\s*\\{");
    private static final Pattern METHOD = Pattern.compile(
            "(?<annotations>(?:@\\w+(?:\\([^)]*\\))?\\s+)*)(?<type>[\\w.]+(?:<[^;()]*>)?)\\s+(?<name>\\w+)\\(\\)\\s*;");
    private static final Pattern WITH_NAME = Pattern.compile("@WithName\\(\"(?<value>[^\"]+)\"\\)");
    private static final Pattern WITH_DEFAULT = Pattern.compile("@WithDefault\\(\"(?<value>[^\"]*)\"\\)");
    private static final Pattern PROPERTY = Pattern.compile(
            "@ConfigProperty\\(\\s*name\\s*=\\s*\"(?<key>folkmoot\\.[a-z0-9.-]+)\"(?:,\\s*defaultValue\\s*=\\s*\"(?<value>[^\"]*)\")?");
    private static final Pattern EXPRESSION =
            Pattern.compile("\\$\\{(?<key>folkmoot\\.[a-z0-9.-]+)(?::(?<value>[^}]*))?}");
    private static final Pattern LINE = Pattern.compile("(?m)^(?<key>folkmoot\\.[a-z0-9.-]+)\\s*=\\s*(?<value>.*)$");
    private static final Pattern VARIABLE = Pattern.compile("\"(?<name>FOLKMOOT_[A-Z0-9_]*[A-Z0-9])\"");

    private static final Pattern OF_A_SCRIPT = Pattern.compile("\\$\\{(?<name>FOLKMOOT_[A-Z0-9_]*[A-Z0-9])[:}]");

    private final Map<String, Set<String>> defaults = new TreeMap<>();

    private DeclaredSettings() {}

    /** Every key of the services and libraries, with the defaults that the sources state for it. */
    static Map<String, Set<String>> keys() {
        var found = new DeclaredSettings();
        Predicate<String> running = name -> name.startsWith("libs/") || name.startsWith("services/");
        Project.files(running.and(in("/src/main/java/", ".java"))).forEach(found::readJava);
        Project.files(running.and(in("/src/main/resources/", ".properties"))).forEach(found::readProperties);
        return found.defaults;
    }

    /**
     * Every environment variable that the command or the tests' servers read, or give to a service, as a whole word; and those
     * that choose something in the compose file or when images are built.
     */
    static Set<String> variables() {
        Set<String> names = new TreeSet<>();
        Predicate<String> starting = name -> name.startsWith("deploy/local/") || name.startsWith("libs/test-support/");
        Project.files(starting.and(in("/src/main/java/", ".java")))
                .forEach(file -> VARIABLE.matcher(withoutComments(file))
                        .results()
                        .forEach(variable -> names.add(variable.group("name"))));
        Project.files(name -> name.startsWith("deploy/compose/") || name.startsWith("deploy/images/"))
                .forEach(file -> OF_A_SCRIPT
                        .matcher(Project.read(file))
                        .results()
                        .forEach(variable -> names.add(variable.group("name"))));
        return names;
    }

    /** The environment variable that sets a key. */
    static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static Predicate<String> in(String folder, String suffix) {
        return name -> name.contains(folder) && name.endsWith(suffix);
    }

    private static String withoutComments(Path file) {
        return COMMENT.matcher(Project.read(file)).replaceAll("");
    }

    private void readJava(Path file) {
        String source = withoutComments(file);
        Matcher mapping = MAPPING.matcher(source);
        while (mapping.find()) {
            readMapping(mapping.group("prefix"), block(source, mapping.end()));
        }
        PROPERTY.matcher(source).results().forEach(this::add);
        EXPRESSION.matcher(source).results().forEach(this::add);
    }

    private void readProperties(Path file) {
        String source = Project.read(file).replaceAll("(?m)^\\s*#.*$", "");
        LINE.matcher(source).results().forEach(this::add);
        EXPRESSION.matcher(source).results().forEach(this::add);
    }

    private void readMapping(String prefix, String body) {
        Map<String, String> groups = new TreeMap<>();
        String rest = body;
        Matcher nested = NESTED.matcher(rest);
        while (nested.find()) {
            String inner = block(rest, nested.end());
            groups.put(nested.group("name"), inner);
            rest = rest.substring(0, nested.start()) + rest.substring(nested.end() + inner.length() + 1);
            nested = NESTED.matcher(rest);
        }
        readMethods(prefix, rest, groups);
    }

    private void readMethods(String prefix, String body, Map<String, String> groups) {
        Collection<MatchResult> methods = METHOD.matcher(body).results().toList();
        for (MatchResult method : methods) {
            String annotations = method.group("annotations");
            String key = prefix + "." + first(WITH_NAME, annotations).orElseGet(() -> words(method.group("name")));
            String group = groups.get(method.group("type"));
            if (group == null) {
                add(key, first(WITH_DEFAULT, annotations).orElse(null));
            } else {
                readMethods(key, group, groups);
            }
        }
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group("value"))
                .findFirst();
    }

    private void add(MatchResult found) {
        add(found.group("key"), found.group("value"));
    }

    private void add(String key, @Nullable String value) {
        Set<String> stated = defaults.computeIfAbsent(key, ignored -> new TreeSet<>());
        if (value != null && !value.isBlank()) {
            stated.add(value.strip());
        }
    }

    private static String words(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** What stands between a brace, behind which the position is, and the brace that closes it. */
    private static String block(String source, int start) {
        int open = 1;
        for (int i = start; i < source.length(); i++) {
            open += switch (source.charAt(i)) {
                case '{' -> 1;
                case '}' -> -1;
                default -> 0;
            };
            if (open == 0) {
                return source.substring(start, i);
            }
        }
        throw new IllegalArgumentException("a brace that is never closed");
    }
}
