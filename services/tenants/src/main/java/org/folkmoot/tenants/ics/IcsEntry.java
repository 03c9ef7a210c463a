package org.folkmoot.tenants.ics;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.folkmoot.tenancy.Shared;
import org.folkmoot.tenancy.Tenant;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An ICS in the control plane's list: the state that it is in, and what is being done for it. */
@Entity
@Table(name = "ics")
@Shared("control plane")
class IcsEntry {

    @Id
    private String tenant;

    @Column(nullable = false, updatable = false)
    private String code;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String issuer;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private State state;

    @Column(nullable = false)
    private Instant stateSince;

    @Enumerated(EnumType.STRING)
    private @Nullable Procedure procedure;

    private @Nullable UUID procedureId;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable FirstAdministrator administrator;

    @Version
    private long version;

    // Read with the entry, but by a statement of their own: whoever waited for the row's lock would get the row as it
    // is
    // now and, joined to it, the steps as they were when the waiting began.
    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "ics_step", joinColumns = @JoinColumn(name = "tenant"))
    @OrderColumn(name = "position")
    private List<StepProgress> steps = new ArrayList<>();

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    protected IcsEntry() {}

    /** A new entry, whose onboarding has begun. */
    @SuppressWarnings("NullAway.Init")
    IcsEntry(Tenant tenant, String name, String issuer, @Nullable FirstAdministrator administrator, Instant at) {
        this.tenant = tenant.id();
        this.code = tenant.icb().code();
        this.name = name;
        this.issuer = issuer;
        this.administrator = administrator;
        become(new IcsLife.Onboarding(at));
        begin(Procedure.ONBOARDING, at);
    }

    Tenant tenant() {
        return Tenant.of(tenant);
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    String issuer() {
        return issuer;
    }

    IcsLife life() {
        return state.since(stateSince);
    }

    long version() {
        return version;
    }

    List<StepProgress> steps() {
        return List.copyOf(steps);
    }

    Optional<Procedure> procedure() {
        return Optional.ofNullable(procedure);
    }

    Optional<UUID> procedureId() {
        return Optional.ofNullable(procedureId);
    }

    IcsAtHand atHand() {
        return new IcsAtHand(tenant(), name, issuer, life(), Optional.ofNullable(administrator));
    }

    void become(IcsLife life) {
        state = State.of(life);
        stateSince = life.since();
    }

    /** An ICS that comes back may have another name, another first administrator, and another address of Keycloak. */
    void describe(String newName, String newIssuer, @Nullable FirstAdministrator newAdministrator) {
        name = newName;
        issuer = newIssuer;
        administrator = newAdministrator;
    }

    /** Sets the steps of a procedure to be done, in place of what was to be done before. */
    void begin(Procedure next, Instant at) {
        procedure = next;
        procedureId = UUID.randomUUID();
        steps.clear();
        next.steps().stream()
                .filter(step -> step != StepName.ADMINISTRATOR || administrator != null)
                .forEach(step -> steps.add(StepProgress.pending(step, at)));
    }

    /** Sets what is not done yet to be done, counting from nought. */
    void beginAgain(Instant at) {
        procedureId = UUID.randomUUID();
        steps.replaceAll(step -> step.again(at));
    }

    /** The step to do next; empty when there is none, or when it was given up. */
    Optional<StepProgress> next() {
        Stream<StepProgress> left = steps.stream().filter(step -> step.state() != StepState.DONE);
        // Of those that close an ICS none waits for another: while Keycloak is away, Kafka is closed.
        return (procedure().filter(Procedure::isClosing).isPresent()
                        ? left.min(Comparator.comparingInt(StepProgress::attempts))
                        : left.findFirst())
                .filter(step -> step.state() == StepState.PENDING);
    }

    boolean isBusy() {
        return next().isPresent();
    }

    void stepDone(Instant at) {
        StepProgress step = replaceNext(next().orElseThrow().done(at));
        if (step.step() == StepName.ADMINISTRATOR) {
            administrator = null;
        }
    }

    StepProgress stepFailed(String reason, boolean givenUp, Instant at) {
        return replaceNext(next().orElseThrow().failed(reason, givenUp, at));
    }

    private StepProgress replaceNext(StepProgress changed) {
        steps.set(steps.indexOf(next().orElseThrow()), changed);
        return changed;
    }
}
