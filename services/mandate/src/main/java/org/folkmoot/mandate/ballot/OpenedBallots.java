package org.folkmoot.mandate.ballot;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.tenancy.CurrentTenant;
import org.folkmoot.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * What was fixed when ballots opened, and so can be remembered: with it, a vote is one statement. Whether the ballot still
 * accepts votes is not among it; the database says that.
 */
@ApplicationScoped
class OpenedBallots {

    private static final int MOST = 10_000;

    private record Key(Tenant tenant, UUID ballot) {}

    /**
     * What was fixed.
     *
     * @param stream the name of its log
     * @param secret whether choices are sealed
     * @param chair the seat with a casting vote
     */
    record Facts(
            String stream,
            Paper paper,
            boolean secret,
            @Nullable String chair) {}

    private final Ballots ballots;
    private final CurrentTenant tenant;
    private final Map<Key, Facts> known = new ConcurrentHashMap<>();

    OpenedBallots(Ballots ballots, CurrentTenant tenant) {
        this.ballots = ballots;
        this.tenant = tenant;
    }

    /** What was fixed; empty where there is no such ballot of the current ICS, or it has not opened. */
    Optional<Facts> facts(UUID ballot) {
        var key = new Key(tenant.require(), ballot);
        Facts facts = known.get(key);
        if (facts != null) {
            return Optional.of(facts);
        }
        Optional<Facts> read = QuarkusTransaction.joiningExisting()
                .call(() -> ballots.findByIdOptional(ballot)
                        .filter(found -> found.openedAt() != null)
                        .map(found -> new Facts(found.stream(), found.paper(), found.isSecret(), found.chair())));
        read.ifPresent(found -> {
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(key, found);
        });
        return read;
    }
}
