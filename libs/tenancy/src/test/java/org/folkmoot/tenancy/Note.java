package org.folkmoot.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** An entity of an ICS, as every service has them. */
@Entity
class Note extends OfAnIcs {

    @Id
    private UUID id;

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

    void say(String other) {
        words = other;
    }
}
