package org.folkmoot.executive.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.executive.ExecutiveProblem;
import org.folkmoot.executive.power.Groups;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** Recommendations are recorded, entrusted to somebody, responded to, or set aside. */
@ApplicationScoped
class ChangeRecommendation {

    private static final int YEARS_AWAY = 5;

    private final Recommendations recommendations;
    private final Groups groups;
    private final Chronicle chronicle;
    private final Clock clock;

    ChangeRecommendation(Recommendations recommendations, Groups groups, Chronicle chronicle, Clock clock) {
        this.recommendations = recommendations;
        this.groups = groups;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @Transactional
    Result<RecommendationView> record(UUID group, RecommendationRequest request, Person by) {
        if (!groups.isKnown(group)) {
            return Result.absent();
        }
        LocalDate today = LondonTime.today(clock);
        if (request.respondBy().isBefore(today.minusYears(YEARS_AWAY))
                || request.respondBy().isAfter(today.plusYears(YEARS_AWAY))) {
            return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST)
                    .withError("#/respondBy", "must lie within " + YEARS_AWAY + " years"));
        }
        var recommendation = new Recommendation(Uuid7.next(), group, request, by, clock.instant());
        recommendations.persist(recommendation);
        chronicle.wrote("recorded", "recommendation", recommendation.id(), null);
        return done(recommendation);
    }

    @Transactional
    Result<RecommendationView> entrust(UUID id, @Nullable String ifMatch, ResponderRequest request) {
        return change(id, ifMatch, recommendation -> {
            recommendation.entrust(
                    request.person().strip(), request.personName().strip());
            chronicle.wrote("entrusted", "recommendation", id, request.person().strip());
            return done(recommendation);
        });
    }

    /** @param office whether the person may respond to what others were entrusted with */
    @Transactional
    Result<RecommendationView> respond(UUID id, @Nullable String ifMatch, String response, Person by, boolean office) {
        return change(id, ifMatch, recommendation -> {
            if (!office && !recommendation.isEntrustedTo(by.subject())) {
                return Result.refused(CommonProblem.FORBIDDEN, "Whoever is entrusted with it or the office responds.");
            }
            recommendation.respond(response, by, clock.instant());
            chronicle.wrote("responded", "recommendation", id, null);
            return done(recommendation);
        });
    }

    @Transactional
    Result<RecommendationView> setAside(UUID id, @Nullable String ifMatch, String reason) {
        return change(id, ifMatch, recommendation -> {
            recommendation.setAside(reason, clock.instant());
            chronicle.wrote("set.aside", "recommendation", id, reason);
            return done(recommendation);
        });
    }

    private Result<RecommendationView> change(
            UUID id, @Nullable String ifMatch, Function<Recommendation, Result<RecommendationView>> change) {
        Optional<Recommendation> held = recommendations.held(id);
        if (held.isEmpty()) {
            return Result.absent();
        }
        Optional<Problem> refusal = EntityTag.of(held.get().version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        return held.get().isOpen()
                ? change.apply(held.get())
                : Result.refused(
                        ExecutiveProblem.RECOMMENDATION_NOT_IN_STATE,
                        "There is a response to it, or it was set aside; either is done once.");
    }

    private Result<RecommendationView> done(Recommendation recommendation) {
        recommendations.flush();
        return new Result.Done<>(recommendation.view(LondonTime.today(clock)), recommendation.version());
    }
}
