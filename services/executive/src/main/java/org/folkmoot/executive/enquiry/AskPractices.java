package org.folkmoot.executive.enquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.executive.ExecutiveProblem;
import org.folkmoot.executive.practice.Audience;
import org.folkmoot.executive.practice.Practices;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.EnglishWorkingDays;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Practices are asked because of an enquiry, and answer. */
@ApplicationScoped
class AskPractices {

    private final Enquiries enquiries;
    private final Asks asks;
    private final Practices known;
    private final Chronicle chronicle;
    private final Clock clock;

    AskPractices(Enquiries enquiries, Asks asks, Practices known, Chronicle chronicle, Clock clock) {
        this.enquiries = enquiries;
        this.asks = asks;
        this.known = known;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Asks each of these practices once, and shows the enquiry with the number of those who were asked. */
    @Transactional
    Result<EnquiryView> ask(UUID id, AskRequest request, Reader by) {
        Optional<Enquiry> held = enquiries.held(id).filter(each -> by.desk() || by.seesTo(each));
        if (held.isEmpty()) {
            return Result.absent();
        }
        Enquiry enquiry = held.get();
        if (!by.seesTo(enquiry)) {
            return Result.refused(CommonProblem.FORBIDDEN, "This is for those who see to the enquiry.");
        }
        if (!(enquiry.state() instanceof EnquiryState.Assigned
                || enquiry.state() instanceof EnquiryState.AwaitingEnquirer)) {
            return notInState(enquiry.state(), "While somebody sees to an enquiry, practices are asked");
        }
        Optional<Problem> unknown = unknown(request.practices());
        if (unknown.isPresent()) {
            return new Result.Refused<>(unknown.get());
        }
        LocalDate due = EnglishWorkingDays.plus(LondonTime.today(clock), request.workingDays());
        List<OdsCode> practices = request.practices().stream().distinct().toList();
        for (OdsCode practice : practices) {
            asks.persist(new Ask(
                    Uuid7.next(), id, practice.code(), request.words().strip(), due, by.person(), clock.instant()));
        }
        asks.flush();
        chronicle.wrote("practices.asked", "enquiry", id, practices.size() + " practices until " + due);
        return new Result.Done<>(enquiries.whole(id), enquiry.version());
    }

    @Transactional
    Result<AskView> answer(UUID id, @Nullable String ifMatch, String answer, Reader by) {
        Optional<Ask> held = asks.held(id).filter(each -> by.speaksFor(each.practice()));
        if (held.isEmpty()) {
            return asks.shown(id, by).isPresent()
                    ? Result.refused(CommonProblem.FORBIDDEN, "Somebody of the practice answers for it.")
                    : Result.absent();
        }
        Ask ask = held.get();
        Optional<Problem> refusal = EntityTag.of(ask.version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        // Held, so that nobody answers the enquirer meanwhile without having seen this.
        EnquiryState state = enquiries.held(ask.enquiryId()).orElseThrow().state();
        if (!(state instanceof EnquiryState.Unanswered)) {
            return notInState(state, "Until the enquirer is answered, practices answer");
        }
        ask.answer(answer, by.person(), clock.instant());
        asks.flush();
        chronicle.wrote("answered", "enquiry-ask", id, null);
        return new Result.Done<>(asks.shown(id, by).orElseThrow().view(), ask.version());
    }

    /** Whoever is asked under a code that is none of the ICS's would never hear of it. */
    private Optional<Problem> unknown(List<OdsCode> asked) {
        List<String> codes = asked.stream().map(OdsCode::code).toList();
        Set<String> open = Set.copyOf(known.of(new Audience("practices", codes)));
        if (open.containsAll(codes)) {
            return Optional.empty();
        }
        Problem problem = Problem.of(CommonProblem.INVALID_REQUEST);
        for (int i = 0; i < codes.size(); i++) {
            if (!open.contains(codes.get(i))) {
                problem = problem.withError("#/practices/" + i, "must be an open practice of this ICS");
            }
        }
        return Optional.of(problem);
    }

    private static <T> Result<T> notInState(EnquiryState state, String rule) {
        return Result.refused(ExecutiveProblem.ENQUIRY_NOT_IN_STATE, rule + "; this enquiry is " + state.slug() + ".");
    }
}
