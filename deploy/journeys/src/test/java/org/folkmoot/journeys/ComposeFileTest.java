package org.folkmoot.journeys;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.folkmoot.journeys.ComposeFile.Container;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the compose file and the scripts beside it with the build, the documents and the rules of a container. */
class ComposeFileTest {

    private static final Pattern SECRET = Pattern.compile(".*(?:PASSWORD|SECRET|JAAS).*|.*_KEY");
    private static final Pattern NOBODY = Pattern.compile("[1-9][0-9]*:[1-9][0-9]*");
    private static final Pattern OURS =
            Pattern.compile("\\$\\{FOLKMOOT_IMAGE_PREFIX:-[^}]+}/(?<name>[a-z]+):\\$\\{FOLKMOOT_IMAGE_TAG:-[^}]+}");
    private static final Set<String> SERVERS = Set.of("postgres", "kafka", "keycloak");
    private static final Set<String> TASKS = Set.of("provision");

    private final ComposeFile file = ComposeFile.read();
    private final Set<String> services = Modules.services();

    @TempDir
    Path folder;

    @Test
    void every_service_of_the_build_runs_and_nothing_else_than_what_it_needs() {
        assertThat(file.containers())
                .extracting(Container::name)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(services, SERVERS, TASKS).flatMap(Set::stream).toList());
    }

    @Test
    void no_container_can_do_more_than_it_must() {
        assertThat(file.containers()).allSatisfy(container -> {
            assertThat(container.text("read_only")).isEqualTo("true");
            assertThat(container.list("cap_drop")).containsExactly("ALL");
            assertThat(container.list("security_opt")).containsExactly("no-new-privileges:true");
            assertThat(container.text("user")).matches(NOBODY);
            assertThat(container.text("mem_limit")).isNotEmpty();
            assertThat(container.text("pids_limit")).isNotEmpty();
            assertThat(container.list("networks")).containsExactly("folkmoot");
            assertThat(container.says().keySet().stream().map(Object::toString))
                    .doesNotContain("privileged", "cap_add", "network_mode", "pid", "ipc", "devices");
        });
        assertThat(file.names("networks")).containsExactly("folkmoot");
    }

    @Test
    void what_a_service_writes_is_gone_with_it() {
        assertThat(services).allSatisfy(service -> {
            Container container = file.container(service);
            assertThat(container.list("tmpfs")).singleElement().asString().startsWith("/tmp:size=");
            assertThat(container.list("volumes")).isEmpty();
        });
        assertThat(file.names("volumes")).containsExactly("kafka", "postgres");
    }

    @Test
    void each_says_how_it_does_and_comes_back_but_a_task_that_ends() {
        assertThat(file.containers()).allSatisfy(container -> {
            boolean task = TASKS.contains(container.name());
            assertThat(container.text("restart")).isEqualTo(task ? "no" : "unless-stopped");
            assertThat(container.map("healthcheck").containsKey("test")).isEqualTo(!task);
            // Some engines take words with blanks apart, and what is left of a check is then always content.
            assertThat(container.map("healthcheck").getOrDefault("test", "[CMD, ]"))
                    .matches("\\[CMD(, [^ ,]*)+]");
        });
    }

    @Test
    void nothing_starts_before_what_it_needs() {
        assertThat(services)
                .allSatisfy(service -> assertThat(file.container(service).waits())
                        .isEqualTo(
                                Map.of("keycloak", "service_healthy", "provision", "service_completed_successfully")));
        assertThat(file.container("provision").waits())
                .isEqualTo(Map.of("postgres", "service_healthy", "kafka", "service_healthy"));
        assertThat(file.container("keycloak").waits()).containsOnlyKeys("provision");
    }

    @Test
    void an_image_of_others_has_the_version_that_the_build_names_and_ours_are_those_that_are_built() {
        assertThat(file.container("kafka").text("image"))
                .isEqualTo("docker.io/apache/kafka:" + Modules.property("kafka-server.version"));
        assertThat(file.container("postgres").text("image"))
                .isEqualTo("docker.io/library/postgres:"
                        + Modules.property("postgres-binaries.version").split("\\.")[0]);
        assertThat(file.containers())
                .filteredOn(container -> !Set.of("kafka", "postgres").contains(container.name()))
                .allSatisfy(container -> {
                    var image = OURS.matcher(container.text("image"));
                    assertThat(image.matches()).as(container.text("image")).isTrue();
                    assertThat(image.group("name")).isEqualTo(container.name());
                });
    }

    @Test
    void only_what_people_and_programs_ask_is_published_and_only_on_loopback() {
        assertThat(file.containers()).allSatisfy(container -> {
            boolean asked =
                    services.contains(container.name()) || container.name().equals("keycloak");
            assertThat(container.list("ports"))
                    .hasSize(asked ? 1 : 0)
                    .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
        });
        assertThat(services).allSatisfy(service -> {
            String port = file.container(service).map("environment").get("FOLKMOOT_HTTP_PORT");
            assertThat(file.container(service).list("ports")).containsExactly("127.0.0.1:" + port + ":" + port);
        });
    }

    @Test
    void no_secret_stands_in_the_file() {
        assertThat(file.containers()).allSatisfy(container -> {
            assertThat(container.map("environment"))
                    .allSatisfy(
                            (name, value) -> assertThat(SECRET.matcher(name).matches() && value.contains("password"))
                                    .as(name)
                                    .isFalse());
            assertThat(container.map("environment").keySet())
                    .filteredOn(name -> name.startsWith("FOLKMOOT_"))
                    .noneMatch(name -> SECRET.matcher(name).matches());
            assertThat(container.list("env_file"))
                    .containsExactly("${FOLKMOOT_SECRETS:-../../.folkmoot/compose}/" + container.name() + ".env");
        });
    }

    @Test
    void every_name_that_is_set_is_a_setting_that_is_documented() throws Exception {
        // Given
        Set<String> documented = MarkdownPage.read(Project.root().resolve("docs/operating.md")).rows().stream()
                .filter(cells -> cells.size() > 1)
                .map(cells -> cells.get(1).replace("`", ""))
                .collect(toSet());
        // When
        Set<String> set = new TreeSet<>();
        for (String service : services) {
            set.addAll(file.container(service).map("environment").keySet());
            set.addAll(of(made(), service).keySet());
        }
        // Then
        assertThat(set).allSatisfy(name -> assertThat(documented).contains(name));
    }

    @Test
    void secrets_are_the_owners_alone_and_no_two_services_share_one() throws Exception {
        // When
        Map<String, Map<String, String>> made = made();
        // Then
        try (Stream<Path> files = Files.list(secretsFolder())) {
            assertThat(files)
                    .allSatisfy(each -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                            .isEqualTo("rw-------"));
        }
        assertThat(made.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        file.containers().stream().map(Container::name).toList());
        List<String> theirs = new ArrayList<>();
        services.forEach(service -> of(made, service).forEach((name, value) -> {
            if (name.contains("POSTGRES") || name.contains("KAFKA")) {
                theirs.add(value);
            }
        }));
        assertThat(theirs).hasSize(services.size() * 4).doesNotHaveDuplicates();
    }

    @Test
    void the_task_makes_what_the_services_sign_in_with() throws Exception {
        // When
        Map<String, Map<String, String>> made = made();
        // Then
        Map<String, String> task = of(made, "provision");
        assertThat(services).allSatisfy(service -> {
            String upper = service.toUpperCase(Locale.ROOT);
            for (String role : List.of("OWNER", "APP", "RELAY")) {
                assertThat(of(made, service))
                        .containsEntry(
                                "FOLKMOOT_POSTGRES_" + role + "_PASSWORD",
                                task.get("FOLKMOOT_SECRET_" + upper + "_POSTGRES_" + role));
            }
            assertThat(of(made, service))
                    .containsEntry("FOLKMOOT_KAFKA_PASSWORD", task.get("FOLKMOOT_SECRET_KAFKA_" + upper));
        });
        assertThat(of(made, "postgres"))
                .containsEntry("POSTGRES_PASSWORD", task.get("FOLKMOOT_SECRET_POSTGRES_SUPERUSER"));
        assertThat(of(made, "keycloak")).containsEntry("KC_DB_PASSWORD", task.get("FOLKMOOT_SECRET_POSTGRES_KEYCLOAK"));
        assertThat(of(made, "tenants"))
                .containsEntry(
                        "FOLKMOOT_KEYCLOAK_ADMIN_CLIENT_SECRET",
                        of(made, "keycloak").get("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET"))
                .containsEntry(
                        "FOLKMOOT_TENANTS_PORTAL_CLIENT_SECRET",
                        of(made, "portal").get("FOLKMOOT_PORTAL_CLIENT_SECRET"));
    }

    @Test
    void secrets_that_are_there_are_kept() throws Exception {
        // Given
        Map<String, Map<String, String>> first = made();
        // When
        Map<String, Map<String, String>> second = made();
        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void kafka_is_as_closed_as_in_the_local_stack() {
        assertThat(file.container("kafka").map("environment"))
                .containsEntry("KAFKA_AUTHORIZER_CLASS_NAME", "org.apache.kafka.metadata.authorizer.StandardAuthorizer")
                .containsEntry("KAFKA_ALLOW_EVERYONE_IF_NO_ACL_FOUND", "false")
                .containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .containsEntry("KAFKA_SUPER_USERS", "User:admin;User:tenants")
                .containsEntry("KAFKA_SASL_ENABLED_MECHANISMS", "SCRAM-SHA-512");
    }

    @Test
    void nobody_gets_a_token_for_a_password() {
        assertThat(services)
                .allSatisfy(service -> assertThat(file.container(service).map("environment"))
                        .doesNotContainKey("FOLKMOOT_TENANTS_LOCAL_CLIENTS")
                        .containsEntry("FOLKMOOT_TENANCY_AUTHORISED_PARTIES", "folkmoot-portal"));
    }

    @Test
    void the_smoke_test_deletes_the_data_of_a_project_of_its_own_alone() throws Exception {
        // When: nothing comes up
        Ran smoke = smokeTest("true");
        // Then
        assertThat(smoke.code()).as(smoke.said()).isNotZero();
        assertThat(asked())
                .filteredOn(call -> call.startsWith("compose"))
                .hasSize(2)
                .allMatch(call -> call.matches("compose --project-name folkmoot-smoke-[0-9]+ .*"))
                .last()
                .asString()
                .contains(" down --volumes");
        assertThat(secretsFolder()).doesNotExist();
        // What had a name of its own would be every project's.
        assertThat(file.section("volumes").values()).containsOnly(Map.of());
        assertThat(file.section("networks").values()).containsOnly(Map.of());
        assertThat(file.containers())
                .allSatisfy(container ->
                        assertThat(container.text("container_name")).isEmpty());
    }

    @Test
    void the_smoke_test_begins_nothing_where_its_project_has_data() throws Exception {
        // When
        Ran smoke = smokeTest("echo somebodys_postgres");
        // Then
        assertThat(smoke.code()).isNotZero();
        assertThat(smoke.said()).contains("somebodys_postgres");
        assertThat(asked()).singleElement().asString().startsWith("volume ls");
        assertThat(secretsFolder()).doesNotExist();
        // When: nor where nobody can tell
        smoke = smokeTest("exit 1");
        // Then
        assertThat(smoke.code()).isNotZero();
        assertThat(asked()).hasSize(2).allMatch(call -> call.startsWith("volume ls"));
        assertThat(secretsFolder()).doesNotExist();
    }

    @Test
    void the_smoke_test_takes_nothing_down_where_there_are_secrets() throws Exception {
        // Given
        Map<String, Map<String, String>> made = made();
        // When
        smokeTest("true");
        // Then
        assertThat(asked()).containsExactly("compose up --detach");
        assertThat(made()).isEqualTo(made);
    }

    /** Runs it with an engine that brings nothing up, writes down what it was asked, and answers so to what volumes there are. */
    private Ran smokeTest(String volumes) throws IOException, InterruptedException {
        Path engine = folder.resolve("engine");
        Files.writeString(engine, """
                #!/usr/bin/env bash
                echo "$*" >>%s
                case "$*" in
                  volume*) %s ;;
                  *" up "*) exit 1 ;;
                esac
                """.formatted(folder.resolve("asked"), volumes));
        Files.setPosixFilePermissions(engine, PosixFilePermissions.fromString("rwx------"));
        return run(
                "smoke-test",
                Map.of("FOLKMOOT_SECRETS", secretsFolder().toString(), "FOLKMOOT_COMPOSE", engine + " compose"));
    }

    private List<String> asked() {
        return Project.read(folder.resolve("asked")).lines().toList();
    }

    private static Map<String, String> of(Map<String, Map<String, String>> made, String container) {
        return Objects.requireNonNull(made.get(container), container);
    }

    private Path secretsFolder() {
        return folder.resolve("secrets");
    }

    /** Runs the script, and reads what it has made: container, then name and value. */
    private Map<String, Map<String, String>> made() throws IOException, InterruptedException {
        Ran script = run("secrets", Map.of("FOLKMOOT_SECRETS", secretsFolder().toString()));
        assertThat(script.code()).as(script.said()).isZero();
        var made = new TreeMap<String, Map<String, String>>();
        try (Stream<Path> files = Files.list(secretsFolder())) {
            files.forEach(each -> {
                var values = new TreeMap<String, String>();
                Project.read(each).lines().forEach(line -> {
                    int equals = line.indexOf('=');
                    values.put(line.substring(0, equals), line.substring(equals + 1));
                });
                made.put(each.getFileName().toString().replace(".env", ""), values);
            });
        }
        return made;
    }

    /** How a script ended, and what it said. */
    private record Ran(int code, String said) {}

    private static Ran run(String name, Map<String, String> environment) throws IOException, InterruptedException {
        var script = new ProcessBuilder(ComposeFile.folder().resolve(name).toString()).redirectErrorStream(true);
        script.environment().putAll(environment);
        Process running = script.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(running.waitFor(), said);
    }
}
