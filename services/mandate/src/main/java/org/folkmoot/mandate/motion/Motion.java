package org.folkmoot.mandate.motion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.folkmoot.mandate.rule.Question;
import org.folkmoot.tenancy.OfAnIcs;
import org.folkmoot.tenancy.Person;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What is proposed to a group, in its present words. */
@Entity
public class Motion extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private String question;

    @Column(updatable = false)
    private String title;

    @Column
    private String words;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Alternative> alternatives;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable MandateTerms mandateTerms;

    @Column(name = "seats", updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Contest contest;

    @Column
    private String state;

    @Column(updatable = false)
    private String proposedBy;

    @Column(updatable = false)
    private String proposedName;

    @Column(updatable = false)
    private @Nullable String proposedFor;

    @Column(updatable = false)
    private Instant proposedAt;

    @Column
    private @Nullable Instant tabledAt;

    @Column
    private @Nullable Instant endedAt;

    @Column
    private @Nullable String endedWhy;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Motion() {}

    Motion(UUID id, UUID groupId, MotionRequest request, Person proposer, Instant at) {
        this.id = id;
        this.groupId = groupId;
        this.question = request.question().slug();
        this.title = request.title().strip();
        this.words = request.words().strip();
        this.alternatives = request.alternatives();
        this.mandateTerms = request.mandate();
        this.contest = request.contest();
        this.state = new MotionState.Draft().slug();
        this.proposedBy = proposer.subject();
        this.proposedName = proposer.name();
        this.proposedFor =
                request.proposedFor() == null ? null : request.proposedFor().code();
        this.proposedAt = at;
    }

    MotionState state() {
        return MotionState.of(state);
    }

    void table(MotionState.Draft draft, Instant at) {
        state = draft.table().slug();
        tabledAt = at;
    }

    void withdraw(MotionState.Withdrawn withdrawn, String why, Instant at) {
        end(withdrawn, why, at);
    }

    void amend(String newWords) {
        words = newWords;
    }

    void putToBallot(MotionState.Tabled tabled) {
        state = tabled.putToBallot().slug();
    }

    void backToTable(MotionState.PutToBallot put) {
        state = put.backToTable().slug();
    }

    void decided(MotionState.PutToBallot put, boolean carried, Instant at) {
        end(put.decided(carried), null, at);
    }

    private void end(MotionState to, @Nullable String why, Instant at) {
        state = to.slug();
        endedAt = at;
        endedWhy = why;
    }

    boolean isProposedBy(String subject) {
        return subject.equals(proposedBy);
    }

    /** The motion's identifier. */
    public UUID id() {
        return id;
    }

    /** The group to which it is proposed. */
    public UUID groupId() {
        return groupId;
    }

    /** What kind of question it is. */
    public Question question() {
        return Arrays.stream(Question.values())
                .filter(kind -> kind.slug().equals(question))
                .findFirst()
                .orElseThrow();
    }

    /** What it is called. */
    public String title() {
        return title;
    }

    /** Its present words. */
    public String words() {
        return words;
    }

    /** The mandate that it asks for, if it asks for one. */
    public @Nullable MandateTerms mandateTerms() {
        return mandateTerms;
    }

    /** The election that it calls, if it calls one. */
    public @Nullable Contest contest() {
        return contest;
    }

    List<Alternative> alternatives() {
        return alternatives;
    }

    long version() {
        return version;
    }

    MotionView view(List<Amendment> amendments) {
        return new MotionView(
                id,
                groupId,
                question(),
                title,
                words,
                alternatives,
                mandateTerms,
                contest == null ? null : contest.seats(),
                contest == null ? null : contest.names(),
                state,
                proposedName,
                proposedFor,
                proposedAt,
                tabledAt,
                endedAt,
                endedWhy,
                amendments.stream().map(Amendment::view).toList());
    }
}
