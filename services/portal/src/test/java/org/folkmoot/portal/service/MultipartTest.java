package org.folkmoot.portal.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MultipartTest {

    @Test
    void a_file_arrives_as_it_is_and_its_name_stays_in_its_quotation(@TempDir Path folder)
            throws IOException, InterruptedException {
        // Given
        Path file = Files.writeString(folder.resolve("upload"), "a,b\r\n1,2\r\n");
        var form = new Multipart().field("asAt", "2026-08-01").file("files", "odd\"\r\nname.csv", file);
        var received = new AtomicReference<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();

        // When
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(URI.create(
                                    "http://localhost:" + server.getAddress().getPort()))
                            .POST(form.body())
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } finally {
            server.stop(0);
        }

        // Then
        String boundary = form.contentType().substring(form.contentType().indexOf('=') + 1);
        assertThat(received.get())
                .contains("name=\"asAt\"\r\n\r\n2026-08-01\r\n--" + boundary)
                .contains("filename=\"odd%22%0D%0Aname.csv\"\r\n")
                .contains("\r\n\r\na,b\r\n1,2\r\n\r\n--" + boundary + "--\r\n");
    }
}
