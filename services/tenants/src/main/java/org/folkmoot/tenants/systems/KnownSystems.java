package org.folkmoot.tenants.systems;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.folkmoot.tenants.ics.IcsLife;
import org.folkmoot.tenants.ics.IcsUpkeep;
import org.folkmoot.tenants.ics.StepOutcome;
import org.folkmoot.tenants.topics.Outsider;
import org.folkmoot.tenants.topics.Outsiders;
import org.folkmoot.tenants.turn.Turn;

/** The systems of an ICS as Kafka has to know them. */
@ApplicationScoped
class KnownSystems implements Outsiders {

    private static final String QUEUE = "external-systems";
    private static final String LEFT = "the ICS was let go";

    private final ExternalSystems systems;
    private final Credentials credentials;
    private final SystemChronicle chronicle;
    private final IcsUpkeep upkeep;
    private final Turn turn;
    private final TenantScope scope;
    private final SystemsConfig config;
    private final Clock clock;

    KnownSystems(
            ExternalSystems systems,
            Credentials credentials,
            SystemChronicle chronicle,
            IcsUpkeep upkeep,
            Turn turn,
            TenantScope scope,
            SystemsConfig config,
            Clock clock) {
        this.systems = systems;
        this.credentials = credentials;
        this.chronicle = chronicle;
        this.upkeep = upkeep;
        this.turn = turn;
        this.scope = scope;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public StepOutcome agree(Tenant ics, BiFunction<IcsLife, List<Outsider>, StepOutcome> work) {
        return scope.call(
                ics,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    try {
                        takeTurn();
                    } catch (SQLException e) {
                        return new StepOutcome.Failed("Another change of this ICS's external systems takes too long.");
                    }
                    // Not what the caller saw: the ICS may have been suspended or let go before the turn came.
                    IcsLife life = upkeep.lifeOf(ics).orElseThrow();
                    if (!life.keepsCredentials()) {
                        dropAll();
                    }
                    StepOutcome outcome = work.apply(life, list());
                    switch (outcome) {
                        case StepOutcome.Done _ -> credentials.closed(clock.instant());
                        case StepOutcome.Failed _ -> {
                            // What was to be closed goes on being so until Kafka agrees.
                        }
                    }
                    return outcome;
                }));
    }

    /**
     * Keeps every other change of the ICS's systems, and of Kafka for them, waiting until the transaction at hand ends.
     *
     * @throws SQLException 55P03 when the turn does not come in time: the caller is told to try again
     */
    void takeTurn() throws SQLException {
        turn.take(QUEUE, config.turn());
    }

    /** Those that are let in, with the principals that are good, in the transaction at hand. */
    List<Outsider> list() {
        List<ExternalSystem> letIn = systems.letIn();
        Map<UUID, List<Credential>> given = given(letIn);
        return letIn.stream()
                .map(system -> new Outsider(
                        system.kafkaName(),
                        given.getOrDefault(system.id(), List.of()).stream()
                                .filter(Credential::isInForce)
                                .map(Credential::username)
                                .collect(Collectors.toUnmodifiableSet()),
                        Set.copyOf(system.reads()),
                        Set.copyOf(system.writes())))
                .toList();
    }

    /** The ICS has left, or is coming back: nobody signs in with what they were given before. */
    private void dropAll() {
        List<ExternalSystem> letIn = systems.letIn();
        Map<UUID, List<Credential>> given = given(letIn);
        Instant now = clock.instant();
        for (ExternalSystem system : letIn) {
            for (Credential credential : given.getOrDefault(system.id(), List.of())) {
                if (credential.isInForce()) {
                    credentials.drop(system, credential.number(), now);
                    chronicle.itselfDropped(system, credential.number(), LEFT);
                }
            }
        }
        // The version goes with the credentials, which are not the entity's.
        systems.flush();
    }

    private Map<UUID, List<Credential>> given(List<ExternalSystem> letIn) {
        return credentials.of(letIn.stream().map(ExternalSystem::id).toList());
    }
}
