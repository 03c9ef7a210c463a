package org.folkmoot.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What the NHS has and no stack of our own: a server before the Personal Demographics Service, asked as
 * {@code folkmoot.neighbourhood.demographics-url} says in {@code docs/operating.md}, and what passes notifications on to an ICS.
 */
final class Nhs {

    private static final String NUMBERS = "https://fhir.nhs.uk/Id/nhs-number";

    private static final String NOBODY = """
            {"resourceType": "Bundle", "type": "searchset", "total": 0}""";

    /** Where people are registered, by their numbers. */
    private final Map<String, String> practices = new ConcurrentHashMap<>();

    private final HttpServer server;

    Nhs() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/Patient/_search", this::answer);
        server.start();
    }

    /** A number of the range that is published for tests, which nobody has yet. */
    static String freshNumber() {
        while (true) {
            String nine = "9995" + ThreadLocalRandom.current().nextInt(10_000, 100_000);
            int sum = 0;
            for (int at = 0; at < nine.length(); at++) {
                sum += (10 - at) * (nine.charAt(at) - '0');
            }
            int check = (11 - sum % 11) % 11;
            if (check < 10) {
                return nine + check;
            }
        }
    }

    /** Base address of its FHIR server. */
    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /**
     * Somebody is registered with that practice from now on, and the ICS is told that something has changed.
     *
     * @param gateway the settings with which what passes notifications on signs in to Kafka
     */
    void registers(String number, String practice, String ics, Map<String, Object> gateway) {
        practices.put(number, practice);
        String notification = """
                {"specversion": "1.0", "id": "%s", "source": "uk.nhs.personal-demographics-service",
                 "type": "pds-change-of-gp-2", "time": "2026-11-20T13:00:00Z", "subject": "%2$s",
                 "dataref": "https://api.service.nhs.uk/personal-demographics/FHIR/R4/Patient/%2$s"}
                """.formatted(UUID.randomUUID(), number);
        try (var producer = new KafkaProducer<>(gateway, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("ics." + ics + ".partner.nhs-notification.v1", number, notification))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the notification was not taken", e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String form = URLDecoder.decode(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8);
            String number = form.replace("identifier=" + NUMBERS + "|", "");
            String practice = practices.get(number);
            byte[] body = (practice == null ? NOBODY : """
                    {"resourceType": "Bundle", "type": "searchset", "total": 1, "entry": [{"resource": {
                        "resourceType": "Patient", "id": "1", "identifier": [{"system": "%s", "value": "%s"}],
                        "generalPractitioner": [{"identifier": {
                            "system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "%s",
                            "period": {"start": "2026-11-01"}}}]}}]}
                    """.formatted(NUMBERS, number, practice))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/fhir+json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
