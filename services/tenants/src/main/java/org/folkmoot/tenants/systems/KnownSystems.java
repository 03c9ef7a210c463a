package org.folkmoot.tenants.systems;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.folkmoot.tenants.ics.StepOutcome;
import org.folkmoot.tenants.topics.Outsider;
import org.folkmoot.tenants.topics.Outsiders;
import org.folkmoot.tenants.turn.Turn;

/** The systems of an ICS as Kafka has to know them. */
@ApplicationScoped
class KnownSystems implements Outsiders {

    private static final String QUEUE = "external-systems";

    private final ExternalSystems systems;
    private final Credentials credentials;
    private final Turn turn;
    private final TenantScope scope;
    private final SystemsConfig config;
    private final Clock clock;

    KnownSystems(
            ExternalSystems systems,
            Credentials credentials,
            Turn turn,
            TenantScope scope,
            SystemsConfig config,
            Clock clock) {
        this.systems = systems;
        this.credentials = credentials;
        this.turn = turn;
        this.scope = scope;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public StepOutcome agree(Tenant ics, Function<List<Outsider>, StepOutcome> work) {
        return scope.call(
                ics,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    try {
                        takeTurn();
                    } catch (SQLException e) {
                        return new StepOutcome.Failed("Another change of this ICS's external systems takes too long.");
                    }
                    StepOutcome outcome = work.apply(list());
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
        Map<UUID, List<Credential>> given =
                credentials.of(letIn.stream().map(ExternalSystem::id).toList());
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
}
