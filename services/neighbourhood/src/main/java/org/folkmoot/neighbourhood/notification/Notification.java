package org.folkmoot.neighbourhood.notification;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.folkmoot.events.Event;
import org.folkmoot.nhs.NhsNumber;

/**
 * A notification as it came.
 *
 * @param event made from its source and its own id
 * @param original all that it says
 */
record Notification(UUID event, String type, String source, Instant happenedAt, NhsNumber subject, JsonNode original) {

    private static final Pattern TYPE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,79}");
    private static final int LONGEST_SOURCE = 200;

    /** Which rule is broken, in fixed words; empty if none is. */
    static Optional<String> complaint(Event event) {
        if (!TYPE.matcher(event.data().path("type").asText()).matches()) {
            return Optional.of("type-not-a-word");
        }
        if (event.data().path("source").asText().length() > LONGEST_SOURCE) {
            return Optional.of("source-too-long");
        }
        return switch (NhsNumber.parse(event.data().path("subject").asText())) {
            case NhsNumber.Parsed.Valid valid -> Optional.empty();
            case NhsNumber.Parsed.Malformed malformed -> Optional.of("subject-not-an-nhs-number");
            case NhsNumber.Parsed.CheckFailed failed -> Optional.of("subject-fails-its-check");
        };
    }

    /** @throws IllegalArgumentException if there is a {@link #complaint} */
    static Notification of(UUID event, Instant happenedAt, JsonNode data) {
        return new Notification(
                event,
                data.path("type").asText(),
                data.path("source").asText(),
                happenedAt,
                NhsNumber.of(data.path("subject").asText()),
                data);
    }

    /** Which one, and nothing of whom. */
    @Override
    public String toString() {
        return "Notification[" + event + "]";
    }
}
