package org.folkmoot.tenants.succession;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.folkmoot.tenancy.Shared;
import org.folkmoot.tenancy.Tenant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A plan by which practices go from ICSs to their successors. */
@Entity
@Shared("control plane")
class Succession {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String basis;

    @Column(updatable = false)
    private Instant cutOver;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private List<Move> moves;

    @Column(updatable = false)
    private String drawnBy;

    @Column(updatable = false)
    private Instant drawnAt;

    private @Nullable String agreedBy;

    private @Nullable Instant agreedAt;

    private @Nullable String cancelledBy;

    private @Nullable Instant cancelledAt;

    private @Nullable String reason;

    @Version
    private long version;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    protected Succession() {}

    Succession(UUID id, String basis, Instant cutOver, List<Move> moves, SuccessionLife.Act drawn) {
        this.id = id;
        this.basis = basis;
        this.cutOver = cutOver;
        this.moves = List.copyOf(moves);
        this.drawnBy = drawn.by();
        this.drawnAt = drawn.at();
    }

    UUID id() {
        return id;
    }

    String basis() {
        return basis;
    }

    Instant cutOver() {
        return cutOver;
    }

    List<Move> moves() {
        return List.copyOf(moves);
    }

    List<String> practices() {
        return moves.stream().flatMap(move -> move.practices().stream()).toList();
    }

    List<Tenant> predecessors() {
        return moves.stream().map(Move::from).distinct().toList();
    }

    SuccessionLife.Act drawn() {
        return new SuccessionLife.Act(drawnBy, drawnAt);
    }

    SuccessionLife.@Nullable Act agreed() {
        return act(agreedBy, agreedAt);
    }

    SuccessionLife.@Nullable Act cancelled() {
        return act(cancelledBy, cancelledAt);
    }

    @Nullable
    String reason() {
        return reason;
    }

    long version() {
        return version;
    }

    SuccessionLife life() {
        SuccessionLife.Act cancelled = cancelled();
        if (cancelled != null && reason != null) {
            return new SuccessionLife.Cancelled(cancelled, reason);
        }
        SuccessionLife.Act agreed = agreed();
        return agreed == null ? new SuccessionLife.Drawn(drawn()) : new SuccessionLife.Agreed(agreed);
    }

    void become(SuccessionLife.Agreed agreed) {
        agreedBy = agreed.act().by();
        agreedAt = agreed.act().at();
    }

    void become(SuccessionLife.Cancelled cancelled) {
        cancelledBy = cancelled.act().by();
        cancelledAt = cancelled.act().at();
        reason = cancelled.reason();
    }

    private static SuccessionLife.@Nullable Act act(@Nullable String by, @Nullable Instant at) {
        return by == null || at == null ? null : new SuccessionLife.Act(by, at);
    }
}
