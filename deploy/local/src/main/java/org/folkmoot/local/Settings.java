package org.folkmoot.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a person may set about the local stack, by environment variables; {@code docs/operating.md} lists them.
 *
 * @param root the checkout
 * @param home where this stack keeps data, logs and process ids: {@code .folkmoot/local} unless told otherwise
 * @param host the address that everything listens on: loopback unless told otherwise
 * @param ports by name: postgres, kafka, kafka-controller, keycloak, keycloak-management, and each service's
 *     two: its own and that of its metrics
 * @param optimise whether the services' JVMs compile what is hot a second time, for speed. They do in an installation.
 *     Here they are started more often than they are loaded: without it a start takes half the processor time.
 */
public record Settings(Path root, Path home, String host, Map<String, Integer> ports, boolean optimise) {

    /** Every port's name and default. Services take theirs from here too. */
    public static final Map<String, Integer> DEFAULT_PORTS = Map.ofEntries(
            Map.entry("postgres", 5532),
            Map.entry("kafka", 9192),
            Map.entry("kafka-controller", 9193),
            Map.entry("keycloak", 8180),
            Map.entry("keycloak-management", 8190),
            Map.entry("portal", 8080),
            Map.entry("registry", 8081),
            Map.entry("mandate", 8082),
            Map.entry("executive", 8083),
            Map.entry("neighbourhood", 8084),
            Map.entry("tenants", 8085),
            Map.entry("portal-metrics", 9080),
            Map.entry("registry-metrics", 9081),
            Map.entry("mandate-metrics", 9082),
            Map.entry("executive-metrics", 9083),
            Map.entry("neighbourhood-metrics", 9084),
            Map.entry("tenants-metrics", 9085));

    /** What people sign in with and look organisations up in: it starts before the rest, and answers earlier by that. */
    static final List<String> FIRST_SERVICES = List.of("tenants", "registry", "portal");

    /** The rest. */
    static final List<String> LATER_SERVICES = List.of("mandate", "executive", "neighbourhood");

    /** The services of the platform, in the order in which they start. */
    public static final List<String> SERVICES =
            Stream.of(FIRST_SERVICES, LATER_SERVICES).flatMap(List::stream).toList();

    /**
     * Reads the settings: {@code FOLKMOOT_HOME}, {@code FOLKMOOT_HOST}, {@code FOLKMOOT_OPTIMISE}, and {@code
     * FOLKMOOT_PORT_<NAME>} for each port.
     *
     * @throws Refusal when a value cannot be used, saying which and why
     */
    public static Settings of(Path root, Map<String, String> environment) {
        Path home = environment.containsKey("FOLKMOOT_HOME")
                ? Path.of(environment.get("FOLKMOOT_HOME")).toAbsolutePath()
                : root.resolve(".folkmoot/local");
        var ports = new java.util.TreeMap<String, Integer>();
        DEFAULT_PORTS.forEach((name, port) -> ports.put(name, port(environment, name, port)));
        String optimise = environment.getOrDefault("FOLKMOOT_OPTIMISE", "false");
        if (!optimise.equals("true") && !optimise.equals("false")) {
            throw new Refusal("FOLKMOOT_OPTIMISE is neither true nor false: " + optimise);
        }
        return new Settings(
                root,
                home,
                environment.getOrDefault("FOLKMOOT_HOST", "127.0.0.1"),
                Map.copyOf(ports),
                Boolean.parseBoolean(optimise));
    }

    /** The name of the environment variable that sets a port. */
    public static String variable(String name) {
        return "FOLKMOOT_PORT_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    int port(String name) {
        return Objects.requireNonNull(ports.get(name), () -> "no port is called " + name);
    }

    /** The name under which people reach the stack: {@code localhost} on loopback, since browsers trust it. */
    String publicHost() {
        return host.equals("127.0.0.1") ? "localhost" : host;
    }

    Path servers() {
        return root.resolve(".folkmoot/servers");
    }

    Path data(String server) {
        return home.resolve("data").resolve(server);
    }

    Path log(String process) {
        return home.resolve("log").resolve(process + ".log");
    }

    Path run() {
        return home.resolve("run");
    }

    String keycloakUrl() {
        return "http://" + publicHost() + ":" + port("keycloak");
    }

    String serviceUrl(String service) {
        return "http://" + publicHost() + ":" + port(service);
    }

    String kafkaAddress() {
        return publicHost() + ":" + port("kafka");
    }

    String postgresAddress() {
        return publicHost() + ":" + port("postgres");
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        String value = environment.get(variable(name));
        if (value == null) {
            return otherwise;
        }
        try {
            int port = Integer.parseInt(value.strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new Refusal(variable(name) + " is no port number: " + value, e);
        }
        throw new Refusal(variable(name) + " is no port number: " + value);
    }
}
