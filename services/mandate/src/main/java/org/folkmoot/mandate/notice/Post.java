package org.folkmoot.mandate.notice;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.folkmoot.mandate.ballot.Tick;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.Ics;
import org.folkmoot.tenancy.IcsDirectory;
import org.folkmoot.tenancy.IcsState;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.jboss.logging.Logger;

/**
 * Writes what is due and hands mails over, beside the watch: a slow mail server holds up nothing else. Of an ICS that is not
 * served at the moment nobody is told anything.
 */
@ApplicationScoped
class Post {

    private static final Logger LOG = Logger.getLogger(Post.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    private final MailSettings settings;
    private final WriteNotices write;
    private final Notices notices;
    private final Mailboxes mailboxes;
    private final MailServer server;
    private final IcsDirectory directory;
    private final TenantScope scope;
    private final ExecutorService threads;
    private final Clock clock;
    private final Map<Tenant, Instant> next = new ConcurrentHashMap<>();
    private final Map<Tenant, LocalDate> swept = new ConcurrentHashMap<>();
    private final Set<Tenant> left = ConcurrentHashMap.newKeySet();
    private final Set<Tenant> busy = ConcurrentHashMap.newKeySet();

    /** What became of an ICS's last mail, while that is not written down: no other is taken before. */
    private final Map<Tenant, Runnable> owed = new ConcurrentHashMap<>();

    private volatile boolean stopped;

    Post(
            MailSettings settings,
            WriteNotices write,
            Notices notices,
            Mailboxes mailboxes,
            MailServer server,
            IcsDirectory directory,
            TenantScope scope,
            @VirtualThreads ExecutorService threads,
            Clock clock) {
        this.settings = settings;
        this.write = write;
        this.notices = notices;
        this.mailboxes = mailboxes;
        this.server = server;
        this.directory = directory;
        this.scope = scope;
        this.threads = threads;
        this.clock = clock;
    }

    void tick(@Observes Tick tick) {
        forgetWhoHasLeft();
        if (isServed(tick.tenant()) && isTime(tick.tenant()) && busy.add(tick.tenant())) {
            threads.execute(() -> round(tick.tenant()));
        }
    }

    void end(@Observes ShutdownEvent shutdown) {
        stopped = true;
    }

    /** Nobody of an ICS that has left the platform has to be told anything. Seen to once, and again after a restart. */
    private void forgetWhoHasLeft() {
        for (Ics ics : directory.all()) {
            if (ics.state() == IcsState.OFFBOARDED && left.add(ics.tenant())) {
                threads.execute(() -> forgetAll(ics.tenant()));
            }
        }
    }

    private void forgetAll(Tenant ics) {
        try {
            scope.run(ics, () -> mailboxes.forget(Duration.ZERO));
        } catch (RuntimeException e) {
            left.remove(ics);
            LOG.warnf(e, "%s has left, but its people could not be forgotten this time", ics);
        }
    }

    private boolean isTime(Tenant ics) {
        return !clock.instant().isBefore(next.getOrDefault(ics, Instant.MIN));
    }

    private boolean isServed(Tenant ics) {
        return directory
                .byTenant(ics)
                .filter(found -> found.state() == IcsState.ACTIVE)
                .isPresent();
    }

    private void round(Tenant ics) {
        try {
            scope.run(ics, () -> {
                if (!LondonTime.today(clock).equals(swept.put(ics, LondonTime.today(clock)))) {
                    mailboxes.forget(settings.memory());
                }
                if (!settings.isOn()) {
                    return;
                }
                settle(ics);
                write.due();
                // One by one: what was taken when the process ends is lost, so as little as can be is taken ahead.
                Optional<Notice> taken = notices.take();
                while (taken.isPresent()) {
                    boolean reached = send(ics, taken.get());
                    // Where nobody answers or somebody breaks off, the next mail fares no better.
                    taken = stopped || !reached ? Optional.empty() : notices.take();
                }
            });
        } catch (RuntimeException e) {
            // What is due stays due: the next round finds it.
            LOG.warnf(e, "%s: notices were not all sent this time", ics);
        } finally {
            next.put(ics, clock.instant().plus(settings.interval()));
            busy.remove(ics);
        }
    }

    /** Whether the next mail is worth a try: the mail server could be reached, as far as it had to be. */
    private boolean send(Tenant ics, Notice notice) {
        String mail = notice.mail();
        if (mail == null || !notice.isNeeded()) {
            settle(ics, () -> notices.end(notice, "needless"));
            return true;
        }
        Optional<Failure> failure = server.hand(Mail.of(Letter.of(notice, settings.portal() + "/" + ics.id()), mail));
        if (failure.isPresent()) {
            return failed(ics, notice, failure.get());
        }
        settle(ics, () -> notices.end(notice, "sent"));
        return true;
    }

    /** Again for as long as it is needed, but only where it is certain that the mail server has not taken the mail over. */
    private boolean failed(Tenant ics, Notice notice, Failure failure) {
        // An address is nobody's business but its owner's, so no log says it.
        LOG.warnf("%s: a notice could not be sent at try %d: %s", ics, notice.tries(), failure);
        switch (failure) {
            case AWAY, PUT_OFF -> settle(ics, () -> notices.putBack(notice, pause(notice.tries())));
            case REFUSED -> settle(ics, () -> notices.end(notice, "refused"));
            case UNCERTAIN -> settle(ics, () -> notices.end(notice, "uncertain"));
        }
        return failure == Failure.PUT_OFF || failure == Failure.REFUSED;
    }

    /** Writes down what became of a mail. If the database fails just then, the next round begins with it. */
    private void settle(Tenant ics, Runnable ending) {
        owed.put(ics, ending);
        settle(ics);
    }

    private void settle(Tenant ics) {
        Runnable ending = owed.get(ics);
        if (ending != null) {
            ending.run();
            owed.remove(ics);
        }
    }

    /** Longer from time to time. */
    static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
