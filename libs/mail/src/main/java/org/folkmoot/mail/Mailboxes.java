package org.folkmoot.mail;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a service keeps how people of the current ICS are reached. It has one bean of this type. */
public interface Mailboxes {

    /** Who may be told something: people with any of these roles. Nobody else is remembered. */
    Set<String> roles();

    /**
     * Keeps what somebody's token says now; what they wish to be told stays as it was. A transaction.
     *
     * @param mail their address; null while their account has none
     * @param roles those of {@link #roles} that they have
     * @param organisations ODS codes of those for whom they speak
     */
    void remember(String subject, @Nullable String mail, List<String> roles, List<String> organisations);

    /** Forgets who has not come back for so long. A transaction. */
    void forget(Duration memory);
}
