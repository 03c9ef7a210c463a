package org.folkmoot.tenants.platform;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.folkmoot.tenants.ics.StepOutcome;
import org.jboss.logging.Logger;

/**
 * Brings about what the platform itself needs, and looks after it from then on.
 *
 * <p>It begins when the service starts and holds nothing up: while Keycloak or Kafka is away the service answers, says so
 * at its readiness, and goes on trying.
 */
@ApplicationScoped
class PlatformUpkeep {

    private static final Logger LOG = Logger.getLogger(PlatformUpkeep.class);
    private static final String NOT_YET = "It has not been looked at yet.";

    private final List<PlatformPart> parts;
    private final TenantScope scope;
    private final PlatformConfig config;
    private final Map<String, String> waitingFor = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("platform-", 0).factory());

    PlatformUpkeep(@All List<PlatformPart> parts, TenantScope scope, PlatformConfig config) {
        this.parts = parts;
        this.scope = scope;
        this.config = config;
        parts.forEach(part -> waitingFor.put(part.name(), NOT_YET));
    }

    void start(@Observes StartupEvent event) {
        parts.forEach(part -> threads.execute(() -> lookAfter(part)));
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }

    /** Up once every part has been brought about; until then it says what stands in the way. */
    HealthCheckResponse health() {
        var response = HealthCheckResponse.named("platform").status(waitingFor.isEmpty());
        waitingFor.forEach(response::withData);
        return response.build();
    }

    private void lookAfter(PlatformPart part) {
        while (!Thread.currentThread().isInterrupted()) {
            boolean well = reconcile(part);
            try {
                Thread.sleep(well ? config.upkeepInterval() : config.retryInterval());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean reconcile(PlatformPart part) {
        return switch (attempt(part)) {
            case StepOutcome.Done(var changes) -> {
                if (!changes.isEmpty()) {
                    LOG.infof("%s: %d changes", part.name(), changes.size());
                }
                waitingFor.remove(part.name());
                yield true;
            }
            case StepOutcome.Failed(var reason) -> {
                String before = waitingFor.get(part.name());
                if (before == null) {
                    // It stood before, so requests can be served: this is for the log alone.
                    LOG.warnf("%s: %s", part.name(), reason);
                } else if (!reason.equals(waitingFor.put(part.name(), reason))) {
                    LOG.warnf("%s: %s", part.name(), reason);
                }
                yield false;
            }
        };
    }

    private StepOutcome attempt(PlatformPart part) {
        try {
            return scope.call(Tenant.PLATFORM, part::reconcile);
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s: a fault", part.name());
            return new StepOutcome.Failed(
                    "A fault of ours (" + e.getClass().getSimpleName() + "); the log of this service has it whole.");
        }
    }
}
