package org.folkmoot.tenants;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.folkmoot.test.TestRealm;

/** A platform operator at work, by HTTP and a real token. */
public final class Operator {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final List<String> organisations;
    private String token = "";

    /** Always the same person. */
    public Operator() {
        this(List.of());
    }

    private Operator(List<String> organisations) {
        this.organisations = organisations;
    }

    /** Another person, and always the same one. */
    public static Operator another() {
        return new Operator(List.of("X26"));
    }

    /** A request that is signed in, once the operators' realm is what it should be. */
    public RequestSpecification signedIn() {
        if (token.isEmpty()) {
            awaitPlatform();
            token = TestRealm.of("platform").token(List.of("platform-operator"), organisations);
        }
        return given().auth().oauth2(token);
    }

    /** Asks for an ICS, under a new key. */
    public Response onboard(String code) {
        return onboard("{\"code\": \"%s\"}".formatted(code), UUID.randomUUID().toString());
    }

    /** Asks with this body under this key. */
    public Response onboard(String body, String key) {
        return signedIn()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/ics");
    }

    /** Onboards an ICS unless it is there, and waits until it is served. */
    public JsonPath serve(String tenant) {
        int status = signedIn().get("/ics/" + tenant).statusCode();
        if (status == 404) {
            assertThat(onboard(tenant).statusCode()).isEqualTo(202);
        }
        return await(tenant, ics -> ics.getString("state").equals("active") && !ics.getBoolean("busy"));
    }

    /** Changes an ICS as it is now. */
    public Response change(String method, String tenant, String what) {
        return signedIn().header("If-Match", etag(tenant)).request(method, "/ics/" + tenant + what);
    }

    /** The version of an ICS, as a change wants it in {@code If-Match}. */
    public String etag(String tenant) {
        return signedIn().get("/ics/" + tenant).header("ETag");
    }

    /** Waits until the ICS is as wanted. */
    public JsonPath await(String tenant, Predicate<JsonPath> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonPath ics = signedIn().get("/ics/" + tenant).jsonPath();
            if (wanted.test(ics)) {
                return ics;
            }
            assertThat(System.nanoTime())
                    .as("still waiting for %s: %s", tenant, ics.prettify())
                    .isLessThan(deadline);
            pause();
        }
    }

    /** Waits until nothing is left to do for the ICS. */
    public JsonPath awaitQuiet(String tenant) {
        return await(tenant, ics -> !ics.getBoolean("busy"));
    }

    private static void awaitPlatform() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!"UP".equals(given().get("/q/health/ready").path("checks.find { it.name == 'platform' }.status"))) {
            assertThat(System.nanoTime()).as("the platform's realm and topics").isLessThan(deadline);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(100));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
