package org.folkmoot.neighbourhood.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A team.
 *
 * @param capacity what it declared last; absent if it never did
 * @param takesReferrals whether something can be referred to it today
 * @param warnings what it lacks: {@code no-general-practice-member}, {@code no-lead}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TeamView(
        UUID id,
        String name,
        UUID neighbourhood,
        @Nullable String neighbourhoodName,
        String relation,
        List<String> services,
        LocalDate formedOn,
        @Nullable LocalDate disbandedOn,
        @Nullable Capacity capacity,
        boolean takesReferrals,
        List<MemberView> members,
        List<String> warnings) {

    /** What a team takes on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Capacity(
            int perWeek,
            @Nullable LocalDate noReferralsUntil,
            @Nullable String note,
            String declaredName,
            Instant declaredAt) {}

    TeamView forOutsiders() {
        return new TeamView(
                id,
                name,
                neighbourhood,
                neighbourhoodName,
                relation,
                services,
                formedOn,
                disbandedOn,
                capacity,
                takesReferrals,
                members.stream().map(MemberView::forOutsiders).toList(),
                warnings);
    }
}
