package org.folkmoot.executive.enquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.executive.ExecutiveProblem;
import org.folkmoot.executive.chain.Chain;
import org.folkmoot.executive.power.Groups;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.jspecify.annotations.Nullable;

/** An enquiry is taken in, whichever way it comes. */
@ApplicationScoped
class ReceiveEnquiry {

    private final Enquiries enquiries;
    private final Groups groups;
    private final Chain chain;
    private final Chronicle chronicle;
    private final Clock clock;

    ReceiveEnquiry(Enquiries enquiries, Groups groups, Chain chain, Chronicle chronicle, Clock clock) {
        this.enquiries = enquiries;
        this.groups = groups;
        this.chain = chain;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @Transactional
    Result<EnquiryView> receive(EnquiryRequest request, Enquiry.Origin origin) {
        UUID wanted = request.group();
        if (wanted != null && !groups.isKnown(wanted)) {
            return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST)
                    .withError("#/group", "must be a leadership group of this ICS, or be left open"));
        }
        Instant now = clock.instant();
        LocalDate today = LondonTime.dateOf(now);
        LocalDate day = request.receivedOn();
        if (day != null && !(origin.forAnybody() && isLately(day, today))) {
            return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST)
                    .withError(
                            "#/receivedOn",
                            "is said by those who write down what came by another way, and lies within the last "
                                    + Enquiry.MOST_DAYS + " days"));
        }
        Optional<UUID> known = known(request);
        if (known.isPresent()) {
            return new Result.Refused<>(Problem.of(ExecutiveProblem.ENQUIRY_ALREADY_KNOWN)
                    .withDetail("An enquiry of this organisation has this reference already.")
                    .with("enquiry", known.get().toString()));
        }
        var enquiry = new Enquiry(
                Uuid7.next(),
                request,
                wanted == null ? onlyGroup() : wanted,
                origin,
                day == null || day.equals(today) ? now : LondonTime.startOf(day));
        enquiries.persist(enquiry);
        enquiries.flush();
        if (origin.person() == null) {
            chronicle.itself("received", "enquiry", enquiry.id(), "event " + origin.event());
        } else {
            chronicle.wrote("received", "enquiry", enquiry.id(), null);
        }
        chain.stands("enquiry", enquiry.id(), enquiry.chainTitle(), now);
        EnquiryView view = enquiries.whole(enquiry.id());
        chronicle.announce(
                "enquiry",
                enquiry.id().toString(),
                "received",
                new EnquiryEvents.Received(
                        enquiry.id(),
                        enquiry.groupId(),
                        enquiry.organisation(),
                        enquiry.reference(),
                        enquiry.subject(),
                        origin.event(),
                        view.acknowledgement().by(),
                        view.answering().by()));
        return new Result.Done<>(view, enquiry.version());
    }

    /** Its clock runs from that day, whenever it is written down. */
    private static boolean isLately(LocalDate day, LocalDate today) {
        return !day.isAfter(today) && !day.isBefore(today.minusDays(Enquiry.MOST_DAYS));
    }

    private Optional<UUID> known(EnquiryRequest request) {
        String reference = request.reference();
        return reference == null
                ? Optional.empty()
                : enquiries.named(request.organisation().code(), reference);
    }

    /** Where an ICS has one group, nobody has to say which. */
    private @Nullable UUID onlyGroup() {
        return groups.only().orElse(null);
    }
}
