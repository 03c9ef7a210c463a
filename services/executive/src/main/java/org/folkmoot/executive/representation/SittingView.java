package org.folkmoot.executive.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.folkmoot.executive.power.Unmet;
import org.jspecify.annotations.Nullable;

/**
 * A sitting: a date of a system meeting.
 *
 * @param meeting the system meeting
 * @param body who meets
 * @param chairs general practice's seats, and who sits there
 * @param emptyChairs at how many of them nobody with a mandate sits
 * @param briefs the number of the newest version of its brief; 0 while there is none
 * @param brief the newest version, where one sitting is asked for; told to nobody outside general practice
 * @param reportDue the last day on which the report comes in time
 * @param reportBack what was reported back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SittingView(
        UUID id,
        UUID meeting,
        UUID group,
        String body,
        String place,
        Instant startsAt,
        SittingState state,
        List<Chair> chairs,
        long emptyChairs,
        int briefs,
        @Nullable BriefView brief,
        LocalDate reportDue,
        @Nullable ReportBack reportBack,
        @Nullable String cancelledWhy) {

    /**
     * A seat at a sitting.
     *
     * @param representative who was named for it then; absent if nobody was
     * @param name what they are called; told to nobody outside general practice
     * @param mandated whether somebody with a mandate sits there, by all that is known now
     * @param unmet why the mandate does not count then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Chair(
            int seat,
            String seatName,
            @Nullable UUID representative,
            @Nullable String name,
            boolean mandated,
            List<Unmet> unmet) {}

    /**
     * What was reported back.
     *
     * @param late whether its day was over
     * @param report what was said and decided; told to nobody outside general practice, like the rest
     * @param commitments what general practice was committed to
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReportBack(
            Instant filedAt,
            boolean late,
            @Nullable String filedBy,
            @Nullable String report,
            @Nullable String commitments) {}
}
