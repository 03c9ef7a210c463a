package org.folkmoot.tenants.systems;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.tenants.people.Administrator;

/** An administrator who lets systems in and shuts them out, by HTTP. */
record Registrar(Administrator administrator) {

    static Registrar of(String tenant) {
        return new Registrar(Administrator.of(tenant));
    }

    /** Lets a system in, and gives its id. */
    String registered(List<String> reads, List<String> writes) {
        Response answer = register(request(reads, writes));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getString("id");
    }

    Response register(Map<String, ?> system) {
        return register(system, UUID.randomUUID().toString());
    }

    Response register(Map<String, ?> system, String key) {
        return administrator
                .signedIn()
                .header("Idempotency-Key", key)
                .body(system)
                .post("/external-systems");
    }

    Response issue(String id) {
        return act(id, "/credentials");
    }

    /** Changes a system as it is now. */
    Response act(String id, String what) {
        return act(id, what, get(id).header("ETag"));
    }

    Response act(String id, String what, String tag) {
        return administrator.signedIn().header("If-Match", tag).body(reason()).post("/external-systems/" + id + what);
    }

    Response get(String id) {
        return administrator.signedIn().get("/external-systems/" + id);
    }

    /** The states of its credentials, the newest first. */
    List<String> states(String id) {
        return get(id).jsonPath().getList("credentials.state");
    }

    List<String> ids(String list) {
        return administrator.signedIn().get(list).jsonPath().getList("items.id");
    }

    static Map<String, String> reason() {
        return Map.of("reason", "a reason of the test");
    }

    static Map<String, Object> request(List<String> reads, List<String> writes) {
        return Map.of(
                "name", "Shared care record",
                "organisation", "rj1",
                "contact", "integration@example.org",
                "reads", reads,
                "writes", writes,
                "reason", "a reason of the test");
    }
}
