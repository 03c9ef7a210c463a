package org.folkmoot.executive.action;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.folkmoot.nhs.OdsCode;
import org.jspecify.annotations.Nullable;

/**
 * An action to be assigned.
 *
 * @param decision the decision from which it comes; one of the sources is said
 * @param meeting the meeting from which it comes
 * @param enquiry the enquiry from which it comes
 * @param priority the priority from which it comes
 * @param owner the subject of whoever does it
 * @param ownerName what they are called
 * @param organisation the practice or network that it concerns
 * @param due its day; this or the working days
 * @param workingDays how many working days there are for it, from tomorrow
 * @param steps what has to be done in turn
 */
record ActionRequest(
        @Nullable UUID decision,
        @Nullable UUID meeting,
        @Nullable UUID enquiry,
        @Nullable UUID priority,
        @NotBlank @Size(max = 300) String title,
        @NotBlank @Size(max = 20_000) String words,
        @NotBlank @Size(max = 200) String owner,
        @NotBlank @Size(max = 200) String ownerName,
        @Nullable OdsCode organisation,
        @Nullable LocalDate due,
        @Min(1) @Max(260) @Nullable Integer workingDays,
        @NotNull @Size(max = 50) List<@NotBlank @Size(max = 500) String> steps) {

    static final String DECISION = "decision";
    static final String MEETING = "meeting";
    static final String ENQUIRY = "enquiry";
    static final String PRIORITY = "priority";

    ActionRequest {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    /** Something of which an action can come. */
    record Origin(String kind, UUID id) {}

    /** Everything of which it is said to come. */
    List<Origin> origins() {
        var origins = new ArrayList<Origin>();
        add(origins, DECISION, decision);
        add(origins, MEETING, meeting);
        add(origins, ENQUIRY, enquiry);
        add(origins, PRIORITY, priority);
        return origins;
    }

    private static void add(List<Origin> origins, String kind, @Nullable UUID id) {
        if (id != null) {
            origins.add(new Origin(kind, id));
        }
    }
}
