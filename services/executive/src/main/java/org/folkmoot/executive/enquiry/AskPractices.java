package org.folkmoot.executive.enquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.executive.ExecutiveProblem;
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
    private final Chronicle chronicle;
    private final Clock clock;

    AskPractices(Enquiries enquiries, Asks asks, Chronicle chronicle, Clock clock) {
        this.enquiries = enquiries;
        this.asks = asks;
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

    private static <T> Result<T> notInState(EnquiryState state, String rule) {
        return Result.refused(ExecutiveProblem.ENQUIRY_NOT_IN_STATE, rule + "; this enquiry is " + state.slug() + ".");
    }
}
