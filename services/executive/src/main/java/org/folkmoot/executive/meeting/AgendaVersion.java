package org.folkmoot.executive.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.folkmoot.tenancy.OfAnIcs;
import org.folkmoot.tenancy.Person;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An agenda as it was frozen. Nothing changes it. */
@Entity
class AgendaVersion extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID meetingId;

    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Line> items;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Matter> matters;

    @Column(updatable = false)
    private @Nullable String reason;

    @Column(updatable = false)
    private String frozenBy;

    @Column(updatable = false)
    private String frozenName;

    @Column(updatable = false)
    private Instant frozenAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected AgendaVersion() {}

    AgendaVersion(
            UUID id,
            UUID meetingId,
            int number,
            List<Line> items,
            List<Matter> matters,
            @Nullable String reason,
            Person by,
            Instant at) {
        this.id = id;
        this.meetingId = meetingId;
        this.number = number;
        this.items = items;
        this.matters = matters;
        this.reason = reason;
        this.frozenBy = by.subject();
        this.frozenName = by.name();
        this.frozenAt = at;
    }

    UUID meetingId() {
        return meetingId;
    }

    int number() {
        return number;
    }

    List<Line> items() {
        return items;
    }

    List<Matter> matters() {
        return matters;
    }

    AgendaView view() {
        return new AgendaView(number, items, matters, reason, frozenName, frozenAt);
    }
}
