package org.folkmoot.tenants.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.tenants.Operator;
import org.folkmoot.tenants.Servers;

/** An administrator of an ICS at work, by HTTP and a real token of the ICS's own realm. */
public final class Administrator {

    static final String PASSWORD = "a long enough password";

    private final String tenant;
    private final String token;
    private final String id;

    private Administrator(String tenant, String token) {
        this.tenant = tenant;
        this.token = token;
        this.id = Servers.claims(token).path("sub").asText();
    }

    /** A new administrator of an ICS that is served. */
    public static Administrator of(String tenant) {
        new Operator().serve(tenant);
        String username = "admin-" + UUID.randomUUID();
        String id = account(tenant, username, "Ada", "Min", List.of("ics-admin"));
        var administrator = new Administrator(tenant, signIn(tenant, username));
        assertThat(administrator.id).isEqualTo(id);
        administrator.awaitServed();
        return administrator;
    }

    /** An account that Keycloak's own administrator makes, with a password. */
    public static String account(String tenant, String username, String first, String last, List<String> roles) {
        Servers.keycloak(
                "POST",
                "/" + tenant + "/users",
                Map.of(
                        "username",
                        username,
                        "enabled",
                        true,
                        "email",
                        username + "@example.org",
                        "firstName",
                        first,
                        "lastName",
                        last,
                        "attributes",
                        Map.of("organisations", List.of(tenant.toUpperCase(Locale.ROOT)))));
        String id = Servers.keycloak("/" + tenant + "/users?exact=true&username=" + username)
                .path(0)
                .path("id")
                .asText();
        password(tenant, id);
        Servers.keycloak(
                "POST",
                "/" + tenant + "/users/" + id + "/role-mappings/realm",
                roles.stream()
                        .map(role -> Servers.keycloak("/" + tenant + "/roles/" + role))
                        .toList());
        return id;
    }

    /** Gives an account a password that need not be changed, past the product. */
    static void password(String tenant, String id) {
        Servers.keycloak(
                "PUT",
                "/" + tenant + "/users/" + id + "/reset-password",
                Map.of("type", "password", "value", PASSWORD, "temporary", false));
        Servers.keycloak("PUT", "/" + tenant + "/users/" + id, Map.of("requiredActions", List.of()));
    }

    /** A token of an account that {@link #account} made. */
    public static String signIn(String tenant, String username) {
        Servers.Answer answer = tokens(tenant, username, PASSWORD);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().path("access_token").asText();
    }

    static Servers.Answer tokens(String tenant, String username, String password) {
        return Servers.token(
                tenant,
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "folkmoot-cli",
                        "username",
                        username,
                        "password",
                        password));
    }

    /** The subject of the token. */
    public String id() {
        return id;
    }

    /** A request that is signed in. */
    public RequestSpecification signedIn() {
        return given().urlEncodingEnabled(false).auth().oauth2(token).contentType(ContentType.JSON);
    }

    Response add(Map<String, ?> person) {
        return add(person, UUID.randomUUID().toString());
    }

    Response add(Map<String, ?> person, String key) {
        return signedIn().header("Idempotency-Key", key).body(person).post("/people");
    }

    /** Adds somebody and gives their id. */
    String added(Map<String, ?> person) {
        Response answer = add(person);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.header("Location").replaceAll(".*/people/", "");
    }

    Response get(String id) {
        return signedIn().get("/people/" + id);
    }

    Response change(String id, Map<String, ?> person) {
        return signedIn()
                .header("If-Match", get(id).header("ETag"))
                .body(person)
                .put("/people/" + id);
    }

    Response act(String id, String what) {
        return signedIn()
                .header("If-Match", get(id).header("ETag"))
                .body(Map.of("reason", "a reason of the test"))
                .post("/people/" + id + "/" + what);
    }

    Response reset(String id, Map<String, ?> request) {
        return signedIn().body(request).post("/people/" + id + "/reset");
    }

    /** Of which ICS. */
    public String tenant() {
        return tenant;
    }

    /** The service hears its own announcement of the ICS a moment after it is made. */
    private void awaitServed() {
        long deadline = System.nanoTime() + 30_000_000_000L;
        Response answer = signedIn().get("/people?limit=1");
        while (answer.statusCode() != 200) {
            assertThat(System.nanoTime()).as(answer.asString()).isLessThan(deadline);
            answer = signedIn().get("/people?limit=1");
        }
    }
}
