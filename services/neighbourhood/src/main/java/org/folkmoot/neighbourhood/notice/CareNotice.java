package org.folkmoot.neighbourhood.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice that was taken.
 *
 * @param about the transfer, the handover, or the time for which they own the care
 * @param referral of the person
 * @param team that has the person, or had them when they were offered
 * @param other the team to which they are offered; null if it is the same
 * @param who offered or answered, by name; null of an assignment
 * @param accepted what the answer is; of no matter while there is none
 * @param overtaken whether it has nothing more to tell
 * @param mail where they are reached; null if that is not known
 */
record CareNotice(
        NoticeKind kind,
        UUID about,
        UUID referral,
        String team,
        @Nullable String other,
        @Nullable String who,
        boolean accepted,
        boolean overtaken,
        @Nullable String mail) {}
