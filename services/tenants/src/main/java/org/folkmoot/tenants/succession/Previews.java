package org.folkmoot.tenants.succession;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;

/** Looks ahead, and changes nothing. */
@ApplicationScoped
class Previews {

    private final Successions successions;
    private final Hindrances hindrances;
    private final Counts counts;
    private final List<PreviewPart> parts;
    private final TenantScope scope;
    private final Clock clock;

    Previews(
            Successions successions,
            Hindrances hindrances,
            Counts counts,
            @All List<PreviewPart> parts,
            TenantScope scope,
            Clock clock) {
        this.successions = successions;
        this.hindrances = hindrances;
        this.counts = counts;
        this.parts = List.copyOf(parts);
        this.scope = scope;
        this.clock = clock;
    }

    /** A plan's own part of the answer, from one transaction of the platform's. */
    private record Read(List<Tenant> predecessors, List<Hindrance> hindrances, List<Counted> counted) {}

    /** What the plan meets with now; empty if there is no such plan. */
    Optional<PreviewView> of(UUID id) {
        Instant now = clock.instant();
        Optional<Read> read = QuarkusTransaction.requiringNew()
                .call(() -> successions.findByIdOptional(id).map(plan -> read(plan, now)));
        // Each predecessor's rows are behind the wall: they are read as its own work, after the platform's transaction.
        return read.map(plan -> new PreviewView(
                now,
                plan.hindrances(),
                Stream.concat(
                                plan.counted().stream(),
                                plan.predecessors().stream().map(predecessor -> ourOwn(predecessor, now)))
                        .toList()));
    }

    private Read read(Succession plan, Instant now) {
        return new Read(
                plan.predecessors(),
                plan.life() instanceof SuccessionLife.Drawn ? hindrances.of(plan, now) : List.of(),
                counts.of(plan.id()));
    }

    private Counted ourOwn(Tenant predecessor, Instant now) {
        List<Count> counted = scope.call(
                predecessor,
                () -> parts.stream().flatMap(part -> part.count().stream()).toList());
        return new Counted("tenants", predecessor.id(), now, List.of(), List.of(), List.of(), counted);
    }
}
