package org.folkmoot.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.FieldError;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Ics;
import org.folkmoot.tenancy.IcsDirectory;
import org.folkmoot.tenancy.IcsState;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.folkmoot.test.FolkmootStack;
import org.folkmoot.test.TestRealm;
import org.folkmoot.test.TestStack;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The conventions on a running service, with real tokens and a real database. */
@QuarkusTest
@WithTestResource(
        value = FolkmootStack.class,
        initArgs = {
            @ResourceArg(name = "database", value = "trial"),
            @ResourceArg(name = "realms", value = "qkk,qr1"),
            @ResourceArg(name = "traces", value = "true")
        })
class HttpConventionsTest {

    private static final String THING = "{\"name\":\"%s\",\"size\":1}";

    @ConfigProperty(name = "test.management.url")
    String management;

    private final HttpClient client = HttpClient.newHttpClient();

    @ConfigProperty(name = "test.url")
    URI root;

    @Inject
    IcsDirectory directory;

    @Inject
    TenantScope scope;

    @Inject
    DataSource database;

    @Inject
    ForgottenAnswers forgotten;

    @BeforeEach
    void two_icss() {
        for (String ics : List.of("qkk", "qr1")) {
            scope.run(
                    Tenant.PLATFORM,
                    () -> QuarkusTransaction.requiringNew()
                            .run(() -> directory.record(new Ics(
                                    Tenant.of(ics), ics, TestRealm.of(ics).issuer(), IcsState.ACTIVE))));
        }
    }

    // Paths

    @ParameterizedTest
    @MethodSource("org.folkmoot.http.MangledPaths#all")
    void a_mangled_path_is_refused_before_anybody_asks_for_a_token(String path) throws IOException {
        // When
        String answer = raw("GET " + path);

        // Then
        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertThat(answer).doesNotContain("for readers").doesNotContainIgnoringCase("www-authenticate");
        // What is no URI at all is refused by the server itself, before there is any route to answer in prose.
        if (!path.matches(".*(%(?!\\p{XDigit}{2})|\\\\).*")) {
            assertThat(answer).contains("application/problem+json", "/problems/unsafe-path", "nosniff");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /trial/readers;a",
                "POST /trial/things;a",
                "OPTIONS /q/openapi;a",
                "GET /q/health;/../trial",
                "DELETE //trial",
                "GET http://localhost/trial;a"
            })
    void no_method_and_no_part_of_the_service_is_excepted(String line) throws IOException {
        assertThat(raw(line, "Content-Length: 0")).startsWith("HTTP/1.1 400 ").contains("unsafe-path");
    }

    @Test
    void requests_are_counted_by_the_template_of_their_path_and_by_nothing_else_that_a_caller_writes()
            throws Exception {
        // When
        String name = unique("shelf");
        post("/trial/shelves/" + name + "/things?q=" + name, "{}");
        get("/trial/readers/" + name);
        raw("BREW" + name + " /trial/readers");
        raw("GET /trial/" + name + ";a");

        // Then
        await("method=\"POST\",route=\"/trial/shelves/{shelf}/things\",status=\"401\"");
        await("method=\"GET\",route=\"none\",status=\"404\"");
        await("method=\"other\",");
        await("method=\"GET\",route=\"none\",status=\"400\"");
        assertThat(figures()).doesNotContain(name).contains("jvm_memory_used_bytes", "agroal_active_count");
    }

