package org.folkmoot.executive.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.folkmoot.executive.meeting.Agenda;
import org.folkmoot.executive.meeting.DecisionsTaken;
import org.folkmoot.executive.power.PowerCheck;
import org.folkmoot.executive.power.Unmet;
import org.folkmoot.tenancy.OfAnIcs;
import org.folkmoot.tenancy.Person;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A decision: what it says never changes, and it is settled once. */
@Entity
public class Decision extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private String title;

    @Column(updatable = false)
    private String words;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Option> options;

    @Column(updatable = false)
    private @Nullable String consultation;

    @Column(updatable = false)
    private UUID powerId;

    @Column(updatable = false)
    private String subject;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> matters;

    @Column(updatable = false)
    private @Nullable BigDecimal money;

    @Column(updatable = false)
    private @Nullable Integer months;

    @Column(updatable = false)
    private @Nullable UUID plannedId;

    @Column(updatable = false)
    private @Nullable UUID meetingId;

    @Column(updatable = false)
    private @Nullable Instant deadline;

    @Column(updatable = false)
    private String proposedBy;

    @Column(updatable = false)
    private String proposedName;

    @Column(updatable = false)
    private Instant proposedAt;

    @Column
    private String state;

    @Column
    private @Nullable String settledBy;

    @Column
    private @Nullable String settledName;

    @Column
    private @Nullable Instant settledAt;

    @Column
    private @Nullable Instant powersAsAt;

    @Column
    private @Nullable Integer powerVersion;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable List<Unmet> unmet;

    @Column
    private @Nullable UUID escalationId;

    @Column
    private @Nullable String withdrawnWhy;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Decision() {}

    Decision(UUID id, UUID groupId, DecisionRequest request, Person proposer, Instant at) {
        this.id = id;
        this.groupId = groupId;
        this.title = request.title().strip();
        this.words = request.words().strip();
        this.reason = request.reason().strip();
        this.options = request.options();
        this.consultation = request.consultation();
        this.powerId = request.power();
        this.subject = request.subject().strip();
        this.matters = request.matters();
        this.money = request.amount();
        this.months = request.months();
        this.plannedId = request.planned();
        this.meetingId = request.meeting();
        this.deadline = request.deadline();
        this.proposedBy = proposer.subject();
        this.proposedName = proposer.name();
        this.proposedAt = at;
        this.state = new DecisionState.Proposed().slug();
    }

    DecisionState state(Instant moment) {
        return DecisionState.of(state, deadline, moment);
    }

    /** Covered: by that version of the power, as it was known then. */
    void take(DecisionState.Proposed proposed, Person by, int version, Instant known, Instant at) {
        settle(proposed.take(), by, at);
        powerVersion = version;
        powersAsAt = known;
    }

    /** Not covered, and put on that agenda. */
    void refuse(
            DecisionState.Proposed proposed,
            Person by,
            List<Unmet> conditions,
            Agenda.Escalation escalation,
            Instant known,
            Instant at) {
        settle(proposed.refuse(), by, at);
        unmet = List.copyOf(conditions);
        escalationId = escalation.item();
        powersAsAt = known;
    }

    void withdraw(DecisionState.Proposed proposed, Person by, String why, Instant at) {
        settle(proposed.withdraw(), by, at);
        withdrawnWhy = why;
    }

    private void settle(DecisionState to, Person by, Instant at) {
        state = to.slug();
        settledBy = by.subject();
        settledName = by.name();
        settledAt = at;
    }

    boolean isProposedBy(String person) {
        return person.equals(proposedBy);
    }

    /** What the power is asked, when these people decide. */
    PowerCheck.Asked asked(Decider decider) {
        return new PowerCheck.Asked(
                groupId, subject, matters, money, months, decider.person().subject(), decider.roles());
    }

    /** The decision's identifier. */
    public UUID id() {
        return id;
    }

    /** For which group it was decided. */
    public UUID groupId() {
        return groupId;
    }

    /** The meeting at which it was taken, if it was at one. */
    public @Nullable UUID meetingId() {
        return meetingId;
    }

    /** Whether it was taken. */
    public boolean isTaken() {
        return state.equals(new DecisionState.Taken().slug());
    }

    UUID powerId() {
        return powerId;
    }

    @Nullable
    UUID plannedId() {
        return plannedId;
    }

    String title() {
        return title;
    }

    String words() {
        return words;
    }

    String reason() {
        return reason;
    }

    @Nullable
    BigDecimal money() {
        return money;
    }

    @Nullable
    Integer months() {
        return months;
    }

    @Nullable
    Instant settledAt() {
        return settledAt;
    }

    long version() {
        return version;
    }

    /** As the minutes tell one that was taken. */
    DecisionsTaken.Taken minuted(@Nullable Boolean stands) {
        var terms = new ArrayList<String>();
        if (money != null) {
            terms.add("It costs up to £" + Money.words(money) + ".");
        }
        if (months != null) {
            terms.add("It binds for " + (months == 1 ? "a month." : months + " months."));
        }
        return new DecisionsTaken.Taken(
                title,
                words,
                reason,
                "Under the power on " + subject + (powerVersion == null ? "" : ", version " + powerVersion),
                terms,
                options.stream()
                        .map(option -> option.words() + " Not chosen: " + option.whyNot())
                        .toList(),
                consultation,
                stands);
    }

    /** As the minutes tell one that was refused. */
    DecisionsTaken.Refused minutedAsRefused() {
        return new DecisionsTaken.Refused(
                title,
                unmet == null
                        ? List.of()
                        : unmet.stream().map(Unmet::explanation).toList(),
                escalationId != null);
    }

    /**
     * The decision as it is shown.
     *
     * @param agreed who agreed to it
     * @param standing of one that was taken: whether it stands
     * @param insider whether its reader is told who it was
     */
    DecisionView view(
            List<DecisionView.Agreement> agreed, @Nullable Standing standing, boolean insider, Instant moment) {
        return new DecisionView(
                id,
                groupId,
                title,
                words,
                reason,
                options,
                consultation,
                powerId,
                powerVersion,
                subject,
                matters,
                Money.text(money),
                months,
                plannedId,
                meetingId,
                deadline,
                state(moment).slug(),
                standing == null ? null : standing.stands(),
                standing != null ? standing.unmet() : unmet == null ? List.of() : unmet,
                escalationId,
                insider ? proposedName : null,
                proposedAt,
                insider ? agreed : List.of(),
                insider ? settledName : null,
                settledAt,
                powersAsAt,
                withdrawnWhy);
    }
}
