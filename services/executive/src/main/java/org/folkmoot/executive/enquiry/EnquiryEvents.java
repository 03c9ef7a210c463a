package org.folkmoot.executive.enquiry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is announced of enquiries. No person is named; what the enquirer is told is said in full. */
public final class EnquiryEvents {

    private EnquiryEvents() {}

    /**
     * Event {@code enquiry.received}.
     *
     * @param reference the enquirer's own name for it
     * @param event the event as which it came; absent if a person wrote it down
     */
    public record Received(
            UUID enquiry,
            @Nullable UUID group,
            String organisation,
            @Nullable String reference,
            String subject,
            @Nullable UUID event,
            LocalDate acknowledgeBy,
            LocalDate answerBy) {}

    /** Event {@code enquiry.acknowledged}: somebody has read it. */
    public record Acknowledged(
            UUID enquiry, String organisation, @Nullable String reference, LocalDate answerBy) {}

    /**
     * Event {@code enquiry.queried}: it waits for its enquirer.
     *
     * @param words what the enquirer is asked or told
     */
    public record Queried(
            UUID enquiry, String organisation, @Nullable String reference, String reason, String words) {}

    /** Event {@code enquiry.clarified}: it goes on. */
    public record Clarified(
            UUID enquiry, String organisation, @Nullable String reference, LocalDate answerBy) {}

    /** Event {@code enquiry.answered}. */
    public record Answered(
            UUID enquiry,
            String organisation,
            @Nullable String reference,
            String answer,
            LocalDate answerBy,
            boolean late) {}

    /**
     * Event {@code enquiry.closed}.
     *
     * @param why it was not answered
     */
    public record Closed(
            UUID enquiry,
            String organisation,
            @Nullable String reference,
            String how,
            @Nullable String why) {}

    /**
     * Event {@code enquiry.refused}: what a partner's system wrote was not taken in.
     *
     * @param event which event
     * @param reference its key
     * @param enquiry the enquiry that has this reference already
     */
    public record Refused(
            UUID event, String reference, @Nullable UUID enquiry, List<Complaint> complaints) {

        public Refused {
            complaints = List.copyOf(complaints);
        }
    }

    /**
     * What is wrong.
     *
     * @param field where
     * @param sentence what has to be so
     */
    public record Complaint(String field, String sentence) {}
}
