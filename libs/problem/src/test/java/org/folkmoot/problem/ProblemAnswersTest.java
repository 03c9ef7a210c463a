package org.folkmoot.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks a running server, since what matters is what leaves it. */
@QuarkusTest
class ProblemAnswersTest {

    private static final Logger LOG = Logger.getLogger("org.folkmoot.problem");

    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable Handler listener;

    @ConfigProperty(name = "test.url")
    URI root;

    @Test
    void every_refused_value_of_a_body_is_named_with_its_pointer() throws Exception {
        // When
        Problem problem = problem(post("/trial/things", """
                {"name":" ","members":[{"code":"B82020"},{"code":"x"}],"byRole":{"a/b":{"code":"y"}},"share":10}"""), 400);

        // Then
        assertThat(problem.type()).isEqualTo(CommonProblem.INVALID_REQUEST.uri());
        assertThat(problem.instance()).isEqualTo("/trial/things");
        assertThat(problem.errors())
                .containsExactly(
                        new FieldError("#/byRole/a~1b/code", "must be an ODS code"),
                        new FieldError("#/members/1/code", "must be an ODS code"),
                        new FieldError("#/name", "must not be blank"),
                        new FieldError("#/share", "must be at most 9"));
    }

    @Test
    void a_missing_body_is_named_as_the_whole() throws Exception {
        assertThat(problem(post("/trial/things", ""), 400).errors())
                .containsExactly(new FieldError("#", "must not be missing"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /trial/search?limit=101                 | #query/limit | must be at most 100
            /trial/things/100                       | #path/number | must be at most 99
            /trial/window?from=0                    | #query/from  | must be at least 1
            """)
    void a_refused_parameter_is_named_with_its_place(String target, String pointer, String detail) throws Exception {
        // When
        Problem problem = problem(get(target), 400);

        // Then
        assertThat(problem.type()).isEqualTo(CommonProblem.INVALID_REQUEST.uri());
        assertThat(problem.errors()).containsExactly(new FieldError(pointer, detail));
    }

    @Test
    void a_refused_header_is_named() throws Exception {
        assertThat(problem(send(request("/trial/search").header("X-Mood", "bad")), 400)
                        .errors())
                .containsExactly(new FieldError("#header/X-Mood", "must be good"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /trial/search?limit=many                | #query/limit        | must be a whole number within its range
            /trial/search?limit=9999999999          | #query/limit        | must be a whole number within its range
            /trial/search?opened-after=yesterday    | #query/opened-after | must be a date or time in ISO 8601
            /trial/search?kind=HOSPITAL             | #query/kind         | must be one of PRACTICE, NETWORK
            """)
    void a_parameter_that_cannot_be_read_is_named_instead_of_answering_not_found(
            String target, String pointer, String detail) throws Exception {
        // When
        Problem problem = problem(get(target), 400);

        // Then
        assertThat(problem.type()).isEqualTo(CommonProblem.MALFORMED_REQUEST.uri());
        assertThat(problem.errors()).containsExactly(new FieldError(pointer, detail));
    }

    @Test
    void a_path_that_cannot_be_read_is_an_address_that_does_not_exist() throws Exception {
        assertThat(problem(get("/trial/things/many"), 404).type()).isEqualTo(CommonProblem.NOT_FOUND.uri());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"nmae":"x"}                 | #/nmae
            {"name":"x","share":"nine"}  | #/share
            {"members":[{"code":{}}]}    | #/members/0/code
            [1]                          | #
            """)
    void a_body_of_the_wrong_form_is_told_with_the_place(String body, String pointer) throws Exception {
        // When
        Problem problem = problem(post("/trial/things", body), 400);

        // Then
        assertThat(problem.type()).isEqualTo(CommonProblem.MALFORMED_REQUEST.uri());
        assertThat(problem.errors()).extracting(FieldError::pointer).containsExactly(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"name\":", "name=x", "{\"name\":\"x\"", "\u0000"})
    void a_body_that_is_not_json_is_told_so(String body) throws Exception {
        // When
        Problem problem = problem(post("/trial/things", body), 400);

        // Then
        assertThat(problem.type()).isEqualTo(CommonProblem.MALFORMED_REQUEST.uri());
        assertThat(problem.detail()).contains("line 1");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, 404, not-found",
        "GET, /trial/nowhere, 404, not-found",
        "GET, /q/nowhere, 404, not-found",
        "DELETE, /trial/things, 405, method-not-allowed",
        "GET, /trial/bare/404, 404, not-found",
        "GET, /trial/bare/403, 403, forbidden",
        "GET, /trial/bare/429, 429, too-many-requests",
        "GET, /trial/table, 404, not-found",
    })
    void an_answer_that_is_only_a_status_becomes_a_problem(String method, String target, int status, String slug)
            throws Exception {
        // When
        Problem problem = problem(send(request(target).method(method, BodyPublishers.noBody())), status);

        // Then
        assertThat(problem.type()).isEqualTo("/problems/" + slug);
        assertThat(problem.instance()).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /trial/things, 'OPTIONS, POST'",
        "PUT, /trial/things/4, 'GET, HEAD, OPTIONS'",
        "POST, /trial/readers, 'GET, HEAD, OPTIONS'",
    })
    void a_method_that_is_not_offered_is_answered_with_those_that_are(String method, String target, String allowed)
            throws Exception {
        // When
        HttpResponse<byte[]> response = send(request(target).method(method, BodyPublishers.noBody()));

        // Then
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().allValues("Allow")).containsExactly(allowed);
    }

    @Test
    void a_browser_gets_no_page_that_lists_what_the_service_has() throws Exception {
        // When
        HttpResponse<byte[]> response = send(request("/nowhere").header("Accept", "text/html"));

        // Then
        problem(response, 404);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).doesNotContain("<html", "trial");
    }

    @Test
    void a_media_type_that_is_not_read_and_one_that_is_not_offered_are_refused() throws Exception {
        assertThat(problem(
                                send(request("/trial/things")
                                        .header("Content-Type", "text/xml")
                                        .POST(BodyPublishers.ofString("<x/>"))),
                                415)
                        .type())
                .isEqualTo(CommonProblem.UNSUPPORTED_MEDIA_TYPE.uri());
        assertThat(problem(send(request("/trial/table").header("Accept", "image/png")), 406)
                        .type())
                .isEqualTo(CommonProblem.NOT_ACCEPTABLE.uri());
    }

    @Test
    void a_resource_that_writes_its_own_error_text_is_corrected_and_keeps_its_headers() throws Exception {
        // When
        HttpResponse<byte[]> response = get("/trial/failing/text");

        // Then
        assertThat(problem(response, 409).type()).isEqualTo(CommonProblem.CONFLICT.uri());
        assertThat(response.headers().firstValue("X-Kept")).contains("yes");
    }

    @Test
    void a_problem_that_is_thrown_is_the_answer() throws Exception {
        // When
        Problem problem = problem(get("/trial/failing/problem"), 409);

        // Then
        assertThat(problem.detail()).isEqualTo("As said.");
        assertThat(problem.extensions()).containsEntry("seen", 3);
    }

    @Test
    void a_redirection_is_not_an_error() throws Exception {
        assertThat(get("/trial/failing/redirect").statusCode()).isEqualTo(303);
    }

    @Test
    void no_token_and_a_wrong_one_are_answered_with_the_challenge() throws Exception {
        for (HttpResponse<byte[]> response : List.of(
                get("/trial/readers"), send(request("/trial/readers").header("Authorization", basic("ann:wrong"))))) {
            assertThat(problem(response, 401).type()).isEqualTo(CommonProblem.UNAUTHENTICATED.uri());
            assertThat(response.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(challenge -> assertThat(challenge).startsWithIgnoringCase("basic"));
        }
    }

    @Test
    void the_wrong_role_is_forbidden_and_the_right_one_is_not() throws Exception {
        assertThat(problem(send(request("/trial/readers").header("Authorization", basic("ben:pass"))), 403)
                        .type())
                .isEqualTo(CommonProblem.FORBIDDEN.uri());
        assertThat(send(request("/trial/readers").header("Authorization", basic("ann:pass")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_failure_of_ours_says_a_number_that_the_log_explains_and_nothing_else() throws Exception {
        // Given
        List<LogRecord> records = listen();

        // When
        HttpResponse<byte[]> response = get("/trial/failing/badly?nhs-number=9434765919");

        // Then
        Problem problem = problem(response, 500);
        assertThat(problem.detail()).isNull();
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).doesNotContain("secret", "Exception", "java");
        assertThat(problem.extensions()).containsOnlyKeys("incident");
        assertThat(records)
                .singleElement()
                .satisfies(entry -> assertThat(new SimpleFormatter().formatMessage(entry))
                        .contains(String.valueOf(problem.extensions().get("incident")))
                        .doesNotContain("9434765919"));
    }

    @Test
    void the_log_keeps_no_address_that_is_a_secret() throws Exception {
        // Given
        String secret = "k".repeat(43) + ".ics";
        List<LogRecord> records = listen();

        // When
        problem(get("/trial/failing/" + secret), 500);

        // Then
        assertThat(records)
                .singleElement()
                .satisfies(entry -> assertThat(new SimpleFormatter().formatMessage(entry))
                        .contains("GET /trial/failing/… failed")
                        .doesNotContain(secret));
    }

    @ParameterizedTest
    @CsvSource({
        "/trial/failing/inner-validation, 500, internal",
        "/trial/promise, 500, internal",
        "/trial/failing/remote, 500, internal",
        "/trial/failing/lock, 409, conflict",
        "/trial/failing/database, 503, unavailable",
        "/trial/failing/nul, 400, malformed-request",
    })
    void failures_from_the_depths_are_told_by_what_the_caller_can_do(String target, int status, String slug)
            throws Exception {
        // When
        HttpResponse<byte[]> response = get(target);

        // Then
        assertThat(problem(response, status).type()).isEqualTo("/problems/" + slug);
        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .doesNotContain("5432", "row of another", "Keycloak");
        assertThat(response.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
    }

    @Test
    void who_named_a_version_is_told_that_it_is_gone() throws Exception {
        assertThat(problem(send(request("/trial/failing/lock").header("If-Match", "\"3\"")), 412)
                        .type())
                .isEqualTo(CommonProblem.PRECONDITION_FAILED.uri());
    }

    @ParameterizedTest
    @CsvSource({
        "ann:pass, /trial/standard/refused, 409, conflict",
        "ann:pass, /trial/standard/thrown, 500, internal",
        "ann:pass, /trial/standard, 404, not-found",
        "ann:pass, /trial/standard/a/b, 404, not-found",
        "ann:wrong, /trial/standard/refused, 401, unauthenticated",
        "ben:pass, /trial/standard/refused, 403, forbidden",
    })
    void the_addresses_of_a_standard_have_its_form(String credentials, String target, int status, String slug)
            throws Exception {
        // When
        HttpResponse<byte[]> response = send(request(target).header("Authorization", basic(credentials)));

        // Then
        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo("%d /problems/%s at %s", status, slug, target);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(response.headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    private static Problem problem(HttpResponse<byte[]> response, int status) {
        assertThat(response.statusCode())
                .as(() -> new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(Problem.MEDIA_TYPE));
        assertThat(response.headers().allValues("Cache-Control")).containsExactly("no-store");
        Problem problem = Problem.parse(response.body());
        assertThat(problem.status()).isEqualTo(status);
        return problem;
    }

    private HttpResponse<byte[]> get(String target) throws IOException, InterruptedException {
        return send(request(target));
    }

    private HttpResponse<byte[]> post(String target, String json) throws IOException, InterruptedException {
        return send(request(target).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(root.resolve(target));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    /** What is logged from now on, until the test is over. */
    private List<LogRecord> listen() {
        var records = new CopyOnWriteArrayList<LogRecord>();
        listener = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                records.add(entry);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        LOG.addHandler(listener);
        return records;
    }

    @AfterEach
    void listens_no_more() {
        if (listener != null) {
            LOG.removeHandler(listener);
        }
    }
}
