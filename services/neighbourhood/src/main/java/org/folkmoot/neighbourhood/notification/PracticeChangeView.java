package org.folkmoot.neighbourhood.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A patient with an open referral is registered elsewhere.
 *
 * @param from ODS code of where they were registered, if anywhere
 * @param to of where they are; absent if nowhere, or if it could not be found out
 * @param answer {@code confirmed} or {@code handed-over}; absent until the team has said, and another has accepted
 * @param offered the name of the team to which the person is offered now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PracticeChangeView(
        UUID id,
        UUID referral,
        UUID patient,
        UUID team,
        @Nullable String from,
        @Nullable String to,
        Instant heardAt,
        @Nullable String answer,
        @Nullable String offered,
        @Nullable String answeredName,
        @Nullable Instant answeredAt) {}
