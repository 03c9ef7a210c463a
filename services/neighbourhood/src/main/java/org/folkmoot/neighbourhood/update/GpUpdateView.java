package org.folkmoot.neighbourhood.update;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An update that was sent.
 *
 * @param words what the practices are told; absent in lists over several people
 * @param state {@code sent}, or {@code acknowledged} by all of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GpUpdateView(
        UUID id,
        UUID referral,
        UUID team,
        @Nullable String words,
        String sentBy,
        Instant sentAt,
        String state,
        List<Recipient> recipients) {

    public GpUpdateView {
        recipients = List.copyOf(recipients);
    }

    /**
     * A practice to which it went.
     *
     * @param practice ODS code
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Recipient(
            String practice,
            @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedBy) {}
}
