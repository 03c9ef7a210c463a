package org.folkmoot.executive.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.folkmoot.executive.power.Unmet;
import org.jspecify.annotations.Nullable;

/**
 * A decision.
 *
 * @param powerVersion the version of the power that covered it
 * @param planned what it was on the forward plan
 * @param state whether it is proposed, lapsed, taken, refused or withdrawn: in these words
 * @param stands of one that was taken: whether its power and mandate stood at that moment, by all that is known now; absent while that
 *     is not known
 * @param unmet of one that was refused: the conditions that were not met; of one that is void, or of which it is not known
 *     whether it stands: why
 * @param escalation the agenda item by which the group deals with it
 * @param proposedBy who proposed it; told to nobody outside general practice, like the other names
 * @param settledBy who took or withdrew it, or was refused
 * @param powersAsAt until when everything that was announced about powers was known to the check
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionView(
        UUID id,
        UUID group,
        String title,
        String words,
        String reason,
        List<Option> options,
        @Nullable String consultation,
        UUID power,
        @Nullable Integer powerVersion,
        String subject,
        List<String> matters,
        @Nullable String money,
        @Nullable Integer months,
        @Nullable UUID planned,
        @Nullable UUID meeting,
        @Nullable Instant deadline,
        String state,
        @Nullable Boolean stands,
        List<Unmet> unmet,
        @Nullable UUID escalation,
        @Nullable String proposedBy,
        Instant proposedAt,
        List<Agreement> agreed,
        @Nullable String settledBy,
        @Nullable Instant settledAt,
        @Nullable Instant powersAsAt,
        @Nullable String withdrawnWhy) {

    /** Somebody who agreed before it was taken. */
    record Agreement(String name, Instant at) {}
}