    @Test
    void a_request_whose_caller_does_not_wait_for_the_answer_is_counted_as_such() throws Exception {
        // Given
        TrialResource.slow = new CountDownLatch(1);
        TrialResource.begun = new CountDownLatch(1);
        String body = THING.formatted("slow");
        long before = things("qkk", "slow");

        // When
        try (var socket = new Socket(root.getHost(), root.getPort())) {
            socket.getOutputStream()
                    .write(("POST /trial/things HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + bearer("qkk")
                                    + "\r\nIdempotency-Key: " + key()
                                    + "\r\nContent-Type: application/json\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(UTF_8));
            socket.getOutputStream().flush();
            assertThat(TrialResource.begun.await(20, TimeUnit.SECONDS)).isTrue();
        }

        // Then
        await("method=\"POST\",route=\"/trial/things\",status=\"499\"");
        TrialResource.slow.countDown();
        while (things("qkk", "slow") == before) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_trace_goes_on_and_tells_the_template_of_the_path_and_nothing_else_that_a_caller_writes() throws Exception {
        // Given
        String name = unique("shelf");
        String trace = key().replace("-", "");

        // When
        send(request("/trial/shelves/" + name + "/things?q=" + name)
                .header("Authorization", bearer("qkk"))
                .header("Content-Type", "application/json")
                .header("User-Agent", name)
                .header("traceparent", "00-" + trace + "-00000000000000aa-01")
                .header("baggage", "name=" + name)
                .POST(BodyPublishers.ofString("{\"name\": 1")));
        while (FolkmootStack.TRACES.of(trace).isEmpty()) {
            Thread.onSpinWait();
        }

        // Then
        assertThat(FolkmootStack.TRACES.of(trace)).singleElement().satisfies(span -> {
            assertThat(span.name()).isEqualTo("POST /trial/shelves/{shelf}/things");
            assertThat(span.parent()).isEqualTo("00000000000000aa");
            assertThat(span.everything()).doesNotContain(name).doesNotContain("127.0.0.1");
        });
    }

    @Test
    void nothing_that_a_caller_can_write_leaves_with_a_trace() throws Exception {
        // Given
        String name = unique("shelf");
        String number = "9434765919";

        for (String line : List.of("GET /trial/shelves/" + name + "?q=" + name, "BREW" + name + " /trial/readers")) {
            String trace = key().replace("-", "");

            // When
            rawTo(
                    name + ".example:9434",
                    line,
                    "traceparent: 00-" + trace + "-00000000000000aa-01",
                    "tracestate: folkmoot=" + name,
                    "baggage: name=" + name,
                    "Content-Length: " + number,
                    "User-Agent: " + name,
                    "Referer: https://" + name + ".example",
                    "Forwarded: for=" + name + ";host=" + name + ";proto=" + name,
                    "X-Forwarded-For: " + name,
                    "X-Forwarded-Host: " + name,
                    "X-Forwarded-Proto: " + name);
            while (FolkmootStack.TRACES.of(trace).isEmpty()) {
                Thread.onSpinWait();
            }

            // Then
            assertThat(FolkmootStack.TRACES.of(trace)).isNotEmpty().allSatisfy(span -> {
                assertThat(span.everything()).doesNotContain(name);
                assertThat(span.attributes()).doesNotContainValue(number).doesNotContainValue("9434");
                assertThat(span.attributes()).containsKey("http.response.status_code");
            });
        }
    }

    @Test
    void a_trace_does_not_quote_what_went_wrong() throws Exception {
        // Given
        String trace = key().replace("-", "");

        // When
        send(creating(key(), "fails")
                .header("Authorization", bearer("qkk"))
                .header("traceparent", "00-" + trace + "-00000000000000aa-01"));
        while (FolkmootStack.TRACES.of(trace).isEmpty()) {
            Thread.onSpinWait();
        }

        // Then
        assertThat(FolkmootStack.TRACES.of(trace))
                .allSatisfy(span -> assertThat(span.everything()).doesNotContain("after the insert"));
    }

    @Test
    void lines_of_the_log_say_of_whom_and_of_which_request_they_are() throws Exception {
        // Given
        String named = key();
        List<Map<String, String>> said = new CopyOnWriteArrayList<>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                said.add(((ExtLogRecord) line).getMdcCopy());
            }

            @Override
            public void flush() {
                // Nothing is kept back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        Logger log = Logger.getLogger("org.folkmoot.problem");
        log.addHandler(handler);

        // When
        try {
            for (String name : List.of(named, "9434765919")) {
                send(creating(key(), "fails")
                        .header("Authorization", bearer("qkk"))
                        .header("X-Request-Id", name));
            }
        } finally {
            log.removeHandler(handler);
        }

        // Then
        assertThat(said).hasSize(2).allSatisfy(mdc -> {
            assertThat(mdc).containsEntry("tenant", "qkk");
            assertThat(mdc.get("traceId")).matches("[0-9a-f]{32}");
            assertThat(mdc.get("request")).matches("[0-9a-f-]{36}");
        });
        assertThat(said.getFirst()).containsEntry("request", named);
    }

    @Test
    void figures_are_not_served_where_requests_are() throws Exception {
        assertThat(problem(get("/q/metrics"), 404).type()).isEqualTo("/problems/not-found");
    }

    private void await(String series) throws IOException, InterruptedException {
        // The time is taken after the answer has gone.
        while (!figures().contains(series)) {
            Thread.onSpinWait();
        }
    }

    private String figures() throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(management + "/metrics"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    @Test
    void the_query_may_hold_what_the_path_may_not() throws Exception {
        assertThat(raw("GET /trial/day?asAt=2026-05-29&x=a;b//..%2f%3b%5c"))
                .startsWith("HTTP/1.1 200 ")
                .contains("2026-05-29");
    }

    @Test
    void the_plain_path_asks_for_a_token() throws Exception {
        assertThat(get("/trial/readers").statusCode()).isEqualTo(401);
        assertThat(send(request("/trial/readers").header("Authorization", bearer("qkk")))
                        .body())
                .asString(UTF_8)
                .isEqualTo("for readers");
    }

    // Headers

    @ParameterizedTest
    @ValueSource(strings = {"/trial/day", "/trial/readers", "/nowhere", "/trial/numbers?format=csv"})
    void every_answer_has_the_headers_that_protect_its_reader(String target) throws Exception {
        // When
        var headers = get(target).headers();

        // Then
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(headers.allValues("Content-Security-Policy")).containsExactly("frame-ancestors 'none'");
    }

    @Test
    void an_answer_that_knows_better_keeps_its_own() throws Exception {
        // When
        var headers = get("/trial/cached").headers();

        // Then
        assertThat(headers.allValues("Cache-Control")).containsExactly("max-age=60");
        assertThat(headers.allValues("Content-Security-Policy")).containsExactly("default-src 'self'");
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    // Bodies

    @ParameterizedTest
    @CsvSource({"/trial/echo, application/json", "/trial/raw, application/octet-stream", "/nowhere, application/json"})
    void a_body_that_says_it_is_too_long_is_refused(String target, String type) throws Exception {
        assertTooLarge(
                send(request(target).header("Content-Type", type).POST(BodyPublishers.ofByteArray(new byte[4097]))));
    }

    @ParameterizedTest
    @CsvSource({
        "/trial/echo, application/json, 5000",
        "/trial/raw, application/octet-stream, 5000",
        "/trial/raw, application/octet-stream, 100000000",
        "/trial/echo, application/json, 100000000"
    })
    void a_body_that_grows_too_long_is_refused(String target, String type, int length) throws Exception {
        assertTooLarge(send(request(target).header("Content-Type", type).POST(chunked(length))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"", "[", "nonsense "})
    void a_body_that_never_ends_is_refused_while_it_is_still_being_sent(String beginning) throws Exception {
        try (var socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    "POST /trial/echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: %s\r\nTransfer-Encoding: chunked\r\n\r\n"
                            .formatted(bearer("qkk"))
                            .getBytes(US_ASCII));
            byte[] chunk = ("1000\r\n" + beginning + "x".repeat(4096 - beginning.length()) + "\r\n").getBytes(US_ASCII);
            for (int sent = 0; sent < 20_000 && socket.getInputStream().available() == 0; sent++) {
                out.write(chunk);
            }
            assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII))
                    .matches("HTTP/1.1 4(00|13)");
        }
    }

    @Test
    void a_hundred_megabytes_where_a_kilobyte_belongs_are_refused() throws Exception {
        assertTooLarge(send(request("/trial/echo")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[100_000_000]))));
    }

    @Test
    void a_sender_that_asks_first_need_not_send() throws Exception {
        assertThat(raw("POST /trial/echo", "Content-Length: 100000000", "Expect: 100-continue"))
                .startsWith("HTTP/1.1 413 ")
                .contains("body-too-large");
    }

    @Test
    void a_body_of_exactly_the_limit_is_taken() throws Exception {
        assertThat(send(request("/trial/raw")
                                .header("Content-Type", "application/octet-stream")
                                .POST(BodyPublishers.ofByteArray(new byte[4096])))
                        .body())
                .asString(UTF_8)
                .isEqualTo("4096");
        assertThat(send(request("/trial/raw")
                                .header("Content-Type", "application/octet-stream")
                                .POST(chunked(4096)))
                        .body())
                .asString(UTF_8)
                .isEqualTo("4096");
    }

    @Test
    void a_form_that_breaks_off_before_its_last_boundary_is_the_sender_s_mistake() throws Exception {
        // Given
        HttpRequest.Builder request = request("/trial/upload")
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(BodyPublishers.ofString(
                        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.txt\"\r\n\r\nhalf a fi"));

        // When
        Problem problem = problem(send(request), 400);

        // Then
        assertThat(problem.type()).isEqualTo("/problems/malformed-request");
        assertThat(problem.detail()).contains("breaks off");
    }

    @Test
    void a_client_that_offers_http_2_in_clear_text_is_answered_by_http_1() throws Exception {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            assertThat(client.send(request("/trial/numbers").build(), HttpResponse.BodyHandlers.discarding())
                            .version())
                    .isEqualTo(HttpClient.Version.HTTP_1_1);
        }
    }

