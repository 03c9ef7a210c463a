package org.folkmoot.neighbourhood.mdt;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting.
 *
 * @param state {@code planned} or {@code held}
 * @param people in the order in which they are discussed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MdtMeetingView(
        UUID id,
        UUID team,
        Instant startsAt,
        String place,
        String calledBy,
        String state,
        @Nullable Instant heldAt,
        List<Discussed> people) {

    MdtMeetingView {
        people = List.copyOf(people);
    }

    /**
     * A person whom it discusses.
     *
     * @param notes absent while there are none, and if the patient's data were erased
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Discussed(
            UUID referral,
            @Nullable String notes,
            @Nullable String notedBy,
            @Nullable Instant notedAt,
            List<MdtActionView> actions) {

        Discussed {
            actions = List.copyOf(actions);
        }
    }

    /**
     * A meeting in a list.
     *
     * @param people how many it discusses
     * @param openActions how many of its actions are not done
     */
    record Row(UUID id, UUID team, Instant startsAt, String place, String state, int people, int openActions) {}
}
