package org.folkmoot.registry.finding;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.folkmoot.tenancy.Shared;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something that does not fit together in the files of the directory. Noted by the {@link Lookout}. */
@Entity
@Shared("the national directory belongs to no ICS; who sees a finding is decided by the ICB of its organisation")
class Finding {

    static final String OPEN = "open";
    static final String RESOLVED = "resolved";

    @Id
    private UUID id;

    @Column(updatable = false)
    private String kind;

    @Column(updatable = false)
    private String subject;

    @Column(updatable = false)
    private String other;

    @Column(updatable = false)
    private @Nullable String icb;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private JsonNode detail;

    @Column
    private String state;

    @Column(updatable = false)
    private LocalDate notedIn;

    @Column(updatable = false)
    private Instant notedAt;

    @Column
    private @Nullable String settledBy;

    @Column
    private @Nullable String settledName;

    @Column
    private @Nullable Instant settledAt;

    @Column
    private @Nullable String note;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Finding() {}

    long version() {
        return version;
    }

    boolean isOpen() {
        return state.equals(OPEN);
    }

    /** Whether it is about an organisation of that ICB. */
    boolean isOf(String board) {
        return board.equals(icb);
    }

    void resolve(String person, String name, String why, Instant when) {
        state = RESOLVED;
        settledBy = person;
        settledName = name;
        settledAt = when;
        note = why;
    }

    FindingView view() {
        return new FindingView(
                id,
                kind,
                subject,
                other.isEmpty() ? null : other,
                icb,
                detail,
                state,
                notedIn,
                notedAt,
                settledName,
                settledAt,
                note);
    }
}
