package org.folkmoot.mandate.group;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.folkmoot.tenancy.OfAnIcs;
import org.hibernate.annotations.Immutable;

/** A version of a group's statement of purpose, as a ballot adopted it. Never changed. */
@Entity
@Immutable
class Purpose extends OfAnIcs {

    @Id
    private UUID id;

    @Column
    private UUID groupId;

    @Column
    private int number;

    @Column
    private String words;

    @Column
    private UUID ballotId;

    @Column
    private Instant adoptedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Purpose() {}

    Purpose(UUID id, UUID groupId, int number, String words, UUID ballotId, Instant adoptedAt) {
        this.id = id;
        this.groupId = groupId;
        this.number = number;
        this.words = words;
        this.ballotId = ballotId;
        this.adoptedAt = adoptedAt;
    }

    int number() {
        return number;
    }

    PurposeView view() {
        return new PurposeView(number, words, ballotId, adoptedAt);
    }
}
