package org.folkmoot.tenants.systems;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.FieldError;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.CurrentTenant;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenants.ics.IcsLife;
import org.folkmoot.tenants.ics.IcsUpkeep;
import org.folkmoot.tenants.ics.StepOutcome;
import org.folkmoot.tenants.ics.TenantsProblem;
import org.folkmoot.tenants.topics.OutsideAccess;
import org.folkmoot.tenants.topics.Outsider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What an administrator can do with the systems of their ICS; the package says in what order things happen. */
@ApplicationScoped
class AdministerSystems {

    private static final Logger LOG = Logger.getLogger(AdministerSystems.class);

    /** One that is in use, and one that is being brought in. */
    private static final int MOST_CREDENTIALS = 2;

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ExternalSystems systems;
    private final Credentials credentials;
    private final KnownSystems known;
    private final OutsideAccess access;
    private final IcsUpkeep upkeep;
    private final SystemChronicle chronicle;
    private final CurrentTenant tenant;
    private final SystemsConfig config;
    private final Clock clock;

    AdministerSystems(
            ExternalSystems systems,
            Credentials credentials,
            KnownSystems known,
            OutsideAccess access,
            IcsUpkeep upkeep,
            SystemChronicle chronicle,
            CurrentTenant tenant,
            SystemsConfig config,
            Clock clock) {
        this.systems = systems;
        this.credentials = credentials;
        this.known = known;
        this.access = access;
        this.upkeep = upkeep;
        this.chronicle = chronicle;
        this.tenant = tenant;
        this.config = config;
        this.clock = clock;
    }

    /** Lets a system in; it has no credential yet. */
    @Transactional(rollbackOn = SQLException.class)
    Result<SystemView> register(SystemRequest request) throws SQLException {
        List<FieldError> wrong = wrong(request);
        if (!wrong.isEmpty()) {
            Problem problem = Problem.of(CommonProblem.INVALID_REQUEST);
            for (FieldError error : wrong) {
                problem = problem.withError(error.pointer(), error.detail());
            }
            return new Result.Refused<>(problem);
        }
        known.takeTurn();
        if (systems.countLetIn() >= config.most()) {
            return Result.refused(
                    TenantsProblem.TOO_MANY_EXTERNAL_SYSTEMS,
                    "There are " + config.most()
                            + " systems, which is the most. Revoke one that is not used any more.");
        }
        var system = new ExternalSystem(Uuid7.next(), Outsider.name(tenant.require()), request, clock.instant());
        systems.persistAndFlush(system);
        chronicle.registered(system, request.reason());
        return done(system);
    }

    @Transactional
    Optional<Result.Done<SystemView>> find(UUID id) {
        return systems.findByIdOptional(id)
                .map(system -> new Result.Done<>(SystemView.of(system, credentials.of(id)), system.version()));
    }

    /** Gives a system a new password, under a new name. */
    Result<IssuedView> issue(UUID id, @Nullable String ifMatch, String reason) {
        try {
            return change(id, ifMatch, system -> issue(system, reason));
        } catch (KafkaRefused e) {
            // Rights or password may be there in spite of it; nobody knows them.
            QuarkusTransaction.requiringNew().run(() -> upkeep.ask(tenant.require()));
            LOG.warnf("no credential could be issued: %s", e.getMessage());
            return new Result.Refused<>(Problem.of(CommonProblem.UNAVAILABLE)
                    .withDetail(
                            "Kafka does not answer at the moment, and no credential was issued. Try again in a moment.")
                    .withRetryAfter(PAUSE));
        }
    }

    /** Makes one credential of a system good no more. */
    Result<SystemView> drop(UUID id, int number, @Nullable String ifMatch, String reason) {
        return closing(id, change(id, ifMatch, system -> {
            Optional<Credential> credential = credentials.of(id).stream()
                    .filter(given -> given.number() == number)
                    .findFirst();
            if (credential.isEmpty()) {
                return Result.absent();
            }
            if (credential.get().isInForce()) {
                credentials.drop(system, number, clock.instant());
                chronicle.dropped(system, number, reason);
                upkeep.ask(tenant.require());
            }
            return done(system);
        }));
    }

    /** Shuts a system out for good. */
    Result<SystemView> revoke(UUID id, @Nullable String ifMatch, String reason) {
        return closing(id, change(id, ifMatch, system -> {
            Instant now = clock.instant();
            system.revoke(now);
            credentials.of(id).stream()
                    .filter(Credential::isInForce)
                    .forEach(credential -> credentials.drop(system, credential.number(), now));
            chronicle.revoked(system, reason);
            upkeep.ask(tenant.require());
            return done(system);
        }));
    }

