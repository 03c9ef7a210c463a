package org.folkmoot.registry.keepup;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The FHIR R4 API of the Organisation Data Service. Every answer is bounded in size and time; none can lead to another host;
 * what may be over in a moment is tried again, later and later.
 */
final class OdsApi implements AutoCloseable {

    /** Waits. */
    @FunctionalInterface
    interface Pauses {
        void pause(Duration time) throws InterruptedException;
    }

    /** How long and how often. */
    record Patience(Duration answer, int attempts, Duration pause, Duration longestPause) {}

    /** Takes what a page has, when it has come: an answer may be longer than what can be held of it. */
    @FunctionalInterface
    interface Pages {
        void read(List<JsonNode> entries) throws SourceFault;
    }

    /** An answer that has come. */
    private sealed interface Attempt {

        record Answered(JsonNode body) implements Attempt {}

        record Absent() implements Attempt {}

        /** It may be over later. */
        record Failed(String why, Optional<Duration> notBefore) implements Attempt {}
    }

    /** A page of a hundred organisations has some 600 kB. */
    static final int LONGEST_ANSWER = 16 * 1024 * 1024;

    static final int MOST_PAGES = 1_000;

    private static final int MOST_DEPTH = 64;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .build())
                    .build())
            .build();
    private final Address address;
    private final Optional<String> key;
    private final Patience patience;
    private final Clock clock;
    private final Pauses pauses;
    private final HttpClient http;

    OdsApi(Address address, Optional<String> key, Patience patience, Clock clock, Pauses pauses) {
        this.address = address;
        this.key = key;
        this.patience = patience;
        this.clock = clock;
        this.pauses = pauses;
        this.http = HttpClient.newBuilder()
                .connectTimeout(patience.answer())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /**
     * Every organisation that changed on that day or later, to the last page. The API's plain date asks for one day, so the
     * question is for what is after the day before.
     *
     * @param pages gets the entries, page by page in their order
     * @return how many pages there were
     * @throws SourceFault when it cannot be known to the end; then what was told so far is worth nothing
     */
    int changedSince(LocalDate day, Pages pages) throws SourceFault {
        Set<URI> asked = new HashSet<>();
        Optional<URI> next = Optional.of(address.at("/Organization?lastChangeDate=gt" + day.minusDays(1)));
        while (next.isPresent()) {
            URI page = next.get();
            if (!asked.add(page)) {
                throw new SourceFault(
                        "The pages of the answer lead back to one that was read: there is no end to them.");
            }
            if (asked.size() > MOST_PAGES) {
                throw new SourceFault("The answer has more than %d pages.".formatted(MOST_PAGES));
            }
            JsonNode bundle = ask(page).orElseThrow(() -> new SourceFault("The API does not know the question."));
            if (!bundle.path("resourceType").asText().equals("Bundle")) {
                throw new SourceFault("The API answers with something other than a Bundle.");
            }
            var entries = new ArrayList<JsonNode>();
            bundle.path("entry").forEach(entries::add);
            pages.read(entries);
            next = next(page, bundle);
        }
        return asked.size();
    }

    /**
     * One organisation as it is now; empty when the API knows of none.
     *
     * @throws SourceFault when it cannot be known
     */
    Optional<JsonNode> organisation(String code) throws SourceFault {
        return ask(address.at("/Organization/" + code));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private Optional<URI> next(URI page, JsonNode bundle) throws SourceFault {
        for (JsonNode link : bundle.path("link")) {
            if (link.path("relation").asText().equals("next")) {
                Optional<URI> next = address.below(page, link.path("url").asText());
                if (next.isEmpty()) {
                    throw new SourceFault(
                            "The next page is said to be elsewhere than where the API is; nobody goes there.");
                }
                return next;
            }
        }
        return Optional.empty();
    }

    private Optional<JsonNode> ask(URI question) throws SourceFault {
        String why = "";
        for (int attempt = 1; attempt <= patience.attempts(); attempt++) {
            switch (once(question)) {
                case Attempt.Answered(JsonNode body) -> {
                    return Optional.of(body);
                }
                case Attempt.Absent() -> {
                    return Optional.empty();
                }
                case Attempt.Failed(String reason, Optional<Duration> notBefore) -> {
                    why = reason;
                    if (notBefore
                            .filter(wait -> wait.compareTo(patience.longestPause()) > 0)
                            .isPresent()) {
                        throw new SourceFault(reason + ", and asks for more patience than there is.");
                    }
                    if (attempt < patience.attempts()) {
                        pause(notBefore.orElse(Duration.ZERO), attempt);
                    }
                }
            }
        }
        throw new SourceFault("%s, the last of %d times.".formatted(why, patience.attempts()));
    }

    private void pause(Duration atLeast, int attempt) throws SourceFault {
        Duration usual = patience.pause().multipliedBy(1L << Math.min(attempt - 1, 20));
        Duration bounded = usual.compareTo(patience.longestPause()) < 0 ? usual : patience.longestPause();
        // From a half to the whole of it, lest all that failed together come back together.
        Duration pause =
                Duration.ofMillis(ThreadLocalRandom.current().nextLong(bounded.toMillis() / 2, bounded.toMillis() + 1));
        try {
            pauses.pause(pause.compareTo(atLeast) > 0 ? pause : atLeast);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Attempt once(URI question) throws SourceFault {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(question).timeout(patience.answer()).header("Accept", "application/fhir+json");
        key.ifPresent(secret -> request.header("apikey", secret));
        var answer = http.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        try {
            // The request's own time ends with the headers; a body that never ends has to end too.
            return read(answer.get(patience.answer().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return failed("The API takes longer than " + patience.answer().toSeconds() + " seconds to answer");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return failed("The API does not answer: "
                    + (cause == null ? e : cause).getClass().getSimpleName());
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw interrupted(e);
        }
    }

    private Attempt read(HttpResponse<byte[]> answer) throws SourceFault {
        int status = answer.statusCode();
        if (status == OK) {
            try {
                JsonNode body = json.readTree(answer.body());
                return body == null || !body.isObject()
                        ? failed("The API answers with something other than a resource")
                        : new Attempt.Answered(body);
            } catch (JacksonException e) {
                return failed("The API answers with JSON that cannot be read");
            } catch (IOException e) {
                return failed("The API's answer cannot be read");
            }
        }
        if (status == NOT_FOUND || status == GONE) {
            return new Attempt.Absent();
        }
        if (status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT || status >= SERVER_ERROR) {
            return new Attempt.Failed(
                    "The API answers " + status,
                    notBefore(answer.headers().firstValue("Retry-After").orElse(null)));
        }
        throw new SourceFault("The API answers %d; asking again would not help.".formatted(status));
    }

    /** Of the header, in seconds or as a date. */
    private Optional<Duration> notBefore(@Nullable String retryAfter) {
        if (retryAfter == null) {
            return Optional.empty();
        }
        String text = retryAfter.strip();
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(clock.instant(), then);
            return wait.isNegative() ? Optional.empty() : Optional.of(wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Attempt failed(String why) {
        return new Attempt.Failed(why, Optional.empty());
    }

    private static SourceFault interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new SourceFault("The service stopped while the API was asked.", cause);
    }
}
