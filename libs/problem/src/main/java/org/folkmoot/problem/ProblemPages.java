package org.folkmoot.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps the catalogues of problem types and the pages in {@code docs/problems} equal. A page looks like this, word for
 * word up to the prose:
 *
 * <pre>{@code
 * # It has changed since you read it
 *
 * `/problems/precondition-failed` · status 412 · every service
 *
 * ## What happened
 * ...
 * ## What to do
 * ...
 * }</pre>
 *
 * <p>The third line ends with who answers it: {@code every service}, or the name of one service. That makes each
 * service's test able to find pages of its own that no type stands for any more, though all pages lie in one folder:
 *
 * <pre>{@code
 * assertThat(ProblemPages.in(folder).disagreements("registry", RegistryProblem.class)).isEmpty();
 * }</pre>
 */
public final class ProblemPages {

    /** Who answers the types of {@link CommonProblem}. */
    public static final String EVERY_SERVICE = "every service";

    private static final Pattern HEAD =
            Pattern.compile("`/problems/(?<slug>[a-z0-9-]+)` · status (?<status>\\d{3}) · (?<owner>[a-z -]+)");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int SHORTEST_PROSE = 20;

    private final Path folder;

    private ProblemPages(Path folder) {
        this.folder = folder;
    }

    /** The pages in this folder. */
    public static ProblemPages in(Path folder) {
        return new ProblemPages(folder);
    }

    /**
     * The folder {@code docs/problems} of the project that is being built: below the system property
     * {@code folkmoot.root}, which the build gives to every test.
     *
     * @throws IllegalStateException if the property is not set
     */
    public static ProblemPages ofProject() {
        String root = System.getProperty("folkmoot.root");
        if (root == null) {
            throw new IllegalStateException("The system property folkmoot.root must name the project's root folder");
        }
        return in(Path.of(root, "docs", "problems"));
    }

    /**
     * Everything in which the catalogues of one owner and its pages disagree, as sentences; empty when all is well.
     *
     * @param owner the service's name as its pages give it, or {@link #EVERY_SERVICE}
     * @param catalogues all enums of this owner
     */
    @SafeVarargs
    public final List<String> disagreements(String owner, Class<? extends ProblemType>... catalogues) {
        var found = new ArrayList<String>();
        Map<String, String> pages = read();
        var types = new HashMap<String, ProblemType>();
        for (Class<? extends ProblemType> catalogue : catalogues) {
            ProblemType[] constants = catalogue.getEnumConstants();
            if (constants == null) {
                found.add(catalogue.getSimpleName() + " is not an enum");
                continue;
            }
            for (ProblemType type : constants) {
                if (!SLUG.matcher(type.slug()).matches()) {
                    found.add(type + ": the slug " + type.slug() + " is not lower-case words with hyphens");
                }
                if (types.put(type.slug(), type) != null) {
                    found.add(type + ": the slug " + type.slug() + " is taken twice");
                }
            }
        }
        types.forEach((slug, type) -> {
            String page = pages.get(slug);
            if (page == null) {
                found.add(type + " has no page " + slug + ".md");
            } else {
                found.addAll(compare(owner, type, page));
            }
        });
        pages.forEach((slug, page) -> {
            Matcher head = HEAD.matcher(line(page, 2));
            if (!head.matches()) {
                found.add(slug + ".md: the third line must be of the form `/problems/<slug>` · status <nnn> · <owner>");
            } else if (head.group("owner").equals(owner) && !types.containsKey(slug)) {
                found.add(slug + ".md is a page of " + owner + ", which has no such type");
            }
        });
        if (!owner.equals(EVERY_SERVICE)) {
            Arrays.stream(CommonProblem.values())
                    .filter(common -> types.containsKey(common.slug()))
                    .forEach(common -> found.add("the slug " + common.slug() + " belongs to every service"));
        }
        return found;
    }

    private static List<String> compare(String owner, ProblemType type, String page) {
        var found = new ArrayList<String>();
        String name = type.slug() + ".md: ";
        if (!line(page, 0).equals("# " + type.title())) {
            found.add(name + "the first line must be \"# " + type.title() + "\"");
        }
        String head = "`%s` · status %d · %s".formatted(type.uri(), type.status(), owner);
        if (!line(page, 2).equals(head)) {
            found.add(name + "the third line must be \"" + head + "\"");
        }
        for (String section : List.of("## What happened", "## What to do")) {
            int start = page.indexOf("\n" + section + "\n");
            if (start < 0) {
                found.add(name + "the section \"" + section + "\" is missing");
            } else {
                int end = page.indexOf("\n## ", start + section.length());
                String prose = page.substring(start + section.length() + 2, end < 0 ? page.length() : end);
                if (prose.strip().length() < SHORTEST_PROSE) {
                    found.add(name + "the section \"" + section + "\" says nothing");
                }
            }
        }
        return found;
    }

    private Map<String, String> read() {
        var pages = new HashMap<String, String>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".md")).toList()) {
                String name = file.getFileName().toString();
                if (!name.equals("README.md")) {
                    pages.put(name.substring(0, name.length() - ".md".length()), Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The pages cannot be read", e);
        }
        return pages;
    }

    private static String line(String page, int number) {
        return page.lines().skip(number).findFirst().orElse("");
    }
}
