package org.folkmoot.registry.health;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.OfAnIcs;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a network said of itself, once. */
@Entity
class PcnSelfCheck extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String pcn;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private FitnessAnswers answers;

    @Column(updatable = false)
    private @Nullable String note;

    @Column(updatable = false)
    private String recordedBy;

    @Column(updatable = false)
    private String recordedName;

    @Column(updatable = false)
    private Instant recordedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected PcnSelfCheck() {}

    PcnSelfCheck(UUID id, String pcn, SelfCheckRequest request, Caller caller, Instant at) {
        this.id = id;
        this.pcn = pcn;
        this.answers = request.answers();
        this.note = request.note();
        this.recordedBy = caller.subject();
        this.recordedName = caller.name();
        this.recordedAt = at;
    }

    UUID id() {
        return id;
    }

    String pcn() {
        return pcn;
    }

    SelfCheckView view() {
        return new SelfCheckView(id, answers.fitness(), answers, note, recordedName, recordedAt);
    }
}
