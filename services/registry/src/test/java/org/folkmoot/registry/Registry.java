package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.folkmoot.registry.odsfile.Samples;
import org.folkmoot.tenancy.Ics;
import org.folkmoot.tenancy.IcsDirectory;
import org.folkmoot.tenancy.IcsState;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.test.TestRealm;
import org.folkmoot.test.TestStack;

/** The service as its callers see it. */
final class Registry {

    static final String DATABASE = "registry_test";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Registry() {}

    static RequestSpecification operator() {
        return RestAssured.given().auth().oauth2(TestRealm.of("platform").token("platform-operator"));
    }

    static RequestSpecification administrator(String ics) {
        return person(ics, "ics-admin");
    }

    static RequestSpecification person(String ics, String role) {
        serve(ics);
        return RestAssured.given().auth().oauth2(TestRealm.of(ics).token(role, ics.toUpperCase(Locale.ROOT)));
    }

    /** Every service knows an ICS before its people come. */
    private static void serve(String ics) {
        IcsDirectory served = CDI.current().select(IcsDirectory.class).get();
        if (served.byTenant(Tenant.of(ics)).isEmpty()) {
            served.record(new Ics(Tenant.of(ics), ics, TestRealm.of(ics).issuer(), IcsState.ACTIVE));
        }
    }

    /** All files of the folder, the one that is no table too. */
    static Map<String, byte[]> folder() {
        try (Stream<Path> files = Files.list(Samples.FOLDER)) {
            var bytes = new LinkedHashMap<String, byte[]>();
            for (Path file : files.filter(one -> !one.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList()) {
                bytes.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
            return bytes;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, byte[]> file(String name, String text) {
        return Map.of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The directory with the real release in force, however many tests ask for it. */
    static void realDirectory() {
        if (rows("select count(*) from release where as_at = '2026-08-01'").equals(List.of("0"))) {
            assertThat(load(folder()).getString("outcome")).isEqualTo("loaded");
        }
    }

    static Response handIn(Map<String, byte[]> files, String key) {
        RequestSpecification request = operator().header("Idempotency-Key", key);
        files.forEach((name, bytes) -> request.multiPart("files", name, bytes, "application/octet-stream"));
        return request.post("/directory/releases");
    }

    /** Hands a release in and gives the address of its job. */
    static String handIn(Map<String, byte[]> files) {
        return handIn(files, UUID.randomUUID().toString())
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    /** Hands a release in and gives its report. */
    static JsonPath load(Map<String, byte[]> files) {
        return report(handIn(files));
    }

    static JsonPath report(String job) {
        await(() -> operator().get(job).jsonPath().getBoolean("ended"));
        return operator()
                .get(path(job) + "/report")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The path of an address that may have a host before it. */
    static String path(String address) {
        return address.substring(address.indexOf("/directory"));
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What a superuser reads in the service's database. */
    static List<String> rows(String sql) {
        return rows(DATABASE, sql);
    }

    static List<String> rows(String database, String sql) {
        try (Connection connection = TestStack.current().superuser(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void sql(String sql) {
        sql(DATABASE, sql);
    }

    static void sql(String database, String sql) {
        try (Connection connection = TestStack.current().superuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything that a release can alter, as one text. */
    static String facts() {
        return String.join("\n", rows("""
                        select t::text from (
                            select 'o' as part, to_jsonb(o)::text as fact from organisation o
                            union all select 'r', to_jsonb(r)::text from registration r
                            union all select 'l', to_jsonb(l)::text from list_size l
                            union all select 't', to_jsonb(t)::text from list_total t
                            union all select 'm', to_jsonb(m)::text from membership m
                            union all select 'a', to_jsonb(a)::text from announced_practice a
                            union all select 'e', id::text from folkmoot.outbox) t order by 1
                        """));
    }

    /**
     * What every item of a list says, page by page.
     *
     * @param address of the list, with a query
     * @param member of an item
     */
    static <T> List<T> every(Supplier<RequestSpecification> person, String address, String member) {
        var every = new ArrayList<T>();
        for (String next = ""; next != null; ) {
            JsonPath page = person.get()
                    .get(address + next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            every.addAll(page.getList("items." + member));
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        return every;
    }
}
