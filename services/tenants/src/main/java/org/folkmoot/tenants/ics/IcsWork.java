package org.folkmoot.tenants.ics;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.jboss.logging.Logger;

/**
 * Does what is to be done for one ICS: the steps of its procedure one after the other, each recorded before the next is
 * begun; and when there is none, the upkeep.
 *
 * <p>Between two statements of this class the process may die. What was done and not recorded is done again, by whoever
 * takes the ICS next; what was recorded is not.
 */
@ApplicationScoped
class IcsWork {

    private static final Logger LOG = Logger.getLogger(IcsWork.class);
    private static final List<StepName> UPKEEP = List.of(StepName.REALM, StepName.TOPICS, StepName.ACLS);

    private final IcsEntries entries;
    private final WorkQueue queue;
    private final Announcements announcements;
    private final Audit audit;
    private final Map<StepName, Step> steps;
    private final TenantScope scope;
    private final Clock clock;
    private final WorkConfig config;
    private final Backoff backoff;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    IcsWork(
            IcsEntries entries,
            WorkQueue queue,
            Announcements announcements,
            Audit audit,
            @All List<Step> steps,
            TenantScope scope,
            Clock clock,
            WorkConfig config) {
        this.entries = entries;
        this.queue = queue;
        this.announcements = announcements;
        this.audit = audit;
        this.steps = new EnumMap<>(steps.stream().collect(toMap(Step::name, identity())));
        this.scope = scope;
        this.clock = clock;
        this.config = config;
        this.backoff = new Backoff(config.firstPause(), config.longestPause(), config.attempts());
    }

    /** How a step that was begun came to its end. */
    private sealed interface Ending {
        record Came(StepOutcome outcome) implements Ending {}

        /** Somebody else has the ICS in hand now; whatever was done is theirs to find. */
        record Lost() implements Ending {}
    }

    /** What is to be done next, and for which procedure. */
    private record Assignment(UUID procedure, StepName step, IcsAtHand ics) {}

    void makeAllDue() {
        inTransaction(() -> {
            queue.makeAllDue();
            return true;
        });
    }

    Optional<WorkQueue.Taken> take() {
        return inTransaction(() -> queue.take(config.lease()));
    }

    /** Works for the ICS until nothing is left to do, a step fails, or it falls into other hands. */
    void perform(WorkQueue.Taken taken) {
        boolean worked = false;
        while (true) {
            Optional<Assignment> next =
                    inTransaction(() -> entries.of(taken.tenant()).flatMap(IcsWork::assignment));
            if (next.isEmpty()) {
                letGo(taken, worked ? config.upkeepInterval() : upkeep(taken));
                return;
            }
            worked = true;
            Assignment assignment = next.get();
            Ending ending = assignment.step() == StepName.ANNOUNCEMENT
                    ? new Ending.Came(new StepOutcome.Done(List.of()))
                    : watched(taken, assignment.step(), assignment.ics());
            boolean goesOn = switch (ending) {
                case Ending.Came(StepOutcome outcome) -> inTransaction(() -> record(taken, assignment, outcome));
                case Ending.Lost _ -> false;
            };
            if (!goesOn) {
                return;
            }
        }
    }

    private static Optional<Assignment> assignment(IcsEntry entry) {
        return entry.next().map(step -> new Assignment(entry.procedureId().orElseThrow(), step.step(), entry.atHand()));
    }

    /** Compares what is there with what should be, and tells when to do so again. */
    private Duration upkeep(WorkQueue.Taken taken) {
        IcsAtHand ics = inTransaction(() -> {
            queue.heard(taken);
            return entries.of(taken.tenant()).orElseThrow().atHand();
        });
        Duration pause = config.upkeepInterval();
        for (StepName step : keptUp(ics.life())) {
            switch (watched(taken, step, ics)) {
                case Ending.Lost _ -> {
                    return pause;
                }
                case Ending.Came(StepOutcome.Done done) -> inTransaction(() -> corrected(taken.tenant(), step, done));
                case Ending.Came(StepOutcome.Failed failed) -> {
                    LOG.warnf("upkeep of %s, %s: %s", taken.tenant(), step, failed.reason());
                    pause = config.longestPause();
                }
            }
        }
        return pause;
    }

    /** Lets go until the pause is over; not at all if somebody has asked for something meanwhile. */
    private void letGo(WorkQueue.Taken taken, Duration pause) {
        inTransaction(() -> {
            boolean wanted = held(taken.tenant()).isBusy() || queue.isAsked(taken.tenant());
            queue.release(taken, wanted ? Duration.ZERO : pause);
            return true;
        });
    }

