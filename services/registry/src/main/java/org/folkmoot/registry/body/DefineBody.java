package org.folkmoot.registry.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.registry.RegistryProblem;
import org.folkmoot.registry.ics.InTurn;
import org.folkmoot.tenancy.Caller;
import org.jspecify.annotations.Nullable;

/** A body is defined, or what is known of it amended. */
@ApplicationScoped
class DefineBody {

    private final Bodies bodies;
    private final InTurn turn;
    private final Organisations organisations;
    private final Chronicle chronicle;
    private final Caller caller;
    private final Clock clock;

    DefineBody(
            Bodies bodies, InTurn turn, Organisations organisations, Chronicle chronicle, Caller caller, Clock clock) {
        this.bodies = bodies;
        this.turn = turn;
        this.organisations = organisations;
        this.chronicle = chronicle;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Result<BodyView> define(BodyRequest request) {
        UUID id = Uuid7.next();
        Optional<Problem> refusal = alreadyKnown(id, request);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        var body = new Body(id, request, caller, clock.instant());
        bodies.persistAndFlush(body);
        chronicle.wrote("defined", "body", id, body.name());
        return new Result.Done<>(body.view(), body.version());
    }

    @Transactional
    Result<BodyView> amend(UUID id, @Nullable String ifMatch, BodyRequest request) {
        Body body = bodies.findById(id);
        if (body == null) {
            return Result.absent();
        }
        Optional<Problem> refusal = EntityTag.of(body.version())
                .refusal(ifMatch)
                .or(() -> ofAnotherKind(body, request))
                .or(() -> alreadyKnown(id, request));
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        chronicle.wrote("amended", "body", id, body.name());
        body.amend(request);
        bodies.flush();
        return new Result.Done<>(body.view(), body.version());
    }

    private static Optional<Problem> ofAnotherKind(Body body, BodyRequest request) {
        return request.kind().equals(body.kind())
                ? Optional.empty()
                : Optional.of(Problem.of(CommonProblem.INVALID_REQUEST)
                        .withError(
                                "#/kind",
                                "must stay " + body.kind()
                                        + "; what it became is another body, joined to it by a succession"));
    }

    private Optional<Problem> alreadyKnown(UUID id, BodyRequest request) {
        // Of two who define the same body at once the second is told of the first.
        turn.waitFor("body");
        String code = request.ods();
        Optional<Organisation> listed = code == null
                ? Optional.empty()
                : organisations.find(code).filter(found -> found.id().equals(code));
        if (listed.isPresent()) {
            return Optional.of(Problem.of(RegistryProblem.BODY_ALREADY_KNOWN)
                    .withDetail("The directory has " + listed.get().name() + " under " + code
                            + ". Link to it by that code.")
                    .with("organisation", listed.get().id()));
        }
        return bodies.sharing(id, code, request.companyNumber()).stream()
                .findFirst()
                .map(other -> Problem.of(RegistryProblem.BODY_ALREADY_KNOWN)
                        .withDetail(other.name() + " has this ODS code or company number.")
                        .with("organisation", other.id().toString()));
    }
}
