package org.folkmoot.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;

/**
 * Keeps a set of servers for one module's tests after another's, so that not each has to start its own, and ends them when
 * no test has used them for a while. Modules that are tested at the same time have a set each.
 *
 * <p>A test that uses the servers touches the file {@code used} every few seconds. Ports are free ones; the file {@code
 * stack.json} tells them.
 */
public final class TestStackKeeper {

    private static final Duration IDLE = Duration.ofMinutes(5);

    private TestStackKeeper() {}

    /**
     * Runs until idle.
     *
     * @param args the checkout and the folder of the stack
     */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        Path home = Path.of(args[1]);
        var settings = new Settings(
                root,
                home,
                "127.0.0.1",
                Map.of(
                        "postgres", Ports.free(),
                        "kafka", Ports.free(),
                        "kafka-controller", Ports.free(),
                        "keycloak", Ports.free(),
                        "keycloak-management", Ports.free()),
                false);
        var secrets = new Secrets(home);
        for (String server : new String[] {"postgres", "kafka", "keycloak"}) {
            Child.endLeftover(settings.run().resolve(server + ".pid"), "INT");
        }
        var stack = new ServerStack(settings, secrets, false);
        Path description = home.resolve("stack.json");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            description.toFile().delete();
            stack.stop();
        }));
        try {
            var keycloak = stack.start(System.out::println);
            var principals = new ArrayList<>(Settings.SERVICES);
            principals.add("tests");
            stack.kafka().provision(principals);
            ServerStack.await(keycloak);
            describe(settings, description);
            awaitIdle(stack, home.resolve("used"));
        } catch (Refusal refusal) {
            Files.writeString(home.resolve("failed"), String.valueOf(refusal.getMessage()));
            System.exit(1);
        }
        System.exit(0);
    }

    private static void describe(Settings settings, Path description) throws IOException {
        Path beside = description.resolveSibling("stack.json.part");
        new ObjectMapper().writeValue(beside.toFile(), settings.ports());
        Files.writeString(description.resolveSibling("used"), Instant.now().toString());
        Files.move(beside, description, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void awaitIdle(ServerStack stack, Path used) throws IOException {
        while (Files.getLastModifiedTime(used).toInstant().plus(IDLE).isAfter(Instant.now())) {
            if (!stack.children().stream().allMatch(Child::isAlive)) {
                return;
            }
            Child.pause(Duration.ofSeconds(1));
        }
    }
}
