package org.folkmoot.tenants.ics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.folkmoot.http.EntityTag;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * What an operator can do with an ICS. Each is one transaction: the change of state, the announcement of it, the steps
 * that it asks for, and the entry in the log.
 */
@ApplicationScoped
class OperateIcs {

    private final IcsEntries entries;
    private final Exports exports;
    private final IcbList boards;
    private final Issuers issuers;
    private final WorkQueue queue;
    private final Announcements announcements;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;
    private final IcsLife.ExportRule exportRule;
    private final Event<Workers.Due> due;

    OperateIcs(
            IcsEntries entries,
            Exports exports,
            IcbList boards,
            Issuers issuers,
            WorkQueue queue,
            Announcements announcements,
            Audit audit,
            Caller caller,
            Clock clock,
            WorkConfig config,
            Event<Workers.Due> due) {
        this.entries = entries;
        this.exports = exports;
        this.boards = boards;
        this.issuers = issuers;
        this.queue = queue;
        this.announcements = announcements;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
        this.exportRule = new IcsLife.ExportRule(config.exportMaxAge());
        this.due = due;
    }

    @Transactional
    Operated onboard(OdsCode code, @Nullable FirstAdministrator administrator) {
        Optional<String> name = boards.nameOf(code);
        if (name.isEmpty()) {
            return refused(Problem.of(TenantsProblem.UNKNOWN_ICB)
                    .withDetail(code + " is none of the " + boards.size()
                            + " integrated care boards that NHS England lists.")
                    .with("code", code.code()));
        }
        Tenant tenant = Tenant.ofIcb(code);
        Instant now = clock.instant();
        Optional<IcsEntry> known = entries.hold(tenant);
        if (known.isEmpty()) {
            IcsEntry entry = new IcsEntry(tenant, name.get(), issuers.of(tenant), administrator, now);
            entries.persist(entry);
            return accepted(entry, "ics.onboarding.asked");
        }
        IcsEntry entry = known.get();
        if (!(entry.life() instanceof IcsLife.Offboarded gone)) {
            return refused(Problem.of(TenantsProblem.ICS_ALREADY_ONBOARDED)
                    .withDetail(name.get() + " is on the platform: see /ics/" + tenant + ".")
                    .with("ics", "/ics/" + tenant)
                    .with("state", State.of(entry.life()).word()));
        }
        if (entry.isBusy()) {
            // What let it go would be left half done: old passwords and rights would be good again.
            return refused(inState(TenantsProblem.ICS_BUSY, entry));
        }
        entry.describe(name.get(), issuers.of(tenant), administrator);
        entry.become(gone.onboardedAgain(now));
        entry.begin(Procedure.ONBOARDING, now);
        return accepted(entry, "ics.onboarding.asked");
    }

    @Transactional
    Operated retryOnboarding(Tenant tenant, @Nullable String ifMatch) {
        return change(tenant, ifMatch, (entry, now) -> {
            if (!(entry.life() instanceof IcsLife.Stalled stalled)) {
                return refused(inState(TenantsProblem.ONBOARDING_NOT_STALLED, entry));
            }
            entry.become(stalled.retried(now));
            entry.beginAgain(now);
            return accepted(entry, "ics.onboarding.retried");
        });
    }

    @Transactional
    Operated suspend(Tenant tenant, @Nullable String ifMatch) {
        return change(tenant, ifMatch, (entry, now) -> {
            if (!(entry.life() instanceof IcsLife.Active active)) {
                return refused(inState(TenantsProblem.ICS_NOT_ACTIVE, entry));
            }
            entry.become(active.suspended(now));
            entry.begin(Procedure.SUSPENSION, now);
            announcements.suspended(entry, now);
            return accepted(entry, "ics.suspended");
        });
    }

    @Transactional
    Operated resume(Tenant tenant, @Nullable String ifMatch) {
        return change(tenant, ifMatch, (entry, now) -> {
            if (!(entry.life() instanceof IcsLife.Suspended suspended)) {
                return refused(inState(TenantsProblem.ICS_NOT_SUSPENDED, entry));
            }
            entry.become(suspended.resumed(now));
            entry.begin(Procedure.RESUMPTION, now);
            announcements.resumed(entry, now);
            return accepted(entry, "ics.resumed");
        });
    }

    @Transactional
    Operated export(Tenant tenant, @Nullable String ifMatch) {
        return change(tenant, ifMatch, (entry, now) -> {
            if (entry.isBusy() || !(entry.life() instanceof IcsLife.Leavable)) {
                return refused(inState(TenantsProblem.ICS_BUSY, entry));
            }
            entry.begin(Procedure.EXPORT, now);
            return accepted(entry, "ics.export.asked");
        });
    }

    @Transactional
    Operated offboard(Tenant tenant, @Nullable String ifMatch) {
        return change(tenant, ifMatch, (entry, now) -> {
            if (!(entry.life() instanceof IcsLife.Leavable leavable)) {
                return refused(inState(TenantsProblem.ICS_NOT_ACTIVE, entry));
            }
            Optional<IcsLife.Offboarded> gone = leavable.offboarded(now, exportRule, exports.madeAt(tenant));
            if (gone.isEmpty()) {
                return refused(Problem.of(TenantsProblem.EXPORT_REQUIRED)
                        .withDetail(
                                "Ask for one by POST /ics/" + tenant + "/export, take it from there by GET, and then"
                                        + " offboard. It must be younger than the state of the ICS and than "
                                        + exportRule.maxAge().toHours() + " hours.")
                        .with("export", "/ics/" + tenant + "/export"));
            }
            entry.become(gone.get());
            entry.begin(Procedure.OFFBOARDING, now);
            announcements.offboarded(entry, now);
            return accepted(entry, "ics.offboarded");
        });
    }

    private Operated change(
            Tenant tenant, @Nullable String ifMatch, BiFunction<IcsEntry, Instant, Operated> transition) {
        Optional<IcsEntry> held = entries.hold(tenant);
        if (held.isEmpty()) {
            return refused(Problem.of(CommonProblem.NOT_FOUND));
        }
        IcsEntry entry = held.get();
        return EntityTag.of(entry.version())
                .refusal(ifMatch)
                .<Operated>map(Operated.Refused::new)
                .orElseGet(() -> transition.apply(entry, clock.instant()));
    }

    private Operated accepted(IcsEntry entry, String kind) {
        // Written now: the queue refers to the entry, and the answer carries the version that this leaves behind.
        entries.flush();
        queue.makeDue(entry.tenant());
        due.fire(new Workers.Due());
        audit.by(
                caller.subject(),
                kind,
                entry.tenant(),
                Map.of("state", State.of(entry.life()).word()));
        return new Operated.Accepted(IcsView.of(entry, exports.madeAt(entry.tenant())), entry.version());
    }

    private static Operated refused(Problem problem) {
        return new Operated.Refused(problem);
    }

    private static Problem inState(TenantsProblem type, IcsEntry entry) {
        String state = State.of(entry.life()).word();
        return Problem.of(type)
                .withDetail("Its state is " + state + (entry.isBusy() ? ", and something is still being done." : "."))
                .with("state", state);
    }
}
