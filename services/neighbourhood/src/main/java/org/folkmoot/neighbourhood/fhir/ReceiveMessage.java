package org.folkmoot.neighbourhood.fhir;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.fhir.RequestMessage.Known;
import org.folkmoot.neighbourhood.referral.CameBy;
import org.folkmoot.neighbourhood.referral.ChangeReferral;
import org.folkmoot.neighbourhood.referral.DraftRequest;
import org.folkmoot.neighbourhood.referral.NewReferral;
import org.folkmoot.neighbourhood.referral.Outcome;
import org.folkmoot.neighbourhood.referral.Refer;
import org.folkmoot.neighbourhood.referral.ReferralsInHand;
import org.folkmoot.neighbourhood.referral.Stage;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.FieldError;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;

/**
 * Makes of a message the command that a person would give, and says what came of it. What is refused is refused by whoever
 * carries the command out; here only the places of the refused values become places in the bundle.
 */
@ApplicationScoped
class ReceiveMessage {

    private final Validator validator;
    private final Refer refer;
    private final ChangeReferral change;
    private final ReferralsInHand referrals;

    ReceiveMessage(Validator validator, Refer refer, ChangeReferral change, ReferralsInHand referrals) {
        this.validator = validator;
        this.refer = refer;
        this.change = change;
        this.referrals = referrals;
    }

    /** @param journey the one of which the sender speaks */
    @Transactional
    Result<Stage> receive(RequestMessage message, UUID journey, Reader by) {
        Result<Stage> result = switch (message) {
            case RequestMessage.New referral -> begin(referral, journey, by);
            case RequestMessage.Update update ->
                ofJourney(update.known(), journey, by, known -> amend(update, known, by));
            case RequestMessage.Cancel cancel ->
                ofJourney(
                        cancel.known(),
                        journey,
                        by,
                        known -> change.close(known.referral(), ifMatch(known), Outcome.WITHDRAWN, cancel.words(), by));
        };
        return switch (result) {
            case Result.Done<Stage> done -> done;
            case Result.Refused<Stage>(Problem problem) -> refused(located(problem, message.places()), message);
        };
    }

    /** Of a referral that is not made nothing is kept: neither the person who was described nor the draft. */
    private static Result<Stage> refused(Problem problem, RequestMessage message) {
        if (message instanceof RequestMessage.New) {
            throw new ProblemException(problem);
        }
        return new Result.Refused<>(problem);
    }

    private Result<Stage> begin(RequestMessage.New message, UUID journey, Reader by) {
        var draft = new DraftRequest(
                message.team(),
                message.said().priority(),
                message.said().service(),
                message.said().reason());
        Problem problem = complaints(Problem.of(CommonProblem.INVALID_REQUEST), "#/person", message.person());
        problem = complaints(problem, "#", draft);
        if (!problem.errors().isEmpty()) {
            return new Result.Refused<>(problem);
        }
        return refer.refer(
                new NewReferral(
                        new NewReferral.Whom.Described(message.person()),
                        draft.team(),
                        message.practice().code(),
                        CameBy.MESSAGE,
                        draft.priority(),
                        draft.service(),
                        draft.reason(),
                        List.of(),
                        null,
                        journey),
                true,
                by);
    }

    private Result<Stage> amend(RequestMessage.Update update, Known known, Reader by) {
        var draft = new DraftRequest(
                update.team(),
                update.said().priority(),
                update.said().service(),
                update.said().reason());
        Problem problem = complaints(Problem.of(CommonProblem.INVALID_REQUEST), "#", draft);
        return problem.errors().isEmpty()
                ? change.amend(known.referral(), ifMatch(known), draft, by)
                : new Result.Refused<>(problem);
    }

    /** Does something with a referral, if the reader sees it and it is of the journey of which the sender speaks. */
    private Result<Stage> ofJourney(Known known, UUID journey, Reader by, Function<Known, Result<Stage>> work) {
        Optional<Stage> seen = referrals.see(by, known.referral());
        if (seen.isEmpty()) {
            return Result.absent();
        }
        return seen.get().journey().equals(journey)
                ? work.apply(known)
                : new Result.Refused<>(Problem.of(CommonProblem.CONFLICT)
                        .withError(
                                "#header/" + ExchangeHeaders.CORRELATION,
                                "is not the journey to which this referral belongs"));
    }

    private static String ifMatch(Known known) {
        return known.version() == null ? "*" : "\"" + known.version() + "\"";
    }

    /** What the record of the command complains about, as it would of a body. */
    private <T> Problem complaints(Problem problem, String root, T command) {
        Problem all = problem;
        Set<ConstraintViolation<T>> violations = validator.validate(command);
        for (ConstraintViolation<T> violation : violations.stream()
                .sorted(Comparator.comparing(each -> each.getPropertyPath().toString()))
                .toList()) {
            all = all.withError(root + "/" + violation.getPropertyPath(), violation.getMessage());
        }
        return all;
    }

    private static Problem located(Problem problem, Map<String, String> places) {
        return new Problem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.instance(),
                problem.errors().stream()
                        .map(error -> new FieldError(place(error.pointer(), places), error.detail()))
                        .toList(),
                problem.extensions());
    }

    private static String place(String pointer, Map<String, String> places) {
        return pointer.startsWith("#/") ? places.getOrDefault(pointer, "#") : pointer;
    }
}
