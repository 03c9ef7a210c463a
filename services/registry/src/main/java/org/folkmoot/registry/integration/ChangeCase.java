package org.folkmoot.registry.integration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.registry.RegistryProblem;
import org.folkmoot.registry.body.Organisations;
import org.folkmoot.registry.ics.Reach;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.jspecify.annotations.Nullable;

/** Cases are opened, filled, decided and reopened. */
@ApplicationScoped
class ChangeCase {

    private static final String KIND = "integration-case";

    private final Cases cases;
    private final Organisations organisations;
    private final Reach reach;
    private final Chronicle chronicle;
    private final TellCaseStates states;
    private final Caller caller;
    private final Clock clock;

    ChangeCase(
            Cases cases,
            Organisations organisations,
            Reach reach,
            Chronicle chronicle,
            TellCaseStates states,
            Caller caller,
            Clock clock) {
        this.cases = cases;
        this.organisations = organisations;
        this.reach = reach;
        this.chronicle = chronicle;
        this.states = states;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Result<CaseView> open(CaseRequest request) {
        Optional<Problem> refusal = reach.refusal(request.practice(), Roles.ICS_ADMIN)
                .or(() -> organisations.notAPractice(request.practice().code()));
        List<OptionRequest> options = request.options();
        for (int i = 0; i < options.size() && refusal.isEmpty(); i++) {
            refusal = unknownPartner(options.get(i), "#/options/" + i + "/partner");
        }
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        var one = new IntegrationCase(Uuid7.next(), request.practice(), caller, clock.instant());
        cases.persistAndFlush(one);
        options.forEach(option -> cases.add(one.id(), option));
        return done(one, "opened", null);
    }

    @Transactional
    Result<CaseView> add(UUID id, @Nullable String ifMatch, OptionRequest option) {
        return change(id, ifMatch, one -> reach.refusal(one.practice(), Roles.ICS_ADMIN), one -> {
            if (!(one.state() instanceof CaseState.Open)) {
                return notInState(one, "Options are added while the practice considers");
            }
            Optional<Problem> unknown = unknownPartner(option, "#/partner");
            if (unknown.isPresent()) {
                return new Result.Refused<>(unknown.get());
            }
            cases.touch(one);
            cases.add(id, option);
            return done(one, "option.added", null);
        });
    }

    @Transactional
    Result<CaseView> add(UUID id, @Nullable String ifMatch, DiligenceRequest item) {
        return change(id, ifMatch, one -> reach.refusal(one.practice(), Roles.ICS_ADMIN), one -> {
            if (!(one.state() instanceof CaseState.Open)) {
                return notInState(one, "Due diligence is done while the practice considers");
            }
            cases.touch(one);
            cases.add(id, item);
            return done(one, "diligence.added", null);
        });
    }

    /** The local medical committee may speak at any time; who it is, the role says. */
    @Transactional
    Result<CaseView> add(UUID id, @Nullable String ifMatch, StatementRequest statement) {
        return change(id, ifMatch, one -> Optional.empty(), one -> {
            cases.touch(one);
            cases.add(id, statement);
            states.tell(id);
            return done(one, statement.kind() + ".added", null);
        });
    }

    @Transactional
    Result<CaseView> decide(UUID id, @Nullable String ifMatch, DecisionRequest decision) {
        return change(id, ifMatch, one -> reach.refusal(one.practice()), one -> {
            if (!(one.state() instanceof CaseState.Open open)) {
                return notInState(one, "An open case is decided");
            }
            Integer option = decision.option();
            if ((decision.outcome() == Outcome.JOINED) != (option != null)) {
                return wrong("#/option", "says by which option a practice joins, and is absent when it declines");
            }
            if (option != null && !cases.hasOption(id, option)) {
                return wrong("#/option", "must be the number of an option of this case");
            }
            if (decision.decidedOn().isAfter(LondonTime.today(clock))) {
                return wrong("#/decidedOn", "must not be after today");
            }
            String outcome = decision.outcome().slug();
            one.decide(open, decision.outcome(), decision.decidedOn());
            cases.flush();
            int number = cases.add(id, outcome, decision.reason(), option, decision.decidedOn());
            chronicle.announce(
                    KIND,
                    id.toString(),
                    "decided",
                    new CaseDecided(
                            id, one.practice().code(), outcome, decision.decidedOn(), number, cases.objections(id)));
            states.tell(id);
            return done(one, outcome, decision.reason().strip());
        });
    }

    @Transactional
    Result<CaseView> reopen(UUID id, @Nullable String ifMatch, ReopeningRequest reopening) {
        return change(id, ifMatch, one -> reach.refusal(one.practice(), Roles.ICS_ADMIN), one -> {
            if (!(one.state() instanceof CaseState.Decided decided)) {
                return notInState(one, "A decided case is reopened");
            }
            LocalDate today = LondonTime.today(clock);
            one.reopen(decided);
            cases.flush();
            cases.add(id, "reopened", reopening.reason(), null, today);
            states.tell(id);
            return done(one, "reopened", reopening.reason().strip());
        });
    }

    /** Does it to the case that the caller sees, in the version that they saw, if they may. */
    private Result<CaseView> change(
            UUID id,
            @Nullable String ifMatch,
            Function<IntegrationCase, Optional<Problem>> permission,
            Function<IntegrationCase, Result<CaseView>> change) {
        Optional<IntegrationCase> seen = cases.visible(id);
        if (seen.isEmpty()) {
            return Result.absent();
        }
        IntegrationCase one = seen.get();
        Optional<Problem> refusal =
                permission.apply(one).or(() -> EntityTag.of(one.version()).refusal(ifMatch));
        return refusal.<Result<CaseView>>map(Result.Refused::new).orElseGet(() -> change.apply(one));
    }

    private Optional<Problem> unknownPartner(OptionRequest option, String pointer) {
        String partner = option.partner();
        return partner == null || organisations.find(partner).isPresent()
                ? Optional.empty()
                : Optional.of(Organisations.unknown(partner).withError(pointer, "must be an organisation"));
    }

    private Result<CaseView> done(IntegrationCase one, String verb, @Nullable String reason) {
        cases.flush();
        chronicle.wrote(verb, KIND, one.id(), reason);
        return new Result.Done<>(cases.view(one), one.version());
    }

    private static Result<CaseView> notInState(IntegrationCase one, String rule) {
        return Result.refused(
                RegistryProblem.CASE_NOT_IN_STATE,
                rule + "; this one is " + one.state().slug() + ".");
    }

    private static Result<CaseView> wrong(String pointer, String rule) {
        return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST).withError(pointer, rule));
    }
}