    /**
     * A realm and topics that an onboarding has not finished, or that an offboarding has closed, are left as they are. That
     * nobody has a right or a password at an ICS that has left is looked after for as long as it is away.
     */
    private static List<StepName> keptUp(IcsLife life) {
        return switch (life) {
            case IcsLife.Active _, IcsLife.Suspended _ -> UPKEEP;
            case IcsLife.Offboarded _ -> List.of(StepName.ACLS);
            case IcsLife.Onboarding _, IcsLife.Stalled _ -> List.of();
        };
    }

    /**
     * Records how a step ended, and tells whether there is more to do now. What belongs to a procedure that an operator has
     * replaced meanwhile is not recorded; what is no longer ours to do is left to whoever has it.
     */
    private boolean record(WorkQueue.Taken taken, Assignment assignment, StepOutcome outcome) {
        IcsEntry entry = held(taken.tenant());
        if (!queue.renew(taken, config.lease())) {
            return false;
        }
        if (entry.procedureId().filter(assignment.procedure()::equals).isEmpty()) {
            return true;
        }
        return switch (outcome) {
            case StepOutcome.Done done -> {
                if (assignment.step() == StepName.ANNOUNCEMENT) {
                    activate(entry);
                }
                entry.stepDone(clock.instant());
                yield corrected(taken.tenant(), assignment.step(), done);
            }
            case StepOutcome.Failed failed -> {
                queue.release(taken, failed(entry, assignment.step(), failed));
                yield false;
            }
        };
    }

    /** The ICS is served from the commit on; whoever hears the announcement finds its realm and topics. */
    private void activate(IcsEntry entry) {
        if (entry.life() instanceof IcsLife.Onboarding onboarding) {
            var now = clock.instant();
            entry.become(onboarding.activated(now));
            announcements.onboarded(entry, now);
            audit.byPlatform("ics.onboarded", entry.tenant(), Map.of());
        }
    }

    /** Records the failure, and tells how long to wait. */
    private Duration failed(IcsEntry entry, StepName step, StepOutcome.Failed failed) {
        int failures = entry.next().orElseThrow().attempts() + 1;
        boolean bounded = entry.procedure().filter(Procedure::isBounded).isPresent();
        boolean givenUp = bounded && backoff.isExhaustedAfter(failures);
        var now = clock.instant();
        entry.stepFailed(failed.reason(), givenUp, now);
        LOG.warnf("%s, %s, attempt %d: %s", entry.tenant(), step, failures, failed.reason());
        if (givenUp && entry.life() instanceof IcsLife.Onboarding onboarding) {
            entry.become(onboarding.stalled(now));
            audit.byPlatform("ics.onboarding.stalled", entry.tenant(), Map.of("step", step.name()));
        }
        return givenUp ? config.upkeepInterval() : backoff.afterFailure(failures);
    }

    private boolean corrected(Tenant tenant, StepName step, StepOutcome.Done done) {
        if (!done.changes().isEmpty()) {
            LOG.infof("%s, %s: %d changes", tenant, step, done.changes().size());
            audit.byPlatform("ics.corrected", tenant, Map.of("step", step.name(), "changes", done.changes()));
        }
        return true;
    }

    /** Does the step on a thread of its own, holds the ICS meanwhile, and breaks off what takes too long. */
    private Ending watched(WorkQueue.Taken taken, StepName name, IcsAtHand ics) {
        Step step = Optional.ofNullable(steps.get(name)).orElseThrow();
        Future<StepOutcome> running = threads.submit(() -> scope.call(Tenant.PLATFORM, () -> step.perform(ics)));
        long deadline = System.nanoTime() + config.stepLimit().toNanos();
        long beat = config.lease().dividedBy(3).toNanos();
        try {
            while (true) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    running.cancel(true);
                    return new Ending.Came(new StepOutcome.Failed("It was not done within "
                            + config.stepLimit().toSeconds() + " seconds and was broken off."));
                }
                try {
                    return new Ending.Came(running.get(Math.min(beat, left), TimeUnit.NANOSECONDS));
                } catch (TimeoutException e) {
                    if (!inTransaction(() -> queue.renew(taken, config.lease()))) {
                        running.cancel(true);
                        return new Ending.Lost();
                    }
                }
            }
        } catch (ExecutionException e) {
            Throwable fault = Objects.requireNonNullElse(e.getCause(), e);
            LOG.errorf(fault, "%s, %s: a fault", taken.tenant(), name);
            return new Ending.Came(new StepOutcome.Failed("A fault of ours ("
                    + fault.getClass().getSimpleName() + "); the log of this service has it whole."));
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            return new Ending.Lost();
        }
    }

    private IcsEntry held(Tenant tenant) {
        return entries.hold(tenant).orElseThrow();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return scope.call(
                Tenant.PLATFORM, () -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
