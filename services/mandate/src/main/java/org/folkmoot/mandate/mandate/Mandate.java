package org.folkmoot.mandate.mandate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.folkmoot.mandate.ballot.BallotDecided;
import org.folkmoot.mandate.motion.MandateTerms;
import org.folkmoot.mandate.motion.Motion;
import org.folkmoot.mandate.rule.VotingRule;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.OfAnIcs;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Authority that practices gave to a group in a ballot. */
@Entity
class Mandate extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private UUID ballotId;

    @Column(updatable = false)
    private String title;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> scope;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> exclusions;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private VotingRule rule;

    @Column(updatable = false)
    private LocalDate fromDay;

    @Column(updatable = false)
    private LocalDate untilDay;

    @Column(updatable = false)
    private LocalDate reviewDay;

    @Column(updatable = false)
    private Instant grantedAt;

    @Column
    private @Nullable Instant fellAt;

    @Column
    private @Nullable Instant noticedAt;

    @Column
    private @Nullable Instant lapseToldAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Mandate() {}

    Mandate(UUID id, BallotDecided ballot, Motion motion, MandateTerms terms) {
        this.id = id;
        this.groupId = ballot.group();
        this.ballotId = ballot.ballot();
        this.title = motion.title();
        this.scope = terms.scope();
        this.exclusions = terms.exclusions();
        this.rule = ballot.rule();
        this.fromDay = terms.from();
        this.untilDay = terms.until();
        this.reviewDay = terms.review();
        this.grantedAt = ballot.at();
    }

    MandateState state(Instant moment) {
        return MandateState.at(moment, fromDay, untilDay, fellAt);
    }

    void fall(Instant at) {
        fellAt = at;
    }

    void noticed(Instant at) {
        noticedAt = at;
    }

    void lapseTold(Instant at) {
        lapseToldAt = at;
    }

    /** From when on it no longer counts. */
    Instant ends() {
        Instant expiry = LondonTime.endOf(untilDay);
        return fellAt != null && fellAt.isBefore(expiry) ? fellAt : expiry;
    }

    UUID id() {
        return id;
    }

    UUID groupId() {
        return groupId;
    }

    UUID ballotId() {
        return ballotId;
    }

    String title() {
        return title;
    }

    List<String> scope() {
        return scope;
    }

    List<String> exclusions() {
        return exclusions;
    }

    VotingRule rule() {
        return rule;
    }

    LocalDate fromDay() {
        return fromDay;
    }

    LocalDate untilDay() {
        return untilDay;
    }

    LocalDate reviewDay() {
        return reviewDay;
    }

    Instant grantedAt() {
        return grantedAt;
    }

    @Nullable
    Instant fellAt() {
        return fellAt;
    }

    long version() {
        return version;
    }
}
