package org.folkmoot.journeys;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nothing is built from what has no reason and no licence that is allowed. */
class DependenciesTest {

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern MANAGED =
            Pattern.compile("<dependencyManagement>.*?</dependencyManagement>", Pattern.DOTALL);
    private static final Pattern EXCLUDED = Pattern.compile("<exclusions>.*?</exclusions>", Pattern.DOTALL);
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>(?<group>[^<]+)</groupId>\\s*<artifactId>(?<artefact>[^<]+)</artifactId>");
    private static final Pattern ALLOWED = Pattern.compile("`(?<licence>[A-Z0-9][A-Za-z0-9.-]+)`");

    private final Path page = Project.root().resolve("docs/dependencies.md");
    private final List<List<String>> table = MarkdownPage.read(page).rows().stream()
            .filter(row -> row.getFirst().matches("`[^`]+:[^`]+`"))
            .toList();

    @Test
    void every_direct_dependency_stands_in_the_table_and_the_table_names_no_other() throws IOException {
        // Given
        Set<String> direct = new TreeSet<>();
        Project.files(name -> name.endsWith("pom.xml")).forEach(pom -> addDirect(pom, direct));
        for (Path file : Project.files(name -> name.endsWith("package.json"))) {
            var described = new ObjectMapper().readTree(file.toFile());
            for (String kind : List.of("dependencies", "devDependencies")) {
                described.path(kind).fieldNames().forEachRemaining(name -> direct.add("npm:" + name));
            }
        }
        // When
        Set<String> named =
                table.stream().map(row -> row.getFirst().replace("`", "")).collect(toCollection(TreeSet::new));
        // Then
        assertThat(named).isEqualTo(direct).hasSameSizeAs(table);
    }

    @Test
    void every_licence_is_one_that_is_allowed_and_every_dependency_has_its_reason() {
        // Given
        String rule = Project.read(page)
                .lines()
                .dropWhile(line -> !line.contains("**Licences allowed**"))
                .takeWhile(line -> !line.startsWith("3."))
                .reduce("", String::concat);
        // When
        List<String> allowed = ALLOWED.matcher(rule)
                .results()
                .map(licence -> licence.group("licence"))
                .toList();
        // Then
        assertThat(allowed).contains("Apache-2.0");
        assertThat(table).allSatisfy(row -> {
            assertThat(row.get(1)).as(row.getFirst()).isIn(allowed);
            assertThat(row.get(2)).as(row.getFirst()).isNotBlank();
        });
    }

    private static void addDirect(Path pom, Set<String> direct) {
        String text = COMMENT.matcher(Project.read(pom)).replaceAll("");
        text = EXCLUDED.matcher(MANAGED.matcher(text).replaceAll("")).replaceAll("");
        DEPENDENCY.matcher(text).results().forEach(found -> {
            String group = found.group("group");
            if (group.equals("io.quarkus")) {
                direct.add("io.quarkus:*");
            } else if (!group.equals("org.folkmoot")) {
                direct.add(group + ":" + found.group("artefact"));
            }
        });
    }
}
