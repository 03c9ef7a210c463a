package org.folkmoot.neighbourhood.team;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.folkmoot.tenancy.OfAnIcs;
import org.folkmoot.tenancy.Person;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A team. How it is shown, {@link Teams} reads. */
@Entity
class Team extends OfAnIcs {

    @Id
    private UUID id;

    @Column
    private String name;

    @Column(updatable = false)
    private UUID neighbourhood;

    @Column
    private String relation;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> services;

    @Column(updatable = false)
    private LocalDate formedOn;

    @Column
    private @Nullable LocalDate disbandedOn;

    @Column(updatable = false)
    private String madeBy;

    @Column(updatable = false)
    private Instant madeAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Team() {}

    Team(UUID id, TeamRequest request, Person by, Instant at) {
        this.id = id;
        this.name = request.name().strip();
        this.neighbourhood = request.neighbourhood();
        this.relation = request.relation().slug();
        this.services = stripped(request.services());
        this.formedOn = request.formedOn();
        this.madeBy = by.subject();
        this.madeAt = at;
    }

    void change(TeamChangeRequest request) {
        name = request.name().strip();
        relation = request.relation().slug();
        services = stripped(request.services());
    }

    void disband(LocalDate on) {
        disbandedOn = on.isBefore(formedOn) ? formedOn : on;
    }

    boolean works() {
        return disbandedOn == null;
    }

    UUID id() {
        return id;
    }

    UUID neighbourhood() {
        return neighbourhood;
    }

    long version() {
        return version;
    }

    private static List<String> stripped(List<String> texts) {
        return texts.stream().map(String::strip).distinct().toList();
    }
}
