package org.folkmoot.mandate.ballot;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.folkmoot.http.Result;
import org.folkmoot.tenancy.Ics;
import org.folkmoot.tenancy.IcsDirectory;
import org.folkmoot.tenancy.IcsState;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.jboss.logging.Logger;

/**
 * Does what is due because time has passed: opens ballots whose hour has come, signs checkpoints, announces that ballots have
 * closed, declares those that were left closed. Every replica watches; each thing is done by one, since it holds the ballot
 * while it does it. Nothing depends on its being on time but openings and announcements: a ballot is closed by its hour, not
 * by this.
 */
@ApplicationScoped
class Watch {

    private static final Logger LOG = Logger.getLogger(Watch.class);

    private final Vertx vertx;
    private final ExecutorService threads;
    private final MandateConfig config;
    private final IcsDirectory directory;
    private final TenantScope scope;
    private final DueBallots due;
    private final OpenBallot open;
    private final Checkpoints checkpoints;
    private final DeclareBallot declare;
    private final Event<Tick> ticks;
    private final Map<UUID, String> hindrances = new ConcurrentHashMap<>();

    /** A log that does not verify does not mend itself: it is not read again every other second. */
    private final Set<UUID> undeclared = ConcurrentHashMap.newKeySet();

    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean stopped;

    Watch(
            Vertx vertx,
            @VirtualThreads ExecutorService threads,
            MandateConfig config,
            IcsDirectory directory,
            TenantScope scope,
            DueBallots due,
            OpenBallot open,
            Checkpoints checkpoints,
            DeclareBallot declare,
            Event<Tick> ticks) {
        this.vertx = vertx;
        this.threads = threads;
        this.config = config;
        this.directory = directory;
        this.scope = scope;
        this.due = due;
        this.open = open;
        this.checkpoints = checkpoints;
        this.declare = declare;
        this.ticks = ticks;
    }

    void begin(@Observes StartupEvent started) {
        vertx.setPeriodic(config.watchInterval().toMillis(), ignored -> {
            if (!stopped && busy.compareAndSet(false, true)) {
                threads.execute(this::round);
            }
        });
    }

    void end(@Observes ShutdownEvent shutdown) {
        stopped = true;
    }

    private void round() {
        try {
            for (Ics ics : directory.all()) {
                if (!stopped && ics.state() != IcsState.OFFBOARDED) {
                    attempt(ics.tenant(), "the watch", () -> scope.run(ics.tenant(), () -> look(ics.tenant())));
                }
            }
        } catch (RuntimeException e) {
            LOG.warnf("the list of ICSs cannot be read, the watch goes on: %s", e.getMessage());
        } finally {
            busy.set(false);
        }
    }

    /** One round for one ICS. */
    void look(Tenant ics) {
        each(ics, "opening", due::toOpen, ballot -> {
            String hindrance = hindrance(open.openWhenDue(ballot));
            // Looked at every other second, said once.
            if (!hindrance.equals(hindrances.put(ballot, hindrance)) && !hindrance.isEmpty()) {
                LOG.warnf("%s: ballot %s cannot open: %s", ics, ballot, hindrance);
            }
        });
        each(ics, "a checkpoint", due::grown, checkpoints::sign);
        each(ics, "closing", due::toClose, checkpoints::close);
        each(ics, "declaring", due::toDeclare, ballot -> {
            if (undeclared.contains(ballot)) {
                return;
            }
            String hindrance = hindrance(declare.declareWhenDue(ballot));
            if (!hindrance.isEmpty()) {
                undeclared.add(ballot);
                LOG.warnf("%s: ballot %s cannot be declared: %s", ics, ballot, hindrance);
            }
        });
        ticks.fire(new Tick(ics));
    }

    /** Why it was refused; empty if it was done. */
    private static String hindrance(Result<BallotView> result) {
        return result instanceof Result.Refused<BallotView>(var problem)
                ? Objects.requireNonNullElse(problem.detail(), problem.title())
                : "";
    }

    private void each(Tenant ics, String what, Supplier<List<UUID>> which, Consumer<UUID> work) {
        for (UUID ballot : which.get()) {
            attempt(ics, what, () -> work.accept(ballot));
        }
    }

    private static void attempt(Tenant ics, String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // What is due stays due: the next round finds it.
            LOG.warnf(e, "%s: %s did not succeed this time", ics, what);
        }
    }
}