    private Result<IssuedView> issue(ExternalSystem system, String reason) {
        long good = credentials.of(system.id()).stream()
                .filter(Credential::isInForce)
                .count();
        if (good >= MOST_CREDENTIALS) {
            return Result.refused(
                    TenantsProblem.TWO_CREDENTIALS_AT_MOST,
                    "It has two credentials. Drop the one that it does not use any more.");
        }
        Tenant ics = tenant.require();
        IcsLife life = upkeep.lifeOf(ics).orElseThrow();
        if (!(life instanceof IcsLife.Active)) {
            // Its own announcement reaches this service a moment later than its operators' words.
            return Result.refused(CommonProblem.ICS_SUSPENDED, "This ICS is not served at the moment.");
        }
        Instant now = clock.instant();
        int number = system.issue(now);
        credentials.issued(system.id(), number, now);
        chronicle.issued(system, number, reason);
        systems.flush();
        String principal = Outsider.principal(system.kafkaName(), number);
        KafkaPassword password = KafkaPassword.make();
        return switch (access.open(ics, life, known.list(), principal, password.text())) {
            case StepOutcome.Done _ ->
                new Result.Done<>(
                        new IssuedView(
                                number,
                                principal,
                                password.text(),
                                access.bootstrapServers(),
                                access.securityProtocol(),
                                IssuedView.MECHANISM,
                                Outsider.groups(system.kafkaName())),
                        system.version());
            case StepOutcome.Failed(String reasonOfKafka) -> throw new KafkaRefused(reasonOfKafka);
        };
    }

    /** Has Kafka told at once; if it is silent, the upkeep goes on. */
    private Result<SystemView> closing(UUID id, Result<SystemView> decided) {
        return switch (decided) {
            case Result.Refused<SystemView> refused -> refused;
            case Result.Done<SystemView> _ -> {
                Tenant ics = tenant.require();
                switch (access.reconcilePromptly(ics)) {
                    case StepOutcome.Done _ -> LOG.debugf("%s: closed", id);
                    case StepOutcome.Failed(String reason) ->
                        LOG.warnf("%s is closed as soon as Kafka can be told: %s", id, reason);
                }
                yield find(id).<Result<SystemView>>map(Function.identity()).orElseGet(Result::absent);
            }
        };
    }

    /** One transaction, in turn, on a system that is let in, of which the caller has seen this version. */
    private <T> Result<T> change(UUID id, @Nullable String ifMatch, Function<ExternalSystem, Result<T>> change) {
        return QuarkusTransaction.requiringNew().call(inTurn(() -> {
            Optional<ExternalSystem> found = systems.findByIdOptional(id);
            if (found.isEmpty()) {
                return Result.absent();
            }
            ExternalSystem system = found.get();
            Optional<Problem> refusal = EntityTag.of(system.version()).refusal(ifMatch);
            if (refusal.isPresent()) {
                return new Result.Refused<>(refusal.get());
            }
            if (system.revokedAt() != null) {
                return Result.refused(
                        TenantsProblem.EXTERNAL_SYSTEM_REVOKED,
                        "It was shut out for good. Register it anew if it shall come back.");
            }
            return change.apply(system);
        }));
    }

    private <T> Callable<T> inTurn(Callable<T> work) {
        return () -> {
            known.takeTurn();
            return work.call();
        };
    }

    private Result<SystemView> done(ExternalSystem system) {
        // Written now, so that the answer carries the version that this leaves behind.
        systems.flush();
        return new Result.Done<>(SystemView.of(system, credentials.of(system.id())), system.version());
    }

    private List<FieldError> wrong(SystemRequest request) {
        List<FieldError> wrong = new ArrayList<>();
        if (request.organisation() == null && request.supplier() == null) {
            wrong.add(new FieldError("#/organisation", "must be given, or a supplier"));
        }
        if (request.reads().isEmpty() && request.writes().isEmpty()) {
            wrong.add(new FieldError("#/reads", "must name something, unless something is written"));
        }
        Set<String> domains = access.domains(tenant.require());
        for (int place = 0; place < request.reads().size(); place++) {
            String domain = request.reads().get(place);
            if (domain.equals(Outsider.ALL) ? request.reading().size() > 1 : !domains.contains(domain)) {
                wrong.add(new FieldError(
                        "#/reads/" + place, "must be \"all\" alone, or one of " + String.join(", ", domains)));
            }
        }
        Set<String> inbound = access.inbound();
        for (int place = 0; place < request.writes().size(); place++) {
            String topic = request.writes().get(place);
            if (!inbound.contains(topic)) {
                wrong.add(new FieldError("#/writes/" + place, "must be one of " + String.join(", ", inbound)));
            } else if (access.isAlone(topic)
                    && (request.writing().size() > 1 || !request.reads().isEmpty())) {
                wrong.add(new FieldError(
                        "#/writes/" + place,
                        "must be all that it does: register another system for what else it does"));
            }
        }
        return wrong;
    }

    /** Undoes the transaction in which a credential was to be issued. */
    private static final class KafkaRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        KafkaRefused(String message) {
            super(message);
        }
    }
}
