package org.folkmoot.neighbourhood;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.folkmoot.nhs.NhsNumber;
import org.jspecify.annotations.Nullable;

/** A FHIR server that knows what holds of people, as an ICS has one before the national service. */
final class DemographicsServer {

    private static final String SYSTEM = "https://fhir.nhs.uk/Id/nhs-number";

    private final Map<String, String> people = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    DemographicsServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/fhir/R4/";
    }

    /** Method and address of everything that was asked. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /**
     * What it says from now on of whoever is asked for by that number.
     *
     * @param now the number that they have
     * @param died a FHIR date; null if they live
     */
    void knows(NhsNumber asked, NhsNumber now, @Nullable String practice, @Nullable String died) {
        people.put(asked.digits(), """
                {"resourceType": "Bundle", "type": "searchset", "total": 1, "entry": [{"resource": {
                    "resourceType": "Patient", "id": "1",
                    "identifier": [{"system": "%s", "value": "%s"}],
                    "generalPractitioner": [
                        {"identifier": {"system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "Y99999",
                                        "period": {"start": "2001-01-01", "end": "2020-12-31"}}}%s]%s}}]}
                """.formatted(
                        SYSTEM,
                        now.digits(),
                        practice == null
                                ? ""
                                : ", {\"identifier\": {\"value\": \"" + practice
                                        + "\", \"period\": {\"start\": \"2021-01-01\"}}}",
                        died == null ? "" : ", \"deceasedDateTime\": \"" + died + "\""));
    }

    /** It does not answer as it should when it is asked for that number. */
    void fails(NhsNumber asked) {
        people.put(asked.digits(), "");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            String form = URLDecoder.decode(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8);
            String asked = form.replace("identifier=" + SYSTEM + "|", "");
            String known =
                    people.getOrDefault(asked, "{\"resourceType\": \"Bundle\", \"type\": \"searchset\", \"total\": 0}");
            boolean sound = exchange.getRequestURI().getPath().equals("/fhir/R4/Patient/_search") && !known.isEmpty();
            byte[] body = known.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/fhir+json");
            exchange.sendResponseHeaders(sound ? 200 : 500, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
