package org.folkmoot.neighbourhood.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.NhsNumber;
import org.folkmoot.nhs.OdsCode;
import org.jspecify.annotations.Nullable;

/**
 * Asks the ICS's way to the Personal Demographics Service what holds of a person now: a FHIR R4 server, by
 * {@code POST Patient/_search}. The national service itself takes NHS numbers in addresses only; whoever connects the ICS to
 * it puts its own server before it, which has its keys besides.
 */
@ApplicationScoped
class Demographics {

    private static final String NUMBERS = "https://fhir.nhs.uk/Id/nhs-number";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int DATE = "2026-01-01".length();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Optional<URI> search;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Demographics(@ConfigProperty(name = "folkmoot.neighbourhood.demographics-url") Optional<String> url, Clock clock) {
        this.search = url.map(base -> URI.create(base.replaceFirst("/+$", "") + "/Patient/_search"));
        this.clock = clock;
    }

    /**
     * What holds of a person.
     *
     * @param number by which they are known now
     * @param practice ODS code of where they are registered; null if nowhere
     * @param died whether they have
     * @param diedOn the day, where it is known to the day
     */
    record Facts(
            NhsNumber number,
            @Nullable String practice,
            boolean died,
            @Nullable LocalDate diedOn) {}

    /** What asking gave. */
    sealed interface Answer {

        /** This holds. */
        record Known(Facts facts) implements Answer {}

        /** Nobody is known by that number. */
        record Unknown() implements Answer {}

        /** There is nobody who could be asked. */
        record NotAsked() implements Answer {}

        /**
         * Whoever is asked does not answer, or not as they should.
         *
         * @param why in fixed words that name nobody
         */
        record Away(String why) implements Answer {}
    }

    /** What holds of the person with that number, or who had it. */
    Answer of(NhsNumber number) {
        if (search.isEmpty()) {
            return new Answer.NotAsked();
        }
        String query = "identifier=" + URLEncoder.encode(NUMBERS + "|" + number.digits(), StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(search.get())
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/fhir+json")
                .header("X-Request-ID", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(query))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == OK
                    ? read(answer.body(), number)
                    : new Answer.Away("the demographics service answers " + answer.statusCode());
        } catch (IOException e) {
            return new Answer.Away(
                    "the demographics service does not answer: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Away("interrupted while the demographics service was asked");
        }
    }

    private Answer read(byte[] bundle, NhsNumber number) {
        try {
            JsonNode patient = JSON.readTree(bundle).path("entry").path(0).path("resource");
            return patient.path("resourceType").asText().equals("Patient")
                    ? new Answer.Known(facts(patient, number))
                    : new Answer.Unknown();
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return new Answer.Away("the demographics service answers what cannot be read: "
                    + e.getClass().getSimpleName());
        }
    }

    private Facts facts(JsonNode patient, NhsNumber asked) {
        String died = patient.path("deceasedDateTime").asText();
        return new Facts(
                patient.path("identifier")
                        .valueStream()
                        .filter(each -> each.path("system").asText().equals(NUMBERS))
                        .findFirst()
                        .map(each -> NhsNumber.of(each.path("value").asText()))
                        .orElse(asked),
                patient.path("generalPractitioner")
                        .valueStream()
                        .map(each -> each.path("identifier"))
                        .filter(this::isInForce)
                        .map(each -> OdsCode.of(each.path("value").asText()).code())
                        .findFirst()
                        .orElse(null),
                !died.isEmpty() || patient.path("deceasedBoolean").asBoolean(),
                died.length() < DATE ? null : LocalDate.parse(died.substring(0, DATE)));
    }

    private boolean isInForce(JsonNode identifier) {
        String today = LondonTime.today(clock).toString();
        String from = identifier.path("period").path("start").asText();
        String until = identifier.path("period").path("end").asText();
        return (from.isEmpty() || from.compareTo(today) <= 0) && (until.isEmpty() || until.compareTo(today) >= 0);
    }
}
