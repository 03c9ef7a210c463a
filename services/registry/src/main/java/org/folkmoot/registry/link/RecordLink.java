package org.folkmoot.registry.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.registry.RegistryProblem;
import org.folkmoot.registry.body.Organisation;
import org.folkmoot.registry.body.Organisations;
import org.folkmoot.tenancy.Caller;
import org.jspecify.annotations.Nullable;

/** Links are established, end, are corrected and withdrawn. Each is a revision; none takes anything away. */
@ApplicationScoped
class RecordLink {

    private final Links links;
    private final Organisations organisations;
    private final Chronicle chronicle;
    private final Caller caller;
    private final Clock clock;

    RecordLink(Links links, Organisations organisations, Chronicle chronicle, Caller caller, Clock clock) {
        this.links = links;
        this.organisations = organisations;
        this.chronicle = chronicle;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Result<Link> establish(LinkRequest request) {
        LinkKind kind = LinkKind.of(request.kind());
        Optional<Organisation> organisation = organisations.find(request.organisation());
        Optional<Organisation> other = organisations.find(request.other());
        if (organisation.isEmpty() || other.isEmpty()) {
            return unknown(organisation.isEmpty() ? request.organisation() : request.other());
        }
        links.alone();
        return keep(new Link(
                Uuid7.next(),
                1,
                LinkAct.ESTABLISHED,
                kind,
                organisation.get(),
                other.get(),
                request.from(),
                request.until(),
                request.evidence().strip(),
                null,
                caller.name(),
                now(),
                null));
    }

    @Transactional
    Result<Link> end(UUID id, @Nullable String ifMatch, EndRequest request) {
        return revise(id, ifMatch, link -> {
            LocalDate until = link.until();
            boolean endsBefore = until != null && !request.until().isBefore(until);
            if (link.kind() == LinkKind.SUCCESSOR || endsBefore) {
                return Result.refused(
                        RegistryProblem.LINK_NOT_OPEN,
                        until == null
                                ? "A succession happens on a day and has no end."
                                : "It ends on " + until + " as it is. If that is wrong, correct it.");
            }
            Link ended = next(
                    link, LinkAct.ENDED, link.other(), link.from(), request.until(), link.evidence(), request.reason());
            // What held for longer can hold for shorter, also when the practice has left the ICS or is none any more.
            return days(ended).<Result<Link>>map(Result.Refused::new).orElseGet(() -> kept(ended));
        });
    }

    @Transactional
    Result<Link> correct(UUID id, @Nullable String ifMatch, CorrectionRequest request) {
        return revise(id, ifMatch, link -> {
            Optional<Organisation> other = organisations.find(request.other());
            return other.isEmpty()
                    ? unknown(request.other())
                    : keep(next(
                            link,
                            LinkAct.CORRECTED,
                            other.get(),
                            request.from(),
                            request.until(),
                            request.evidence().strip(),
                            request.reason()));
        });
    }

    @Transactional
    Result<Link> withdraw(UUID id, @Nullable String ifMatch, WithdrawalRequest request) {
        return revise(
                id,
                ifMatch,
                link -> kept(next(
                        link,
                        LinkAct.WITHDRAWN,
                        link.other(),
                        link.from(),
                        link.until(),
                        link.evidence(),
                        request.reason())));
    }

    private Result<Link> revise(UUID id, @Nullable String ifMatch, Function<Link, Result<Link>> revision) {
        links.alone();
        Optional<Link> found = links.find(id);
        if (found.isEmpty()) {
            return Result.absent();
        }
        Link link = found.get();
        Optional<Problem> refusal = EntityTag.of(link.revision()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        if (link.act() == LinkAct.WITHDRAWN) {
            return Result.refused(
                    RegistryProblem.LINK_NOT_OPEN, "It was withdrawn. What holds after all is recorded as a new link.");
        }
        return revision.apply(link);
    }

    private Link next(
            Link link,
            LinkAct act,
            Organisation other,
            LocalDate from,
            @Nullable LocalDate until,
            String evidence,
            String reason) {
        Instant later = link.recordedAt().plusMillis(1);
        Instant now = now();
        return new Link(
                link.id(),
                link.revision() + 1,
                act,
                link.kind(),
                link.organisation(),
                other,
                from,
                until,
                evidence,
                reason.strip(),
                caller.name(),
                now.isBefore(later) ? later : now,
                null);
    }

    /** Keeps what can be true; else says why it cannot. */
    private Result<Link> keep(Link link) {
        Optional<Problem> refusal = days(link)
                .or(() -> between(link))
                .or(() -> ofThisIcs(link))
                .or(() -> inTheWay(link))
                .or(() -> circle(link));
        return refusal.<Result<Link>>map(Result.Refused::new).orElseGet(() -> kept(link));
    }

    private Result<Link> kept(Link link) {
        links.record(link, caller.subject());
        String id = link.id().toString();
        chronicle.wrote(link.act().slug(), "link", id, link.reason());
        chronicle.announce("link", id, link.act().slug(), link.told(), link.recordedAt());
        chronicle.announce("link-state", id, "recorded", link.state(), link.recordedAt());
        return new Result.Done<>(link, link.revision());
    }

    private static Optional<Problem> days(Link link) {
        LocalDate until = link.until();
        if (until != null && until.isBefore(link.from())) {
            return Optional.of(Problem.of(CommonProblem.INVALID_REQUEST)
                    .withError("#/until", "must not be before the first day, " + link.from()));
        }
        return link.kind() == LinkKind.SUCCESSOR && until != null
                ? Optional.of(Problem.of(CommonProblem.INVALID_REQUEST)
                        .withError("#/until", "must be absent: a succession happens on a day and has no end"))
                : Optional.empty();
    }

    private static Optional<Problem> between(Link link) {
        return link.kind()
                .objection(link.organisation(), link.other())
                .map(why -> Problem.of(RegistryProblem.LINK_NOT_BETWEEN_THESE).withDetail(why));
    }

    private Optional<Problem> ofThisIcs(Link link) {
        return link.organisation().isPractice()
                ? organisations.notAPractice(link.organisation().id(), link.from())
                : Optional.empty();
    }

    private Optional<Problem> inTheWay(Link link) {
        return links.inTheWayOf(
                        link.id(),
                        link.kind(),
                        link.organisation().id(),
                        link.other().id(),
                        new Links.Period(link.from(), link.until()))
                .map(other -> Problem.of(RegistryProblem.LINK_OVERLAPS)
                        .withDetail("There is a link %s to %s from %s%s."
                                .formatted(
                                        other.kind().slug(),
                                        other.other().name(),
                                        other.from(),
                                        other.until() == null ? " on" : " until " + other.until()))
                        .with("link", other.id().toString()));
    }

    private Optional<Problem> circle(Link link) {
        Organisation organisation = link.organisation();
        Organisation other = link.other();
        return link.kind().isOwnership()
                        && links.belongs(
                                other.id(), organisation.id(), new Links.Period(link.from(), link.until()), link.id())
                ? Optional.of(Problem.of(RegistryProblem.LINK_MAKES_A_CIRCLE)
                        .withDetail("On some of these days %s belongs to %s, itself or through others."
                                .formatted(other.name(), organisation.name())))
                : Optional.empty();
    }

    private static Result<Link> unknown(String written) {
        return new Result.Refused<>(Organisations.unknown(written));
    }

    /** As exact as the version of a state. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
