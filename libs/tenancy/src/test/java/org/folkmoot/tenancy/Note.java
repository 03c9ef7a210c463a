package org.folkmoot.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** An entity of an ICS, as every service has them. */
@Entity
class Note {

    @Id
    private UUID id;

    @TenantId
    private String tenantId;

    @Column
    private String words;

    Note() {}

    Note(UUID id, String words) {
        this.id = id;
        this.words = words;
    }

    UUID id() {
        return id;
    }

    String words() {
        return words;
    }

    String tenantId() {
        return tenantId;
    }

    void say(String other) {
        words = other;
    }
}
