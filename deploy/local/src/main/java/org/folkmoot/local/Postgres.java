package org.folkmoot.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL as a process of its own, and the databases and roles that Folkmoot's services need in it. */
public final class Postgres {

    /** The roles of a service's database: {@code <database>_<role>}. */
    public static final List<String> ROLES = List.of("owner", "app", "relay", "read");

    private final String host;
    private final int port;
    private final Secrets secrets;

    public Postgres(String host, int port, Secrets secrets) {
        this.host = host;
        this.port = port;
        this.secrets = secrets;
    }

    /**
     * The process.
     *
     * @param safe whether commits wait for the disk; a stack for tests gives that up for speed
     */
    Child child(Artefacts artefacts, Path data, Path log, Path run, boolean safe) {
        Path binaries = artefacts.postgres();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(binaries, data);
        }
        forgetKilledPostmaster(data.resolve("postmaster.pid"));
        var command = new ArrayList<String>(asNobody());
        command.addAll(List.of(
                binaries.resolve("bin/postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=" + host,
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=200",
                "-c",
                "shared_buffers=128MB",
                "-c",
                "max_wal_size=2GB",
                "-c",
                "wal_level=logical",
                "-c",
                "shared_preload_libraries=pg_stat_statements",
                "-c",
                "timezone=UTC"));
        if (!safe) {
            command.addAll(List.of("-c", "fsync=off", "-c", "full_page_writes=off"));
        }
        return new Child(
                "postgres", run, new Child.Spec(command, Map.of(), log, this::answers, Duration.ofSeconds(60), "INT"));
    }

    /**
     * Makes a service's database with its four roles, and brings passwords in line; does nothing where all is there.
     *
     * <p>The owner runs migrations and owns every object. The application role owns nothing and cannot pass row-level
     * security, the relay reads the outbox, the read role is for people and reports.
     */
    public void provision(String database) {
        try (Connection connection = connect("postgres");
                var statement = connection.createStatement()) {
            for (String role : ROLES) {
                String name = database + "_" + role;
                statement.execute("""
                        do $$ begin
                            if not exists (select from pg_roles where rolname = '%1$s') then
                                create role %1$s login nosuperuser nocreatedb nocreaterole nobypassrls;
                            end if;
                        end $$;
                        alter role %1$s password '%2$s'
                        """.formatted(name, secrets.password("postgres." + role)));
            }
            try (var known = statement.executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
                if (known.next()) {
                    return;
                }
            }
            statement.execute("create database " + database + " owner " + database + "_owner"
                    + " template template0 encoding 'UTF8' locale 'C.UTF-8'");
            statement.execute("revoke all on database " + database + " from public");
            for (String role : List.of("app", "relay", "read")) {
                statement.execute("grant connect on database " + database + " to " + database + "_" + role);
            }
        } catch (SQLException e) {
            throw new Refusal("cannot prepare the database " + database + ": " + e.getMessage(), e);
        }
        hideSchemaPublic(database);
    }

    /** Makes the database of Keycloak, which has one role. */
    void provisionKeycloak() {
        try (Connection connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                        if not exists (select from pg_roles where rolname = 'keycloak') then
                            create role keycloak login;
                        end if;
                    end $$;
                    alter role keycloak password '%s'
                    """.formatted(secrets.password("postgres.keycloak")));
            try (var known = statement.executeQuery("select 1 from pg_database where datname = 'keycloak'")) {
                if (known.next()) {
                    return;
                }
            }
            statement.execute(
                    "create database keycloak owner keycloak template template0 encoding 'UTF8' locale 'C.UTF-8'");
        } catch (SQLException e) {
            throw new Refusal("cannot prepare Keycloak's database: " + e.getMessage(), e);
        }
    }

    /** Where a database is found by JDBC. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** The superuser's connection, for what only a superuser may do. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), "postgres", secrets.password("postgres.superuser"));
    }

    private void hideSchemaPublic(String database) {
        try (Connection connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute("alter schema public owner to " + database + "_owner");
            statement.execute("revoke all on schema public from public");
        } catch (SQLException e) {
            throw new Refusal("cannot prepare the database " + database + ": " + e.getMessage(), e);
        }
    }

    private boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** A killed server leaves its lock file, which holds up the next one for as long as its number is not free. */
    private static void forgetKilledPostmaster(Path lock) {
        try {
            if (Files.exists(lock)) {
                long pid = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
                boolean runs = ProcessHandle.of(pid)
                        .filter(handle -> !Child.identity(handle).endsWith(" gone"))
                        .isPresent();
                if (!runs) {
                    Files.delete(lock);
                }
            }
        } catch (IOException | NumberFormatException e) {
            throw new Refusal("cannot read " + lock + ": " + e.getMessage(), e);
        }
    }

    private void initialise(Path binaries, Path data) {
        Path password = data.resolveSibling("postgres-password");
        try {
            Artefacts.delete(data);
            Files.createDirectories(data.getParent());
            Files.writeString(password, secrets.password("postgres.superuser"), StandardCharsets.UTF_8);
            // initdb fails over a half made cluster: make it beside and move it in place.
            Path beside = data.resolveSibling("postgres.part");
            Artefacts.delete(beside);
            var command = new ArrayList<String>(asNobody());
            command.addAll(List.of(
                    binaries.resolve("bin/initdb").toString(),
                    "-D",
                    beside.toString(),
                    "-U",
                    "postgres",
                    "--pwfile=" + password,
                    "-A",
                    "scram-sha-256",
                    "-E",
                    "UTF8",
                    "--locale=C.UTF-8",
                    "--no-instructions"));
            Process initdb =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (initdb.waitFor() != 0) {
                throw new Refusal("PostgreSQL's initdb failed:\n" + output);
            }
            Files.move(beside, data, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Refusal("cannot make PostgreSQL's data in " + data + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", e);
        } finally {
            password.toFile().delete();
        }
    }

    /** PostgreSQL refuses to run as root: as root, it runs in a user namespace of its own, where it is nobody. */
    private static List<String> asNobody() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "--user") : List.of();
    }
}
