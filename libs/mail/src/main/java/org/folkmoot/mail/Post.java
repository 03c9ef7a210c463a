package org.folkmoot.mail;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.Ics;
import org.folkmoot.tenancy.IcsDirectory;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.jboss.logging.Logger;

/**
 * Writes what is due and hands mails over, each ICS beside the others. Of an ICS that is not served at the moment nobody is
 * told anything.
 */
@ApplicationScoped
class Post {

    private static final Logger LOG = Logger.getLogger(Post.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    private final MailSettings settings;
    private final PostOffice office;
    private final Mailboxes mailboxes;
    private final MailServer server;
    private final IcsDirectory directory;
    private final TenantScope scope;
    private final ExecutorService threads;
    private final Vertx vertx;
    private final Clock clock;
    private final Map<Tenant, LocalDate> swept = new ConcurrentHashMap<>();
    private final Set<Tenant> left = ConcurrentHashMap.newKeySet();
    private final Set<Tenant> busy = ConcurrentHashMap.newKeySet();

    /** What became of an ICS's last mail, while that is not written down: no other is taken before. */
    private final Map<Tenant, Runnable> owed = new ConcurrentHashMap<>();

    private volatile boolean stopped;

    Post(
            MailSettings settings,
            PostOffice office,
            Mailboxes mailboxes,
            MailServer server,
            IcsDirectory directory,
            TenantScope scope,
            @VirtualThreads ExecutorService threads,
            Vertx vertx,
            Clock clock) {
        this.settings = settings;
        this.office = office;
        this.mailboxes = mailboxes;
        this.server = server;
        this.directory = directory;
        this.scope = scope;
        this.threads = threads;
        this.vertx = vertx;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent started) {
        vertx.setPeriodic(settings.interval().toMillis(), ignored -> {
            if (!stopped) {
                threads.execute(this::look);
            }
        });
    }

    void end(@Observes ShutdownEvent shutdown) {
        stopped = true;
    }

    private void look() {
        try {
            for (Ics ics : directory.all()) {
                switch (ics.state()) {
                    case ACTIVE -> {
                        if (busy.add(ics.tenant())) {
                            threads.execute(() -> round(ics.tenant()));
                        }
                    }
                    case OFFBOARDED -> {
                        // Nobody of it has to be told anything. Seen to once, and again after a restart.
                        if (left.add(ics.tenant())) {
                            threads.execute(() -> forgetAll(ics.tenant()));
                        }
                    }
                    case SUSPENDED -> {
                        // What is due waits until it is served again.
                    }
                }
            }
        } catch (RuntimeException e) {
            LOG.warnf("the list of ICSs cannot be read, mails wait: %s", e.getMessage());
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
                office.writeDue();
                // One by one: what was taken when the process ends is lost, so as little as can be is taken ahead.
                Optional<Waiting> taken = office.take();
                while (taken.isPresent()) {
                    boolean reached = send(ics, taken.get());
                    // Where nobody answers or somebody breaks off, the next mail fares no better.
                    taken = stopped || !reached ? Optional.empty() : office.take();
                }
            });
        } catch (RuntimeException e) {
            // What is due stays due: the next round finds it.
            LOG.warnf(e, "%s: mails were not all sent this time", ics);
        } finally {
            busy.remove(ics);
        }
    }

    /** Whether the next mail is worth a try: the mail server could be reached, as far as it had to be. */
    private boolean send(Tenant ics, Waiting waiting) {
        Optional<Mail> mail = waiting.mail().apply(settings.portal() + "/" + ics.id());
        if (mail.isEmpty()) {
            settle(ics, () -> waiting.end().accept(Ending.NEEDLESS));
            return true;
        }
        Optional<Failure> failure = server.hand(mail.get());
        if (failure.isPresent()) {
            return failed(ics, waiting, failure.get());
        }
        settle(ics, () -> waiting.end().accept(Ending.SENT));
        return true;
    }

    /** Again for as long as it is needed, but only where it is certain that the mail server has not taken the mail over. */
    private boolean failed(Tenant ics, Waiting waiting, Failure failure) {
        // An address is nobody's business but its owner's, so no log says it.
        LOG.warnf("%s: a mail could not be sent at try %d: %s", ics, waiting.tries(), failure);
        switch (failure) {
            case AWAY, PUT_OFF -> settle(ics, () -> waiting.putBack().accept(pause(waiting.tries())));
            case REFUSED -> settle(ics, () -> waiting.end().accept(Ending.REFUSED));
            case UNCERTAIN -> settle(ics, () -> waiting.end().accept(Ending.UNCERTAIN));
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
