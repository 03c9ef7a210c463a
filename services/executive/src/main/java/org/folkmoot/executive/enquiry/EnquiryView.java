package org.folkmoot.executive.enquiry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enquiry. Its enquirer is shown no person of general practice, and not whom else was asked.
 *
 * @param group the leadership group for which it is answered; absent until that is settled
 * @param organisation who asks
 * @param reference the enquirer's own name for it
 * @param cameAsEvent whether a partner's system wrote it; else a person did
 * @param receivedBy who wrote it down
 * @param agreedDays in how many working days it is to be answered
 * @param acknowledgement when it has to be acknowledged, and was
 * @param answering when it has to be answered, and was
 * @param clock how its time goes, in the words of {@link Term}: the worse of its two terms until it is acknowledged, then the
 *     second
 * @param state where it stands
 * @param asked how many practices were asked
 * @param replied how many of them have answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EnquiryView(
        UUID id,
        @Nullable UUID group,
        String organisation,
        @Nullable String reference,
        String subject,
        String words,
        @Nullable String contact,
        boolean cameAsEvent,
        @Nullable String receivedBy,
        Instant receivedAt,
        int agreedDays,
        Term acknowledgement,
        Term answering,
        @Nullable String clock,
        String state,
        @Nullable String assignee,
        @Nullable String assigneeName,
        List<Pause> pauses,
        @Nullable Integer asked,
        @Nullable Integer replied,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable Instant closedAt,
        @Nullable String closedHow,
        @Nullable String closedWhy) {

    /**
     * A time that is to be kept.
     *
     * @param by the last day, in London; of a paused enquiry as if the pause ended today
     * @param state {@code on-time}, {@code due} (today is the last day), {@code late} or {@code paused}; absent where nothing is to
     *     come any more
     * @param at when it was done
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Term(
            LocalDate by, @Nullable String state, @Nullable Instant at) {}

    /**
     * A pause of its clock.
     *
     * @param words what the enquirer was asked or told
     * @param until absent while it lasts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Pause(
            String reason,
            String words,
            Instant from,
            @Nullable Instant until,
            @Nullable String reply) {}

    /** As its enquirer sees it. */
    EnquiryView forItsEnquirer() {
        return new EnquiryView(
                id,
                group,
                organisation,
                reference,
                subject,
                words,
                contact,
                cameAsEvent,
                null,
                receivedAt,
                agreedDays,
                acknowledgement,
                answering,
                clock,
                state,
                null,
                null,
                pauses,
                null,
                null,
                answer,
                null,
                closedAt,
                closedHow,
                closedWhy);
    }
}
