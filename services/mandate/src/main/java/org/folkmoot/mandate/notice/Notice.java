package org.folkmoot.mandate.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice that was taken to be sent, with what there is to tell at this moment.
 *
 * @param mail where they are reached now; null if no more
 * @param wanted whether they still want such mails
 * @param group the group's name
 * @param title what the ballot is about
 * @param closesAt when it closes
 * @param open whether it is open now
 * @param outcome how it was declared; null before that
 * @param election whether people were chosen by it
 * @param voters for whom they may vote, by name
 * @param silent those of them that have no vote yet and may have one
 */
record Notice(
        UUID ballot,
        NoticeKind kind,
        @Nullable String mail,
        boolean wanted,
        String group,
        String title,
        Instant closesAt,
        boolean open,
        @Nullable String outcome,
        boolean election,
        List<String> voters,
        List<String> silent) {

    /** Whether what it would tell still holds, and there is somebody to tell. */
    boolean isNeeded() {
        return mail != null
                && wanted
                && switch (kind) {
                    case OPENED -> open;
                    case CLOSING -> open && !silent.isEmpty();
                    case DECLARED -> outcome != null;
                };
    }
}
