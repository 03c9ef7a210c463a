package org.folkmoot.mandate.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.mandate.MandateProblem;
import org.folkmoot.mandate.group.Groups;
import org.folkmoot.mandate.mandate.Mandates;
import org.folkmoot.mandate.motion.Motions;
import org.folkmoot.mandate.power.PowerUses;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Roles;
import org.jspecify.annotations.Nullable;

/** Objections and comments are raised and answered. */
@ApplicationScoped
class GiveFeedback {

    private final Objections objections;
    private final Groups groups;
    private final Motions motions;
    private final Mandates mandates;
    private final PowerUses decisions;
    private final Chronicle chronicle;
    private final Caller caller;
    private final Clock clock;

    GiveFeedback(
            Objections objections,
            Groups groups,
            Motions motions,
            Mandates mandates,
            PowerUses decisions,
            Chronicle chronicle,
            Caller caller,
            Clock clock) {
        this.objections = objections;
        this.groups = groups;
        this.motions = motions;
        this.mandates = mandates;
        this.decisions = decisions;
        this.chronicle = chronicle;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Result<ObjectionView> raise(UUID group, ObjectionRequest request) {
        if (groups.onDay(group, LondonTime.today(clock)).isEmpty()) {
            return Result.absent();
        }
        if (!isThere(group, request)) {
            return Result.refused(
                    CommonProblem.NOT_FOUND,
                    request.subject().equals("decision")
                            ? "No such decision of this group has been announced yet."
                            : "The group has no such " + request.subject() + ".");
        }
        if (!speaksFor(request.organisation())) {
            return Result.refused(CommonProblem.FORBIDDEN, "You do not speak for " + request.organisation() + ".");
        }
        var objection = new Objection(Uuid7.next(), group, request, Person.of(caller), clock.instant());
        objections.persist(objection);
        objections.flush();
        chronicle.wrote("raised", "objection", objection.id(), null);
        chronicle.announce("objection", objection.id().toString(), "raised", objection.raised());
        return new Result.Done<>(objection.view(), objection.version());
    }

    @Transactional
    Result<ObjectionView> answer(UUID id, @Nullable String ifMatch, String words) {
        Objection objection = objections.findById(id);
        if (objection == null) {
            return Result.absent();
        }
        Optional<Problem> refusal = EntityTag.of(objection.version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        if (objection.isAnswered()) {
            return Result.refused(MandateProblem.OBJECTION_ANSWERED, "A reply is given once, and stays.");
        }
        objection.answer(words, Person.of(caller), clock.instant());
        objections.flush();
        chronicle.wrote("answered", "objection", id, null);
        chronicle.announce("objection", id.toString(), "answered", objection.answered());
        return new Result.Done<>(objection.view(), objection.version());
    }

    /** Whoever is of the LMC speaks for it, and not for the board that their token names. */
    private boolean speaksFor(OdsCode organisation) {
        Set<String> roles = caller.roles();
        if (organisation.equals(ObjectionRequest.LMC)) {
            return roles.contains(Roles.LMC_EXECUTIVE);
        }
        return caller.speaksFor(organisation)
                && (roles.contains(Roles.PRACTICE_VOTER) || roles.contains(Roles.PCN_CLINICAL_DIRECTOR));
    }

    /** The executive's decisions are not this service's: it knows those that were announced. */
    private boolean isThere(UUID group, ObjectionRequest request) {
        return switch (request.subject()) {
            case "motion" ->
                motions.findByIdOptional(request.subjectId())
                        .filter(motion -> motion.groupId().equals(group))
                        .isPresent();
            case "mandate" ->
                mandates.term(request.subjectId(), clock.instant())
                        .filter(term -> term.group().equals(group))
                        .isPresent();
            default -> decisions.knowsDecision(request.subjectId(), group);
        };
    }
}