    @Test
    void an_upload_has_the_limit_of_uploads() throws Exception {
        assertThat(upload("/trial/upload", "x".repeat(20_000), Map.of()).body())
                .asString(UTF_8)
                .isEqualTo("20000");
        assertTooLarge(upload("/trial/upload", "x".repeat(70_000), Map.of()), 65_536);
    }

    @Test
    void an_upload_that_grows_too_long_is_refused_and_nobody_is_called() throws Exception {
        assertThat(incidentsOf(() -> assertThat(chunks("%x", 70_000, "0")).startsWith("HTTP/1.1 413 ")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"%x, ''", "%x, no number", "no number, 0"})
    void nobody_is_called_for_an_upload_whose_chunks_are_broken(String length, String end) throws Exception {
        assertThat(incidentsOf(() -> chunks(length, 700, end))).isEmpty();
    }

    /** The answer to an upload of one chunk, whose length is told like that, and then what should say that it was the last. */
    private String chunks(String length, int size, String end) throws IOException {
        String part =
                "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.txt\"\r\n\r\n" + "x".repeat(size);
        return raw(
                "POST /trial/upload",
                "Content-Type: multipart/form-data; boundary=cut",
                "Transfer-Encoding: chunked\r\n\r\n" + length.formatted(part.length()) + "\r\n" + part + "\r\n" + end);
    }

    /** What somebody who watches over the service is told meanwhile. */
    private static List<LogRecord> incidentsOf(Callable<?> request) throws Exception {
        var records = new CopyOnWriteArrayList<LogRecord>();
        Logger log = Logger.getLogger("org.folkmoot.problem");
        log.setFilter(entry -> entry.getLevel().intValue() < Level.WARNING.intValue() || records.add(entry));
        try {
            request.call();
            // What reads the body notices a little after the answer.
            TimeUnit.MILLISECONDS.sleep(300);
        } finally {
            log.setFilter(null);
        }
        return records;
    }

    @Test
    void an_upload_where_none_belongs_is_not_read() throws Exception {
        assertThat(problem(upload("/trial/echo", "x".repeat(20_000), Map.of()), 415)
                        .type())
                .isEqualTo("/problems/unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"nmae":"x","size":1}            | #/nmae
            {"size":1.5}                      | #/size
            {"size":null}                     | #/size
            {"kind":0,"size":1}              | #/kind
            """)
    void json_that_would_be_bent_or_dropped_is_refused_with_its_place(String json, String pointer) throws Exception {
        assertThat(problem(post("/trial/echo", json), 400).errors())
                .extracting(FieldError::pointer)
                .containsExactly(pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{} {}",
                "{\"name\":\"a\"}]",
                "{\"deep\":[[[[[[[[[]]]]]]]]]}",
                "{\"deep\":1234567890123456789012345678901234567890123456789012345678901234567890}"
            })
    void json_that_two_readers_would_read_differently_is_refused(String json) throws Exception {
        assertThat(problem(post("/trial/echo", json), 400).type()).isEqualTo("/problems/malformed-request");
    }

    @Test
    void plain_json_is_read() throws Exception {
        assertThat(post("/trial/echo", "{\"name\":\"Ä\",\"size\":2,\"kind\":\"LARGE\",\"deep\":{\"a\":[1]}}")
                        .body())
                .asString(UTF_8)
                .isEqualTo("{\"name\":\"Ä\",\"size\":2,\"kind\":\"LARGE\",\"deep\":{\"a\":[1]}}");
    }

    // Lists

    @Test
    void a_list_is_read_page_by_page_along_the_links() throws Exception {
        // Given
        var seen = new ArrayList<String>();
        String next = "/trial/numbers?limit=4&kind=a%20b";

        // When
        while (next != null) {
            HttpResponse<byte[]> page = get(next);
            assertThat(page.statusCode()).isEqualTo(200);
            seen.add(new String(page.body(), UTF_8).replaceFirst(",\"next\".*", "}"));
            next = page.headers()
                    .firstValue("Link")
                    .map(link -> link.replaceFirst("<(.*)>; rel=\"next\"", "$1"))
                    .orElse(null);
            assertThat(next == null || next.startsWith("/trial/numbers?limit=4&kind=a%20b&cursor="))
                    .isTrue();
        }

        // Then
        assertThat(seen).containsExactly("{\"items\":[1,2,3,4]}", "{\"items\":[5,6,7,8]}", "{\"items\":[9,10]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "e30", "WyJhIl0"})
    void a_broken_cursor_is_told_with_its_place(String cursor) throws Exception {
        assertThat(problem(get("/trial/numbers?cursor=" + cursor), 400).errors())
                .extracting(FieldError::pointer)
                .containsExactly("#query/cursor");
    }

    @ParameterizedTest
    @CsvSource({
        "Accept, text/csv, /trial/numbers",
        "X-Nothing, 1, /trial/numbers?format=csv",
        "Accept, 'text/html,*/*;q=0.8', /trial/numbers?format=csv"
    })
    void a_table_comes_as_csv_for_those_who_accept_it_or_ask_for_it(String header, String value, String target)
            throws Exception {
        // When
        HttpResponse<byte[]> response = send(request(target).header(header, value));

        // Then
        assertThat(response.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                .isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(response.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"numbers.csv\"");
        assertThat(response.body()).asString(UTF_8).startsWith("Number,Name\r\n1,'=thing 1\r\n");
    }

    @Test
    void a_table_comes_as_a_workbook() throws Exception {
        // When
        HttpResponse<byte[]> response = get("/trial/numbers?format=xlsx");

        // Then
        assertThat(response.headers().firstValue("Content-Type"))
                .as("a ZIP archive has no charset")
                .contains(Table.XLSX);
        assertThat(response.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"numbers.xlsx\"");
        assertThat(new String(response.body(), 0, 2, US_ASCII)).isEqualTo("PK");
    }

    @Test
    void json_is_what_comes_otherwise() throws Exception {
        assertThat(get("/trial/numbers").headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/json");
        assertThat(send(request("/trial/numbers?format=json").header("Accept", "text/html"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(problem(send(request("/trial/numbers").header("Accept", "image/png")), 406)
                        .type())
                .isEqualTo("/problems/not-acceptable");
        assertThat(problem(get("/trial/numbers?format=pdf"), 400).errors())
                .extracting(FieldError::pointer)
                .containsExactly("#query/format");
    }

    @Test
    void the_day_is_today_unless_the_caller_names_one() throws Exception {
        assertThat(get("/trial/day").body())
                .asString(UTF_8)
                .isEqualTo(LondonTime.today(java.time.Clock.systemUTC()).toString());
        assertThat(get("/trial/day?asAt=2024-02-29").body()).asString(UTF_8).isEqualTo("2024-02-29");
        assertThat(problem(get("/trial/day?asAt=2024-02-30"), 400).errors())
                .extracting(FieldError::pointer)
                .containsExactly("#query/asAt");
    }

    // Creates

    @Test
    void a_create_that_is_repeated_takes_place_once_and_is_answered_alike() throws Exception {
        // Given
        String name = unique("once");
        String key = key();

        // When
        HttpResponse<byte[]> first = create("qkk", key, name);
        HttpResponse<byte[]> second = create("qkk", key, name);

        // Then
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(second.body()).isEqualTo(first.body());
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(second.headers().allValues(header))
                    .as(header)
                    .isEqualTo(first.headers().allValues(header));
        }
        assertThat(things("qkk", name)).isEqualTo(1);
    }

    @Test
    void a_key_means_nothing_for_another_caller_another_address_or_another_ics() throws Exception {
        // Given
        String name = unique("mine");
        String key = key();

        // When
        create("qkk", key, name);
        HttpResponse<byte[]> elsewhere = send(request("/trial/shelves/" + name + "/things")
                .header("Authorization", bearer("qkk"))
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.noBody()));
        HttpResponse<byte[]> otherIcs = create("qr1", key, name);
        HttpResponse<byte[]> otherPerson = send(creating(key, name)
                .header("Authorization", "Bearer " + TestRealm.of("qkk").token(Roles.GROUP_SECRETARY, "B82020")));

        // Then
        for (HttpResponse<byte[]> response : List.of(elsewhere, otherIcs, otherPerson)) {
            assertThat(response.statusCode()).isEqualTo(201);
            assertThat(response.headers().firstValue("Idempotency-Replayed")).isEmpty();
        }
        assertThat(things("qkk", name)).isEqualTo(3);
        assertThat(things("qr1", name)).isEqualTo(1);
    }

    @Test
    void the_same_key_for_another_body_or_query_is_refused() throws Exception {
        // Given
        String name = unique("reused");
        String key = key();
        create("qkk", key, name);

        // Then
        assertThat(problem(create("qkk", key, name + "x"), 422).type()).isEqualTo("/problems/idempotency-key-reused");
        assertThat(problem(send(creating("/trial/things?x=1", key, name).header("Authorization", bearer("qkk"))), 422)
                        .type())
                .isEqualTo("/problems/idempotency-key-reused");
        assertThat(things("qkk", name + "x")).isZero();
    }

    @Test
    void a_create_without_a_usable_key_is_refused() throws Exception {
        // Given
        String name = unique("keyless");
        HttpRequest.Builder keyless = request("/trial/things")
                .header("Authorization", bearer("qkk"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(THING.formatted(name)));

        // Then
        assertThat(problem(send(keyless), 400).type()).isEqualTo("/problems/idempotency-key-missing");
        assertThat(problem(create("qkk", "x".repeat(256), name), 400).type())
                .isEqualTo("/problems/idempotency-key-missing");
        assertThat(problem(send(keyless.copy().header("Idempotency-Key", "a").header("Idempotency-Key", "b")), 400)
                        .type())
                .isEqualTo("/problems/idempotency-key-missing");
        assertThat(things("qkk", name)).isZero();
    }

    @Test
    void nobody_is_remembered_who_is_not_signed_in() throws Exception {
        assertThat(problem(send(creating(key(), "x")), 401).type()).isEqualTo("/problems/unauthenticated");
    }

    @Test
    void while_the_first_is_in_progress_a_second_is_told_so_and_then_gets_its_answer() throws Exception {
        // Given
        TrialResource.slow = new CountDownLatch(1);
        TrialResource.begun = new CountDownLatch(1);
        String key = key();
        long before = things("qkk", "slow");
        HttpRequest request =
                creating(key, "slow").header("Authorization", bearer("qkk")).build();

        // When
        var first = client.sendAsync(request, BodyHandlers.ofByteArray());
        assertThat(TrialResource.begun.await(20, TimeUnit.SECONDS)).isTrue();
        Problem meanwhile = problem(client.send(request, BodyHandlers.ofByteArray()), 409);
        TrialResource.slow.countDown();
        HttpResponse<byte[]> answer = first.get(20, TimeUnit.SECONDS);
        HttpResponse<byte[]> afterwards = client.send(request, BodyHandlers.ofByteArray());

        // Then
        assertThat(meanwhile.type()).isEqualTo("/problems/conflict");
        assertThat(meanwhile.detail()).contains("in progress");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(afterwards.body()).isEqualTo(answer.body());
        assertThat(things("qkk", "slow")).isEqualTo(before + 1);
    }

    @Test
    void twenty_at_once_take_place_once() throws Exception {
        // Given
        String name = unique("race");
        HttpRequest request =
                creating(key(), name).header("Authorization", bearer("qkk")).build();

        // When
        var answers = IntStream.range(0, 20)
                .mapToObj(i -> client.sendAsync(request, BodyHandlers.ofByteArray()))
                .toList();

        // Then
        for (var answer : answers) {
            assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isIn(201, 409);
        }
        assertThat(things("qkk", name)).isEqualTo(1);
    }

    @Test
    void a_failure_is_not_remembered_and_leaves_nothing() throws Exception {
        // Given
        String key = key();

        // Then
        assertThat(problem(create("qkk", key, "fails"), 500).type()).isEqualTo("/problems/internal");
        assertThat(create("qkk", key, "fails").headers().firstValue("Idempotency-Replayed"))
                .isEmpty();
        assertThat(problem(create("qkk", key, "unavailable"), 503).type()).isEqualTo("/problems/unavailable");
        assertThat(things("qkk", "fails") + things("qkk", "unavailable")).isZero();
        assertThat(create("qkk", key, unique("fine")).statusCode()).isEqualTo(201);
    }

    @Test
    void a_refusal_that_undid_its_work_is_tried_anew() throws Exception {
        // Given
        String key = key();

        // Then
        for (int i = 0; i < 2; i++) {
            HttpResponse<byte[]> response = create("qkk", key, "refused");
            assertThat(problem(response, 409).detail()).isEqualTo("Not now.");
            assertThat(response.headers().firstValue("Idempotency-Replayed")).isEmpty();
        }
        assertThat(things("qkk", "refused")).isZero();
    }

    @Test
    void a_refusal_that_was_committed_is_given_again() throws Exception {
        // Given
        String key = key();
        create("qkk", key, "noted");

        // When
        HttpResponse<byte[]> again = create("qkk", key, "noted");

        // Then
        assertThat(problem(again, 409).detail()).isEqualTo("Never.");
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    @Test
    void methods_that_give_values_are_answered_alike_too() throws Exception {
        // Given
        String key = key();
        String name = unique("shelf");
        HttpRequest request = request("/trial/shelves/" + name + "/things")
                .header("Authorization", bearer("qkk"))
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.noBody())
                .build();

        // When
        HttpResponse<byte[]> first = client.send(request, BodyHandlers.ofByteArray());
        HttpResponse<byte[]> second = client.send(request, BodyHandlers.ofByteArray());

        // Then
        assertThat(List.of(first.statusCode(), second.statusCode())).containsExactly(201, 201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    @Test
    void a_standard_has_its_own_header_for_the_key() throws Exception {
        // Given
        String name = unique("message");
        String key = key();

        // When
        HttpResponse<byte[]> first = send(message(name).header("X-Request-Id", key));
        HttpResponse<byte[]> second = send(message(name).header("X-Request-Id", key));

        // Then
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(things("qkk", name)).isEqualTo(1);
        Problem reused = problem(send(message(name + "x").header("X-Request-Id", key)), 422);
        assertThat(reused.errors().getFirst().pointer()).isEqualTo("#header/X-Request-Id");
        assertThat(problem(send(message(name).header("Idempotency-Key", key)), 400)
                        .errors()
                        .getFirst()
                        .pointer())
                .isEqualTo("#header/X-Request-Id");
    }

    @Test
    void an_upload_is_told_from_another_by_its_files() throws Exception {
        // Given
        String name = unique("upload");
        var headers = Map.of("Authorization", bearer("qkk"), "Idempotency-Key", key());

        // Then
        assertThat(upload("/trial/silent", name, headers).statusCode()).isEqualTo(204);
        HttpResponse<byte[]> again = upload("/trial/silent", name, headers);
        assertThat(again.statusCode()).isEqualTo(204);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(problem(upload("/trial/silent", name + "x", headers), 422).type())
                .isEqualTo("/problems/idempotency-key-reused");
    }

    @Test
    void after_a_day_an_answer_is_forgotten_and_deleted() throws Exception {
        // Given
        String name = unique("old");
        String key = key();
        create("qkk", key, name);
        create("qr1", key, name);
        age("qkk");

        // When
        HttpResponse<byte[]> anew = create("qkk", key, name);
        age("qkk");
        int deleted = forgotten.prune(Tenant.of("qkk"));

        // Then
        assertThat(anew.statusCode()).isEqualTo(201);
        assertThat(anew.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(things("qkk", name)).isEqualTo(2);
        assertThat(deleted).isPositive();
        assertThat(create("qr1", key, name).headers().firstValue("Idempotency-Replayed"))
                .contains("true");
    }

    @Test
    void answers_of_another_ics_are_out_of_reach_even_for_sql_without_a_condition() throws Exception {
        // Given
        create("qkk", key(), unique("walled"));

        // When
        long seen = scope.call(
                Tenant.of("qr1"),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> count("select count(*) from folkmoot.idempotency where tenant_id <> 'qr1'")));

        // Then
        assertThat(seen).isZero();
    }

    @Test
    void a_create_that_was_abandoned_without_a_word_frees_its_key_after_a_while() throws Exception {
        // Given
        String key = key();
        try (var abandoned = TestStack.current().superuser("trial");
                var second = TestStack.current().superuser("trial")) {
            abandoned.setAutoCommit(false);
            assertThat(claim(abandoned, key)).isEqualTo("new");

            // When
            String meanwhile = claim(second, key);

            // Then
            assertThat(meanwhile).isEqualTo("in-progress");
            for (int i = 0; i < 200 && claim(second, key).equals("in-progress"); i++) {
                Thread.sleep(50);
            }
            assertThat(claim(second, key)).isEqualTo("new");
        }
    }

    private static String claim(Connection connection, String key) throws SQLException {
        try (var claim = connection.prepareStatement(
                "select verdict from (select set_config('folkmoot.tenant', 'qkk', true)) as tenant, lateral "
                        + "folkmoot.idempotency_claim('ann', 'POST /x', ?, repeat('0', 64), '1 day', '1 second')")) {
            claim.setString(1, key);
            try (var said = claim.executeQuery()) {
                said.next();
                return said.getString(1);
            }
        }
    }

    private void age(String tenant) {
        // The application may not change an answer; the owner may, behind the same wall.
        try (var owner = TestStack.current().superuser("trial");
                var age = owner.prepareStatement(
                        "update folkmoot.idempotency set answered_at = now() - interval '25 hours' where tenant_id = ?")) {
            age.setString(1, tenant);
            age.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long things(String tenant, String name) {
        return scope.call(
                Tenant.of(tenant),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> count("select count(*) from thing where name = '" + name + "'")));
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private HttpResponse<byte[]> create(String tenant, String key, String name) throws Exception {
        return send(creating(key, name).header("Authorization", bearer(tenant)));
    }

    private HttpRequest.Builder creating(String key, String name) {
        return creating("/trial/things", key, name);
    }

    private HttpRequest.Builder creating(String target, String key, String name) {
        return request(target)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(THING.formatted(name)));
    }

    private HttpRequest.Builder message(String text) {
        return request("/trial/messages")
                .header("Authorization", bearer("qkk"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(text));
    }

    private HttpResponse<byte[]> upload(String target, String content, Map<String, String> headers) throws Exception {
        String body = "--cut\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nn\r\n"
                + "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n" + content + "\r\n--cut--\r\n";
        HttpRequest.Builder request = request(target)
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    private static void assertTooLarge(HttpResponse<byte[]> response) {
        assertTooLarge(response, 4096);
    }

    private static void assertTooLarge(HttpResponse<byte[]> response, int limit) {
        Problem problem = problem(response, 413);
        assertThat(problem.type()).isEqualTo("/problems/body-too-large");
        assertThat(problem.extensions()).containsEntry("limit", limit);
    }

    private static Problem problem(HttpResponse<byte[]> response, int status) {
        assertThat(response.statusCode())
                .as(() -> new String(response.body(), UTF_8))
                .isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(Problem.MEDIA_TYPE);
        return Problem.parse(response.body());
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
        return client.send(request.version(HttpClient.Version.HTTP_1_1).build(), BodyHandlers.ofByteArray());
    }

    /** What no client would send: method and target as they are, and these headers. */
    private String raw(String line, String... headers) throws IOException {
        return rawTo("localhost", line, headers);
    }

    private String rawTo(String host, String line, String... headers) throws IOException {
        String request = line + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
                + Stream.of(headers).map(header -> header + "\r\n").collect(Collectors.joining())
                + "\r\n";
        try (var socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static BodyPublisher chunked(int length) {
        return BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(" ".repeat(length).getBytes(US_ASCII)));
    }

    private static String bearer(String tenant) {
        return "Bearer " + TestRealm.of(tenant).token(Roles.ICS_OBSERVER, "B82020");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String unique(String name) {
        return name + "-" + UUID.randomUUID();
    }
}
