package org.folkmoot.registry.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.OfAnIcs;
import org.jspecify.annotations.Nullable;

/** Somebody whom a GP may ring. */
@Entity
class Contact extends OfAnIcs {

    @Id
    private UUID id;

    @Column
    private String specialty;

    @Column
    private @Nullable UUID placeId;

    @Column
    private String organisation;

    @Column
    private String name;

    @Column
    private String post;

    @Column
    private @Nullable String phone;

    @Column
    private @Nullable String email;

    @Column
    private @Nullable String hours;

    @Column(updatable = false)
    private String recordedBy;

    @Column(updatable = false)
    private String recordedName;

    @Column(updatable = false)
    private Instant recordedAt;

    @Column
    private String confirmedBy;

    @Column
    private String confirmedName;

    @Column
    private LocalDate confirmedOn;

    @Column
    private @Nullable LocalDate leftOn;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Contact() {}

    /** Whoever records or alters it has confirmed it. */
    @SuppressWarnings("NullAway.Init")
    Contact(UUID id, ContactRequest request, String organisation, Caller caller, Instant at, LocalDate today) {
        this.id = id;
        this.recordedBy = caller.subject();
        this.recordedName = caller.name();
        this.recordedAt = at;
        amend(request, organisation, caller, today);
    }

    void amend(ContactRequest request, String at, Caller caller, LocalDate today) {
        specialty = request.specialty().strip();
        placeId = request.place();
        organisation = at;
        name = request.name().strip();
        post = request.post().strip();
        phone = request.phone();
        email = request.email();
        hours = request.hours();
        confirm(caller, today);
    }

    void confirm(Caller caller, LocalDate today) {
        confirmedBy = caller.subject();
        confirmedName = caller.name();
        confirmedOn = today;
    }

    void leave(LocalDate lastDay) {
        leftOn = lastDay;
    }

    UUID id() {
        return id;
    }

    String specialty() {
        return specialty;
    }

    LocalDate confirmedOn() {
        return confirmedOn;
    }

    String name() {
        return name;
    }

    long version() {
        return version;
    }

    ContactView view() {
        return new ContactView(
                id,
                specialty,
                placeId,
                organisation,
                name,
                post,
                phone,
                email,
                hours,
                confirmedName,
                confirmedOn,
                leftOn);
    }
}
