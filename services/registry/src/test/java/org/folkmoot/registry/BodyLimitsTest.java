package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.folkmoot.test.TestRealm;
import org.junit.jupiter.api.Test;

/** Bodies that are far too long, sent as they are and not as a client library would send them. */
@RegistryTest
class BodyLimitsTest {

    private static final long HUNDRED_MEGABYTES = 100L << 20;
    private static final long TEN_GIGABYTES = 10L << 30;
    private static final int CHUNK = 64 * 1024;

    @Test
    void a_body_of_100_megabytes_where_a_kilobyte_belongs_is_refused_by_its_length_alone() {
        String answer = send(json(), "Content-Length: " + HUNDRED_MEGABYTES, 0).answer();
        assertThat(answer).startsWith("HTTP/1.1 413").contains("/problems/body-too-large");
    }

    @Test
    void an_upload_of_10_gigabytes_is_refused_by_its_length_alone() {
        assertThat(send(upload("platform-operator"), "Content-Length: " + TEN_GIGABYTES, 0)
                        .answer())
                .startsWith("HTTP/1.1 413")
                .contains("/problems/body-too-large");
        assertThat(uploads()).isZero();
    }

    @Test
    void an_upload_that_does_not_say_its_length_is_refused_when_it_is_too_long_and_nothing_of_it_stays() {
        Sent sent = send(upload("platform-operator"), "Transfer-Encoding: chunked", TEN_GIGABYTES);
        assertThat(sent.answer()).startsWith("HTTP/1.1 413");
        assertThat(sent.onDisk()).isPositive().isLessThanOrEqualTo(RegistryStack.LONGEST_UPLOAD + CHUNK);
        Registry.await(() -> uploads() == 0);
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() {
        send(upload("platform-operator"), "Content-Length: " + RegistryStack.LONGEST_UPLOAD, CHUNK * 8L);
        Registry.await(() -> uploads() == 0);
    }

    @Test
    void nothing_is_kept_of_an_upload_by_somebody_who_may_not() {
        Sent sent = send(upload("group-secretary"), "Transfer-Encoding: chunked", RegistryStack.LONGEST_UPLOAD / 2);
        assertThat(sent.answer()).startsWith("HTTP/1.1 403");
        assertThat(sent.onDisk()).isZero();
    }

    @Test
    void a_release_that_was_handed_in_leaves_no_file_behind() {
        Registry.load(Registry.file("derived.csv", "CATEGORY,DETAIL\na,b\n"));
        Registry.await(() -> uploads() == 0);
    }

    @Test
    void dates_are_not_read_from_a_file_that_holds_more_than_dates() {
        Registry.handIn(
                        Map.of("release.json", (" ".repeat(2 << 20) + "{}").getBytes(StandardCharsets.US_ASCII)),
                        UUID.randomUUID().toString())
                .then()
                .statusCode(400);
    }

    private record Sent(String answer, long bytes, long onDisk) {}

    private static String json() {
        return """
                PUT /directory/findings/%s/resolution HTTP/1.1
                Authorization: Bearer %s
                If-Match: "0"
                Content-Type: application/json
                """.formatted(UUID.randomUUID(), TestRealm.of("platform").token("platform-operator"));
    }

    private static String upload(String role) {
        String token = role.equals("platform-operator")
                ? TestRealm.of("platform").token(role)
                : TestRealm.of("qkk").token(role, "QKK");
        Registry.person("qkk", "ics-observer");
        return """
                POST /directory/releases HTTP/1.1
                Authorization: Bearer %s
                Idempotency-Key: %s
                Content-Type: multipart/form-data; boundary=limit
                """.formatted(token, UUID.randomUUID());
    }

    /** Sends so many bytes of a body or fewer, if the answer comes before. A body that is not chunked is left off there. */
    private static Sent send(String head, String length, long most) {
        boolean chunked = length.startsWith("Transfer");
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            out.write((head + "Host: localhost\n" + length + "\n\n")
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            byte[] begin =
                    "--limit\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8);
            byte[] chunk = "x".repeat(CHUNK).getBytes(StandardCharsets.US_ASCII);
            long sent = 0;
            long onDisk = 0;
            try {
                for (boolean first = true; sent < most && in.available() == 0; first = false) {
                    byte[] part = first ? begin : chunk;
                    if (chunked) {
                        out.write((Integer.toHexString(part.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    }
                    out.write(part);
                    if (chunked) {
                        out.write(new byte[] {'\r', '\n'});
                    }
                    sent += part.length;
                    onDisk = Math.max(onDisk, uploads());
                }
                if (!chunked && most > 0) {
                    return new Sent("", sent, onDisk);
                }
            } catch (SocketException e) {
                // It was answered and then cut off; the answer is there to be read.
            }
            return new Sent(answer(in), sent, Math.max(onDisk, uploads()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Up to the end of the JSON, for the connection may stay open. */
    private static String answer(InputStream in) throws IOException {
        var answer = new StringBuilder();
        byte[] buffer = new byte[8192];
        while (!answer.toString().toLowerCase(Locale.ROOT).contains("\r\n\r\n")
                || !answer.toString().endsWith("}")) {
            int read = in.read(buffer);
            if (read < 0) {
                break;
            }
            answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
        }
        return answer.toString();
    }

    /** How many bytes lie there. */
    private static long uploads() {
        File[] files = RegistryStack.UPLOADS.toFile().listFiles();
        return files == null ? 0 : Stream.of(files).mapToLong(File::length).sum();
    }
}
