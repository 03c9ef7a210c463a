package org.folkmoot.executive.enquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.folkmoot.events.Chronicle;
import org.folkmoot.executive.ExecutiveProblem;
import org.folkmoot.executive.chain.Chain;
import org.folkmoot.executive.power.Groups;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Enquiries are acknowledged, assigned, paused and resumed, answered and closed; the enquirer is told of it. */
@ApplicationScoped
class ChangeEnquiry {

    private static final String LATE = "late";

    private final Enquiries enquiries;
    private final Groups groups;
    private final Chain chain;
    private final Chronicle chronicle;
    private final Clock clock;

    ChangeEnquiry(Enquiries enquiries, Groups groups, Chain chain, Chronicle chronicle, Clock clock) {
        this.enquiries = enquiries;
        this.groups = groups;
        this.chain = chain;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @Transactional
    Result<EnquiryView> acknowledge(UUID id, @Nullable String ifMatch, @Nullable Integer days, Reader by) {
        return change(id, ifMatch, by, Reader::seesTo, enquiry -> {
            if (!(enquiry.state() instanceof EnquiryState.Received received)) {
                return notInState(enquiry, "What has come is acknowledged, once");
            }
            enquiry.acknowledge(received, days, by.person(), clock.instant());
            EnquiryView view = wrote(enquiry, "acknowledged", days == null ? null : "in " + days + " working days", by);
            return announced(
                    enquiry,
                    view,
                    "acknowledged",
                    new EnquiryEvents.Acknowledged(
                            id,
                            enquiry.organisation(),
                            enquiry.reference(),
                            view.answering().by()));
        });
    }

    @Transactional
    Result<EnquiryView> assign(UUID id, @Nullable String ifMatch, AssignmentRequest request, Reader by) {
        return change(id, ifMatch, by, (reader, enquiry) -> reader.triage(), enquiry -> {
            if (!(enquiry.state() instanceof EnquiryState.Assignable assignable)) {
                return notInState(enquiry, "Once it is acknowledged, and unless it waits, an enquiry is assigned");
            }
            UUID group = request.group() == null ? enquiry.groupId() : request.group();
            if (group == null || !groups.isKnown(group)) {
                return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST)
                        .withError("#/group", "must be the leadership group for which it is answered"));
            }
            Instant now = clock.instant();
            enquiry.assign(assignable, group, request, now);
            chain.stands("enquiry", id, enquiry.chainTitle(), now, group);
            return done(
                    enquiry,
                    wrote(enquiry, "assigned", "to " + request.assignee().strip(), by));
        });
    }

    @Transactional
    Result<EnquiryView> pause(UUID id, @Nullable String ifMatch, PauseRequest request, Reader by) {
        return change(id, ifMatch, by, Reader::seesTo, enquiry -> {
            if (!(enquiry.state() instanceof EnquiryState.Assigned assigned)) {
                return notInState(enquiry, "While somebody sees to it, an enquiry is paused");
            }
            String words = request.words().strip();
            enquiry.pause(assigned);
            enquiries.beginPause(id, request.reason(), words, clock.instant());
            EnquiryView view = wrote(enquiry, "paused", request.reason().slug(), by);
            return announced(
                    enquiry,
                    view,
                    "queried",
                    new EnquiryEvents.Queried(
                            id,
                            enquiry.organisation(),
                            enquiry.reference(),
                            request.reason().slug(),
                            words));
        });
    }

    /** By its enquirer, or by those who see to it, who heard from the enquirer by another way. */
    @Transactional
    Result<EnquiryView> resume(UUID id, @Nullable String ifMatch, String reply, Reader by) {
        return change(
                id,
                ifMatch,
                by,
                (reader, enquiry) -> reader.seesTo(enquiry) || reader.speaksFor(enquiry.organisation()),
                enquiry -> resumed(enquiry, reply, changed -> wrote(changed, "resumed", null, by)));
    }

    /**
     * By an event of the enquirer's system.
     *
     * @param reply what it says
     */
    @Transactional
    Result<EnquiryView> clarified(UUID id, String reply) {
        return enquiries
                .held(id)
                .map(enquiry -> resumed(enquiry, reply, changed -> {
                    chronicle.itself("resumed", "enquiry", id, null);
                    return enquiries.whole(id);
                }))
                .orElseGet(Result::absent);
    }

    private Result<EnquiryView> resumed(Enquiry enquiry, String reply, Function<Enquiry, EnquiryView> written) {
        if (!(enquiry.state() instanceof EnquiryState.AwaitingEnquirer awaiting)) {
            return notInState(enquiry, "An enquiry that waits for its enquirer goes on");
        }
        enquiry.resume(awaiting);
        enquiries.endPause(enquiry.id(), reply, clock.instant());
        enquiries.flush();
        EnquiryView view = written.apply(enquiry);
        return announced(
                enquiry,
                view,
                "clarified",
                new EnquiryEvents.Clarified(
                        enquiry.id(),
                        enquiry.organisation(),
                        enquiry.reference(),
                        view.answering().by()));
    }

    @Transactional
    Result<EnquiryView> answer(UUID id, @Nullable String ifMatch, String answer, Reader by) {
        return change(id, ifMatch, by, Reader::seesTo, enquiry -> {
            if (!(enquiry.state() instanceof EnquiryState.Assigned assigned)) {
                return notInState(enquiry, "While somebody sees to it, an enquiry is answered");
            }
            enquiry.answer(assigned, answer, by.person(), clock.instant());
            EnquiryView view = wrote(enquiry, "answered", null, by);
            chain.came("enquiry", id, "answered");
            return announced(
                    enquiry,
                    view,
                    "answered",
                    new EnquiryEvents.Answered(
                            id,
                            enquiry.organisation(),
                            enquiry.reference(),
                            answer,
                            view.answering().by(),
                            LATE.equals(view.answering().state())));
        });
    }

    @Transactional
    Result<EnquiryView> close(UUID id, @Nullable String ifMatch, EnquiryClosingRequest request, Reader by) {
        boolean answered = request.how() == Outcome.ANSWERED;
        String why = request.why();
        if (answered != (why == null)) {
            return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST)
                    .withError("#/why", "is said of an enquiry that was not answered, and only of that"));
        }
        return change(id, ifMatch, by, (reader, enquiry) -> reader.triage(), enquiry -> {
            Optional<EnquiryState.Closed> closed = closed(enquiry.state(), answered);
            if (closed.isEmpty()) {
                return notInState(
                        enquiry,
                        answered
                                ? "An answered enquiry is closed as answered"
                                : "An enquiry without an answer is closed without one");
            }
            Instant now = clock.instant();
            if (enquiry.state() instanceof EnquiryState.AwaitingEnquirer) {
                enquiries.endPause(id, null, now);
            }
            enquiry.close(closed.get(), request.how(), why, by.person(), now);
            EnquiryView view = wrote(enquiry, "closed", why, by);
            chain.came("enquiry", id, request.how().slug());
            return announced(
                    enquiry,
                    view,
                    "closed",
                    new EnquiryEvents.Closed(
                            id,
                            enquiry.organisation(),
                            enquiry.reference(),
                            request.how().slug(),
                            why));
        });
    }

    private static Optional<EnquiryState.Closed> closed(EnquiryState state, boolean answered) {
        if (state instanceof EnquiryState.Answered done) {
            return answered ? Optional.of(done.close()) : Optional.empty();
        }
        return state instanceof EnquiryState.Unanswered unanswered && !answered
                ? Optional.of(unanswered.giveUp())
                : Optional.empty();
    }

    private Result<EnquiryView> change(
            UUID id,
            @Nullable String ifMatch,
            Reader by,
            BiPredicate<Reader, Enquiry> allowed,
            Function<Enquiry, Result<EnquiryView>> change) {
        Optional<Enquiry> held = enquiries
                .held(id)
                .filter(each -> by.desk()
                        || by.speaksFor(each.organisation())
                        || each.isAssignedTo(by.person().subject()));
        if (held.isEmpty()) {
            return Result.absent();
        }
        Enquiry enquiry = held.get();
        if (!allowed.test(by, enquiry)) {
            return Result.refused(CommonProblem.FORBIDDEN, "This is for those who see to the enquiry.");
        }
        Optional<Problem> refusal = EntityTag.of(enquiry.version()).refusal(ifMatch);
        return refusal.isPresent() ? new Result.Refused<>(refusal.get()) : change.apply(enquiry);
    }

    private EnquiryView wrote(Enquiry enquiry, String verb, @Nullable String reason, Reader by) {
        enquiries.flush();
        chronicle.wrote(verb, "enquiry", enquiry.id(), reason);
        return enquiries
                .shown(enquiry.id(), by)
                .map(Result.Done::view)
                .orElseThrow(() -> new IllegalStateException("whoever changes an enquiry sees it"));
    }

    private Result<EnquiryView> announced(Enquiry enquiry, EnquiryView view, String verb, Record event) {
        chronicle.announce("enquiry", enquiry.id().toString(), verb, event);
        return done(enquiry, view);
    }

    private static Result<EnquiryView> done(Enquiry enquiry, EnquiryView view) {
        return new Result.Done<>(view, enquiry.version());
    }

    private static Result<EnquiryView> notInState(Enquiry enquiry, String rule) {
        return Result.refused(
                ExecutiveProblem.ENQUIRY_NOT_IN_STATE,
                rule + "; this one is " + enquiry.state().slug() + ".");
    }
}
