package org.folkmoot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folkmoot.local.Keycloak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {

    private static final Pattern BUILT = Pattern.compile("(?m)^services=\\((?<names>[^)]*)\\)$");

    private final Path folder = Project.root().resolve("deploy/images");
    private final List<Path> files = Project.files(name -> name.startsWith("deploy/images/Containerfile"));

    @Test
    void every_service_of_the_build_gets_an_image_and_secrets() {
        for (String script : List.of("deploy/images/build", "deploy/compose/secrets")) {
            var built = BUILT.matcher(Project.read(Project.root().resolve(script)));
            assertThat(built.find()).as(script).isTrue();
            Set<String> names = new TreeSet<>(Arrays.asList(built.group("names").split(" ")));
            assertThat(names).as(script).isEqualTo(Modules.services());
        }
    }

    @Test
    void each_runs_as_nobody_starts_no_shell_and_says_what_it_is() {
        assertThat(files).hasSize(3).allSatisfy(file -> {
            List<String> lines = Project.read(file).lines().toList();
            assertThat(lines).anyMatch(line -> line.matches("USER [1-9][0-9]*:[1-9][0-9]*"));
            assertThat(lines).anyMatch(line -> line.startsWith("ENTRYPOINT [\""));
            assertThat(Project.read(file))
                    .contains("org.opencontainers.image.title", "org.opencontainers.image.revision");
            assertThat(lines)
                    .filteredOn(line -> line.startsWith("ARG ") && line.contains("="))
                    .allSatisfy(line -> assertThat(line)
                            .as("an image without a version")
                            .matches("ARG [A-Z]+=[a-z./-]+:[0-9][^ ]*"));
        });
    }

    @Test
    void keycloak_is_built_as_in_the_local_stack() {
        assertThat(Project.read(folder.resolve("Containerfile.keycloak")))
                .contains(Keycloak.BUILD_OPTIONS.stream()
                        .map(option -> "\"" + option + "\"")
                        .collect(Collectors.joining(", ")));
    }

    @Test
    void who_runs_an_image_may_read_all_of_it_however_strict_its_builder_is(@TempDir Path builder) throws Exception {
        // Given: a checkout that is packaged, and an engine that shows what it is given to build from
        for (String each : List.of("build", "java.options", "train", "healthy")) {
            copy("deploy/images/" + each, builder);
        }
        copy("pom.xml", builder);
        Path packaged = builder.resolve("services/registry/target/quarkus-app");
        for (String jar : List.of(
                "quarkus-run.jar",
                "app/a.jar",
                "lib/boot/a.jar",
                "lib/main/a.jar",
                "quarkus/transformed-bytecode.jar",
                "quarkus/generated-bytecode.jar")) {
            closed(packaged.resolve(jar));
        }
        closed(builder.resolve("deploy/local/target/lib/a.jar"));
        closed(builder.resolve("deploy/local/target/classes/org/A.class"));
        Path engine = builder.resolve("engine");
        Files.writeString(engine, """
                #!/usr/bin/env bash
                [ "$1" = info ] || (cd "${!#}" && find . -mindepth 1 -printf '%y %m %P\\n') >>shown
                """.replace("shown", builder.resolve("shown").toString()));
        Files.setPosixFilePermissions(engine, PosixFilePermissions.fromString("rwx------"));
        // When
        var script = new ProcessBuilder("bash", "-c", "umask 077; exec deploy/images/build registry provision keycloak")
                .directory(builder.toFile())
                .redirectErrorStream(true);
        script.environment().put("FOLKMOOT_ENGINE", engine.toString());
        Process running = script.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        // Then
        assertThat(running.waitFor()).as(said).isZero();
        assertThat(Project.read(builder.resolve("shown")).lines())
                .anyMatch(each -> each.endsWith(" service.options"))
                .anyMatch(each -> each.endsWith(" classes/org/A.class"))
                .allMatch(each -> each.matches("d [0-7]55 .*|f [0-7]([45])\\1 .*"))
                .filteredOn(each -> each.matches(".* (train|healthy)"))
                .hasSize(3)
                .allMatch(each -> each.matches("f 755 .*"));
    }

    @Test
    void the_builders_memory_does_not_choose_how_the_cache_has_its_heap_addressed() {
        assertThat(Project.read(folder.resolve("train")).lines())
                .anyMatch(line -> line.matches("heap=-Xmx[0-9]+m"))
                .filteredOn(line -> line.startsWith("java "))
                .hasSize(2)
                .allMatch(line -> line.startsWith("java $heap "));
    }

    @Test
    void the_flags_of_a_service_stand_in_one_place() {
        // Given
        List<String> flags = Project.read(folder.resolve("java.options"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        // Then
        assertThat(flags).isNotEmpty().allSatisfy(flag -> {
            assertThat(flag).startsWith("-XX:");
            for (String user : List.of(
                    "deploy/images/build",
                    "deploy/images/Containerfile",
                    "deploy/local/src/main/java/org/folkmoot/local/ServiceProcess.java")) {
                assertThat(Project.read(Project.root().resolve(user))).as(user).doesNotContain(flag);
            }
        });
        assertThat(Project.read(folder.resolve("build"))).contains("cat deploy/images/java.options");
    }

    private static void copy(String file, Path to) throws IOException {
        Files.createDirectories(to.resolve(file).getParent());
        Files.copy(Project.root().resolve(file), to.resolve(file));
    }

    /** A file that its owner alone may read, in folders that nobody else may enter. */
    private static void closed(Path file) throws IOException {
        var owners = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(file.getParent(), owners);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
