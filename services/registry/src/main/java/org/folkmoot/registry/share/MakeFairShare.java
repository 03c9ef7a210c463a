package org.folkmoot.registry.share;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.registry.RegistryProblem;
import org.folkmoot.registry.body.Organisations;

/** An amount is divided, and stays on record so. */
@ApplicationScoped
class MakeFairShare {

    private final FairShares shares;
    private final Organisations organisations;
    private final Chronicle chronicle;
    private final Clock clock;

    MakeFairShare(FairShares shares, Organisations organisations, Chronicle chronicle, Clock clock) {
        this.shares = shares;
        this.organisations = organisations;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @Transactional
    Result<FairShareView> make(FairShareRequest request) {
        if (request.asAt().isAfter(LondonTime.today(clock))) {
            return wrong("#/asAt", "must not be after today");
        }
        List<String> practices =
                request.practices().stream().map(one -> one.practice().code()).toList();
        for (int i = 0; i < practices.size(); i++) {
            Optional<Problem> foreign = organisations.notAPractice(practices.get(i), request.asAt());
            if (foreign.isPresent()) {
                return new Result.Refused<>(
                        foreign.get().withError(pointer(i, "practice"), "must be a practice of this ICS"));
            }
        }
        boolean byList = request.rule() == ShareRule.REGISTERED_LIST;
        Map<String, BigDecimal> lists = byList ? shares.registeredLists(practices, request.asAt()) : Map.of();
        var claims = new ArrayList<Claim>();
        for (int i = 0; i < practices.size(); i++) {
            BigDecimal given = request.practices().get(i).weight();
            if (byList == (given != null)) {
                return wrong(
                        pointer(i, "weight"),
                        "is given by every rule but registered-list, which takes the directory's");
            }
            BigDecimal weight = given == null ? lists.get(practices.get(i)) : given;
            if (weight == null) {
                return Result.refused(
                        RegistryProblem.LIST_SIZE_UNKNOWN,
                        "The directory has no registered list of " + practices.get(i) + " on " + request.asAt() + ".");
            }
            claims.add(new Claim(practices.get(i), weight));
        }
        return switch (Division.of(request.amountPence(), claims)) {
            case Division.Divided divided -> made(request, divided);
            case Division.Refused(Division.Reason reason) ->
                switch (reason) {
                    case NO_MONEY -> wrong("#/amountPence", "must be at least one penny");
                    case NOBODY -> wrong("#/practices", "must be at least one practice");
                    case TWICE -> wrong("#/practices", "must name each practice once");
                    case NEGATIVE_WEIGHT -> wrong("#/practices", "must not weigh less than nothing");
                    case NO_WEIGHT -> wrong("#/practices", "must not all weigh nothing");
                };
        };
    }

    private Result<FairShareView> made(FairShareRequest request, Division.Divided divided) {
        UUID id = Uuid7.next();
        shares.add(id, request, divided, clock.instant());
        chronicle.wrote("made", "fair-share", id, request.reason().strip());
        return new Result.Done<>(shares.find(id).orElseThrow(), 0);
    }

    private static String pointer(int practice, String field) {
        return "#/practices/" + practice + "/" + field;
    }

    private static Result<FairShareView> wrong(String pointer, String rule) {
        return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST).withError(pointer, rule));
    }
}
