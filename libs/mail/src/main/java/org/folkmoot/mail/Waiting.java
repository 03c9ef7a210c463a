package org.folkmoot.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A mail that was taken, and that nobody else takes any more. Of the last two exactly one is called, once; each is a
 * transaction, and one that was written down already, though it looked as if not, changes nothing.
 *
 * @param tries how often it was taken, this time included
 * @param mail the mail as it is needed now, by the address of the ICS in the portal without a slash at the end; empty if it is
 *     not needed any more
 * @param end it needs nothing more
 * @param putBack its mail was certainly not taken over by the mail server: it waits again, for so long at least
 */
public record Waiting(
        int tries, Function<String, Optional<Mail>> mail, Consumer<Ending> end, Consumer<Duration> putBack) {}
