package org.folkmoot.neighbourhood.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A referral as somebody who may see it does.
 *
 * @param reason why the person is referred; absent if their data were erased
 * @param criteria the lists that found the person
 * @param basis why the caller may see it
 * @param mayAct what the caller may do about it now
 * @param redirectedFrom the referral before it in the journey
 * @param successor where it went on, if it was redirected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReferralView(
        @JsonUnwrapped RowView row,
        @Nullable String reason,
        List<String> criteria,
        @Nullable Agreement consent,
        String basis,
        List<Act> mayAct,
        @Nullable UUID redirectedFrom,
        @Nullable Successor successor,
        @Nullable ClockDetail clockDetail,
        List<Pause> pauses,
        List<Happening> history,
        List<Manager> caseManagers,
        @Nullable Handover handover,
        @Nullable Transfer transfer,
        List<Station> journeySoFar) {

    /** Whether the person agrees, as somebody wrote it down. */
    public record Agreement(boolean given, LocalDate on, String name) {}

    /**
     * Where a redirected referral went.
     *
     * @param id absent if the caller may not see it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Successor(@Nullable UUID id, UUID team, String teamName) {}

    /** The clock of the journey. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClockDetail(
            LocalDate submittedOn,
            LocalDate dueOn,
            @Nullable LocalDate assessedOn,
            int pausedDays,
            boolean paused,
            int days) {}

    /**
     * A time in which the clock stands still.
     *
     * @param until absent while it lasts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Pause(
            UUID id, String reason, Instant from, @Nullable Instant until) {}

    /**
     * Something that happened.
     *
     * @param at when
     * @param recordedAt when it was written down
     * @param code why or how
     * @param words what was said
     * @param name who wrote it down
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Happening(
            String kind,
            Instant at,
            Instant recordedAt,
            @Nullable String code,
            @Nullable String words,
            String name) {}

    /**
     * Who owned the person's care, and when.
     *
     * @param until absent of whoever it is now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Manager(
            String subject,
            String name,
            Instant from,
            @Nullable Instant until) {}

    /** A handover that is offered and not answered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Handover(
            UUID id,
            String from,
            String fromName,
            String to,
            String toName,
            @Nullable String words,
            Instant offeredAt) {}

    /** A transfer to another team that is offered and not answered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Transfer(UUID id, UUID team, String teamName, String reason, String offeredName, Instant offeredAt) {}

    /** A referral of the journey. */
    public record Station(UUID id, UUID team, String teamName, String state) {}
}
