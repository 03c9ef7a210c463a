package org.folkmoot.registry;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.folkmoot.test.TestRealm;
import org.folkmoot.test.TestStack;
import org.jspecify.annotations.Nullable;

/** What an ICS itself knows, as its people tell and ask it. */
final class Knowledge {

    private Knowledge() {}

    /** The real directory, and no ICS that knows anything of its own. */
    static void begin() {
        Registry.realDirectory();
        Registry.sql("truncate link, contact, pcn_self_check, concentration_threshold, area_definition, area, body");
    }

    /** A person of an ICS who may tell. */
    static RequestSpecification manager(String ics) {
        return Registry.person(ics, "executive-manager");
    }

    /** A person of an ICS who may ask. */
    static RequestSpecification observer(String ics) {
        return Registry.person(ics, "ics-observer");
    }

    /** Who speaks for an organisation. */
    static RequestSpecification speaker(String ics, String role, String organisation) {
        Registry.person(ics, role);
        return RestAssured.given().auth().oauth2(TestRealm.of(ics).token(List.of(role), List.of(organisation)));
    }

    static Response create(RequestSpecification person, String path, Object body) {
        return person.header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    /** Changes what the manager of the ICS has just seen. */
    static Response change(String ics, String seen, String path, Object body) {
        return manager(ics)
                .header("If-Match", observer(ics).get(seen).header("ETag"))
                .contentType(ContentType.JSON)
                .body(body)
                .put(path);
    }

    static JsonPath get(String ics, String path) {
        return observer(ics).get(path).then().statusCode(200).extract().jsonPath();
    }

    /** Defines a body and gives its id. */
    static String body(String ics, String kind, String name) {
        return made(create(manager(ics), "/bodies", Map.of("kind", kind, "name", name)));
    }

    /** Records a link and gives its id. */
    static String link(
            String ics, String kind, String organisation, String other, String from, @Nullable String until) {
        return made(create(manager(ics), "/links", linkBody(kind, organisation, other, from, until)));
    }

    static Map<String, Object> linkBody(
            String kind, String organisation, String other, String from, @Nullable String until) {
        var body = new HashMap<String, Object>(Map.of(
                "kind", kind, "organisation", organisation, "other", other, "from", from, "evidence", "A letter."));
        if (until != null) {
            body.put("until", until);
        }
        return body;
    }

    /** What is answered to a request that comes while that change is under way, which ends when the request waits for it. */
    static Response during(String change, Supplier<Response> request) {
        try (Connection connection = TestStack.current().superuser(Registry.DATABASE);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(change);
            var answer = CompletableFuture.supplyAsync(
                    request, task -> Thread.ofPlatform().start(task));
            Registry.await(() -> answer.isDone() || isAwaited());
            connection.commit();
            return answer.join();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isAwaited() {
        return !Registry.rows(
                        "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .isEmpty();
    }

    /** Has the states of an ICS told anew. */
    static Response tellAnew(String ics) {
        return Registry.operator()
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/directory/icbs/" + ics.toUpperCase(Locale.ROOT) + "/state");
    }

    private static String made(Response response) {
        return response.then().statusCode(201).extract().jsonPath().getString("id");
    }
}
