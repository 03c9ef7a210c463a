package org.folkmoot.registry.area;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.folkmoot.registry.directory.IcsPractice;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.OfAnIcs;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What an area is from a day on, until a later definition. */
@Entity
class AreaDefinition extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID areaId;

    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    private LocalDate fromDay;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private @Nullable UUID placeId;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> members;

    @Column(updatable = false)
    private @Nullable Integer deprivationDecile;

    @Column(updatable = false)
    private @Nullable String intName;

    @Column(updatable = false)
    private @Nullable LocalDate intDue;

    @Column(updatable = false)
    private @Nullable LocalDate intWorksSince;

    @Column(updatable = false)
    private String recordedBy;

    @Column(updatable = false)
    private String recordedName;

    @Column(updatable = false)
    private Instant recordedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected AreaDefinition() {}

    AreaDefinition(UUID id, UUID areaId, int number, AreaRequest request, Caller caller, Instant at) {
        this.id = id;
        this.areaId = areaId;
        this.number = number;
        this.fromDay = request.from();
        this.name = request.name().strip();
        this.members = request.codes();
        this.recordedBy = caller.subject();
        this.recordedName = caller.name();
        this.recordedAt = at;
        if (request instanceof NeighbourhoodRequest neighbourhood) {
            this.placeId = neighbourhood.place();
            this.deprivationDecile = neighbourhood.deprivationDecile();
            this.intName = neighbourhood.intName();
            this.intDue = neighbourhood.intDue();
            this.intWorksSince = neighbourhood.intWorksSince();
        }
    }

    /** Whether that practice is one of its members, or in one. */
    boolean holds(IcsPractice practice) {
        return has(practice.code()) || has(practice.pcn()) || has(practice.subIcb());
    }

    private boolean has(@Nullable String code) {
        return code != null && members.contains(code);
    }

    UUID areaId() {
        return areaId;
    }

    String name() {
        return name;
    }

    @Nullable
    UUID placeId() {
        return placeId;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    IntProgress progress(LocalDate day) {
        return IntProgress.of(intDue, intWorksSince, day);
    }

    PlaceView place(List<IcsPractice> practices) {
        List<IcsPractice> held = practices.stream().filter(this::holds).toList();
        return new PlaceView(
                areaId, number, fromDay, name, members, held.size(), patients(held), recordedName, recordedAt);
    }

    NeighbourhoodView neighbourhood(List<IcsPractice> practices, LocalDate day) {
        List<IcsPractice> held = practices.stream().filter(this::holds).toList();
        return new NeighbourhoodView(
                areaId,
                number,
                fromDay,
                name,
                placeId,
                members,
                deprivationDecile,
                intName,
                intDue,
                intWorksSince,
                progress(day),
                held.size(),
                patients(held),
                recordedName,
                recordedAt);
    }

    NeighbourhoodDefined defined() {
        return new NeighbourhoodDefined(
                areaId, name, placeId, members, deprivationDecile, intName, intDue, intWorksSince, fromDay);
    }

    NeighbourhoodState state() {
        return new NeighbourhoodState(
                areaId, name, placeId, members, deprivationDecile, intName, intDue, intWorksSince, fromDay, version());
    }

    /** As a part of a place's state. */
    PlaceState.Definition told() {
        return new PlaceState.Definition(number, fromDay, name, members);
    }

    /** Of the state that is told when this is the newest definition. */
    long version() {
        return recordedAt.toEpochMilli();
    }

    private static long patients(List<IcsPractice> held) {
        return held.stream().mapToLong(IcsPractice::listed).sum();
    }
}
