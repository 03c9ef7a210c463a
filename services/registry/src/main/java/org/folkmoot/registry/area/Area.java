package org.folkmoot.registry.area;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.folkmoot.tenancy.OfAnIcs;

/** A place or a neighbourhood. Its version counts its definitions. */
@Entity
class Area extends OfAnIcs {

    static final String PLACE = "place";
    static final String NEIGHBOURHOOD = "neighbourhood";

    @Id
    private UUID id;

    @Column(updatable = false)
    private String kind;

    @Column
    private int number;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Area() {}

    Area(UUID id, String kind) {
        this.id = id;
        this.kind = kind;
    }

    /** The number for its next definition. */
    int next() {
        return ++number;
    }

    UUID id() {
        return id;
    }

    boolean is(String wanted) {
        return kind.equals(wanted);
    }

    long version() {
        return version;
    }
}
