package org.folkmoot.neighbourhood.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A notification of the NHS's. Of whom it is is not shown.
 *
 * @param outcome what became of it, in words
 */
record NotificationView(
        UUID id,
        String type,
        String source,
        Instant happenedAt,
        Instant heardAt,
        NotificationState state,
        String outcome) {}
