package org.folkmoot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From nothing to a platform that answers, and back again after the worst. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandUpIT {

    private final Stack stack = Stack.up();

    @Test
    @Order(1)
    void the_first_up_says_what_it_loaded_where_it_is_and_how_to_get_a_token() {
        assertThat(stack.firstUp())
                .contains("release 2026-08-01 (loaded)")
                .contains("414 practices")
                .contains("qkk, qr1, t6y0w")
                .contains("./folkmoot token qkk director")
                .contains("http://localhost:" + stack.port("registry"));
    }

    @Test
    @Order(1)
    void status_tells_that_all_is_ready_and_the_idle_platform_stays_under_three_gigabytes() throws IOException {
        Stack.Ended status = stack.folkmoot("status", "--json");
        assertThat(status.code()).isZero();
        JsonNode processes = Stack.JSON.readTree(status.output()).get("processes");
        List<String> running = new ArrayList<>(stack.processes());
        running.remove("supervisor");
        assertThat(processes.findValuesAsText("name")).containsExactlyInAnyOrderElementsOf(running);
        assertThat(processes.findValuesAsText("state")).containsOnly("ready").hasSameSizeAs(running);
        assertThat(processes.findValues("memoryMb").stream()
                        .mapToLong(JsonNode::asLong)
                        .sum())
                .isLessThan(3_000);
    }

    @Test
    @Order(1)
    void everything_listens_on_loopback() throws IOException {
        List<Listening> sockets = Listening.of(stack.handles());
        assertThat(sockets).extracting(Listening::port).containsAll(stack.ports());
        assertThat(sockets).allMatch(Listening::onLoopback);
    }

    @Test
    @Order(1)
    void loading_the_same_release_again_changes_nothing() throws IOException {
        Stack.Ended ended = stack.folkmoot("directory", "load", "deploy/local/data/ods", "--json");
        JsonNode report = Stack.JSON.readTree(ended.output());
        assertThat(ended.code()).isZero();
        assertThat(report.get("outcome").asText()).isEqualTo("unchanged");
        assertThat(report.get("announced").size()).isZero();
        assertThat(report.at("/counts/practices").asInt()).isEqualTo(414);
    }

    @Test
    @Order(1)
    void a_folder_without_a_file_of_ods_is_refused_with_the_reason(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("epraccur.csv"), "<html><body>Not found</body></html>\n");
        Stack.Ended ended = stack.folkmoot("directory", "load", folder.toString(), "--json");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(Stack.JSON.readTree(ended.output()).get("outcome").asText()).isEqualTo("refused");
    }

    @Test
    @Order(1)
    void up_with_a_folder_of_its_own_loads_that_one(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("epraccur.csv"), "<html><body>Not found</body></html>\n");
        Stack.Ended ended = stack.folkmoot("up", "--detach", "--no-build", "--no-story", "--data", folder.toString());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("everything runs, but the directory of " + folder + " was refused");
    }

    @Test
    @Order(1)
    void up_for_some_icss_is_for_those() {
        Stack.Ended ended = stack.folkmoot("up", "--detach", "--no-build", "--no-story", "--ics", "QR1");
        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(ended.output())
                .contains("The stack is running already.", "./folkmoot token qr1 director", "/qr1 as director")
                .doesNotContain("qkk", "t6y0w");
    }

    @Test
    @Order(1)
    void logs_follow_what_a_process_writes() throws IOException {
        assertThat(Files.readString(stack.home().resolve("log/registry.log")))
                .contains(stack.firstLine("logs", "registry"));
        assertThat(stack.folkmoot("logs", "postman").output()).contains("there is no log of postman in");
    }

    @Test
    @Order(1)
    void reset_deletes_the_data_of_its_own_stack_alone(@TempDir Path folder) throws IOException {
        // Given
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("data/postgres"));
        Files.writeString(home.resolve("data/postgres/PG_VERSION"), "18");
        Path beside = Files.writeString(folder.resolve("beside"), "kept");

        // When
        Stack.Ended ended = stack.run(List.of(
                "env", "FOLKMOOT_HOME=" + home, stack.root().resolve("folkmoot").toString(), "reset"));

        // Then
        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("every datum of this stack deleted");
        assertThat(home).doesNotExist();
        assertThat(beside).hasContent("kept");
        assertThat(stack.folkmoot("status").code()).isZero();
    }

    @Test
    @Order(1)
    void what_is_not_understood_is_said_plainly() {
        assertThat(stack.folkmoot("directory", "load").output()).contains("the folder with the files of a release");
        assertThat(stack.folkmoot("token", "qkk", "nobody").output()).contains("no token for nobody of qkk");
        assertThat(stack.folkmoot("kafka-credential", "abc").output()).contains("there is no ICS abc here");
        assertThat(stack.folkmoot("fly").output()).contains("there is no command fly");
        assertThat(stack.folkmoot("status", "--jsn").output()).contains("not understood: --jsn");
    }

    @Test
    @Order(2)
    void data_survive_down_and_up_and_a_taken_port_is_named_with_its_holder() throws IOException {
        // Given
        assertThat(stack.folkmoot("down").output()).contains("The data are kept");
        assertThat(stack.folkmoot("status").code()).isEqualTo(3);

        // When
        String taken;
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), stack.port("registry")));
            taken = stack.folkmoot("up", "--detach", "--no-build").output();
        }
        Stack.Ended up = stack.folkmoot("up", "--detach", "--no-build");

        // Then
        assertThat(taken)
                .contains("port " + stack.port("registry") + ", which registry needs, is held by process "
                        + ProcessHandle.current().pid())
                .contains("FOLKMOOT_PORT_REGISTRY");
        assertThat(up.output()).contains("release 2026-08-01 (unchanged)").contains("414 practices");
        System.out.println(up.output());
    }

    @Test
    @Order(3)
    void a_killed_stack_comes_up_again_by_itself() {
        // Given
        List<String> processes = stack.processes();
        assertThat(processes).contains("supervisor", "portal", "postgres");
        for (String name : processes) {
            stack.signal(name, "KILL");
        }

        // When
        Stack.Ended up = stack.folkmoot("up", "--detach", "--no-build");

        // Then
        assertThat(up.code()).as(up.output()).isZero();
        assertThat(up.output()).contains("release 2026-08-01 (unchanged)").contains("414 practices");
    }

    @Test
    @Order(4)
    void a_service_that_dies_is_started_again() throws Exception {
        String pid = Files.readString(stack.home().resolve("run/registry.pid")).split(" ")[0];
        stack.signal("registry", "KILL");
        stack.awaitReady();
        assertThat(stack.folkmoot("status").code()).isZero();
        assertThat(Files.readString(stack.home().resolve("run/registry.pid"))).doesNotStartWith(pid + " ");
    }
}
