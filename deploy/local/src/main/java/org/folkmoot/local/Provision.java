package org.folkmoot.local;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Prepares servers that somebody else started for Folkmoot's services, as the local stack prepares its own: databases with
 * their roles, Keycloak's database, Kafka's principals. Does nothing where all is there, but brings passwords in line.
 *
 * <p>It makes up no secret. Each is given by an environment variable, {@code FOLKMOOT_SECRET_} and its name: {@code
 * POSTGRES_SUPERUSER}, {@code POSTGRES_KEYCLOAK}, {@code KAFKA_ADMIN}, {@code KAFKA_<SERVICE>}, and, unlike in the local
 * stack where services share them, {@code <SERVICE>_POSTGRES_<ROLE>}.
 */
public final class Provision {

    private static final String PREFIX = "FOLKMOOT_SECRET_";

    private final Map<String, String> environment;

    Provision(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Prepares the servers that {@code FOLKMOOT_POSTGRES_ADDRESS} and {@code FOLKMOOT_KAFKA_BOOTSTRAP_SERVERS} name. The
     * exit code is 1, and the reason is said, when it cannot be done.
     *
     * @param args none
     */
    public static void main(String[] args) {
        try {
            new Provision(System.getenv()).run();
        } catch (Refusal refusal) {
            System.err.println("provision: " + refusal.getMessage());
            System.exit(1);
        }
    }

    private void run() {
        Address address = address("FOLKMOOT_POSTGRES_ADDRESS");
        for (String service : Settings.SERVICES) {
            new Postgres(address.host(), address.port(), secretsOf(service)).provision(service);
        }
        new Postgres(address.host(), address.port(), secrets()).provisionKeycloak();
        Kafka.provision(Settings.SERVICES, administrator(), secrets());
        System.out.println("Databases, roles and principals stand for " + String.join(", ", Settings.SERVICES));
    }

    /** The broker's administrator signs in with PLAIN: its own password is the only one that the broker knows at first. */
    private Map<String, Object> administrator() {
        return Map.of(
                "bootstrap.servers",
                required("FOLKMOOT_KAFKA_BOOTSTRAP_SERVERS"),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"admin\" password=\""
                        + secrets().password("kafka.admin") + "\";");
    }

    /** What is not of one service's database. */
    Secrets secrets() {
        var values = new HashMap<String, String>();
        put(values, "postgres.superuser", "POSTGRES_SUPERUSER");
        put(values, "postgres.keycloak", "POSTGRES_KEYCLOAK");
        put(values, "kafka.admin", "KAFKA_ADMIN");
        for (String service : Settings.SERVICES) {
            put(values, "kafka." + service, "KAFKA_" + upper(service));
        }
        return Secrets.given(values);
    }

    /** What the database of one service is made with. */
    Secrets secretsOf(String service) {
        var values = new HashMap<String, String>();
        put(values, "postgres.superuser", "POSTGRES_SUPERUSER");
        for (String role : Postgres.ROLES) {
            put(values, "postgres." + role, upper(service) + "_POSTGRES_" + upper(role));
        }
        return Secrets.given(values);
    }

    private void put(Map<String, String> values, String name, String variable) {
        values.put(name, required(PREFIX + variable));
    }

    /** A host and its port. */
    record Address(String host, int port) {}

    Address address(String variable) {
        String value = required(variable);
        int colon = value.lastIndexOf(':');
        try {
            return new Address(value.substring(0, Math.max(colon, 0)), Integer.parseInt(value.substring(colon + 1)));
        } catch (NumberFormatException e) {
            throw new Refusal(variable + " is not host:port: " + value, e);
        }
    }

    private String required(String variable) {
        String value = environment.getOrDefault(variable, "");
        if (value.isBlank()) {
            throw new Refusal(variable + " is not set");
        }
        return value;
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
