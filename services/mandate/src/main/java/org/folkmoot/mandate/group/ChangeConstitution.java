package org.folkmoot.mandate.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.mandate.MandateProblem;
import org.folkmoot.mandate.electorate.Footprint;
import org.folkmoot.mandate.electorate.Practices;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** Founds groups and changes their constitutions: what one person proposes, another confirms. */
@ApplicationScoped
class ChangeConstitution {

    private final Groups groups;
    private final Practices practices;
    private final Chronicle chronicle;
    private final Clock clock;

    ChangeConstitution(Groups groups, Practices practices, Chronicle chronicle, Clock clock) {
        this.groups = groups;
        this.practices = practices;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Founds a group with a first constitution that waits for a second person. */
    @Transactional
    Result<GroupView> found(FoundingRequest request, Person founder) {
        Optional<Problem> wrong = objection(request.footprint())
                .map(sentence -> wrong("#/footprint", sentence))
                .or(() -> objection(request.constitution(), "#/constitution"));
        if (wrong.isPresent()) {
            return new Result.Refused<>(wrong.get());
        }
        var group = new LeadershipGroup(
                Uuid7.next(), request.name().strip(), request.footprint(), founder.subject(), clock.instant());
        groups.persist(group);
        groups.add(next(group.id(), 1, request.constitution(), founder));
        groups.flush();
        chronicle.wrote("founded", "group", group.id(), request.constitution().reason());
        return new Result.Done<>(groups.view(group, clock.instant()), group.version());
    }

    /** Proposes the next version. */
    @Transactional
    Result<ConstitutionView> propose(UUID id, @Nullable String ifMatch, ConstitutionRequest request, Person proposer) {
        Optional<LeadershipGroup> found = groups.findByIdOptional(id);
        if (found.isEmpty()) {
            return Result.absent();
        }
        Optional<Problem> refusal =
                EntityTag.of(found.get().version()).refusal(ifMatch).or(() -> objection(request, "#"));
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        if (groups.proposed(id).isPresent()) {
            return Result.refused(
                    MandateProblem.CONSTITUTION_ALREADY_PROPOSED, "Confirm or refuse that one before the next.");
        }
        groups.forChange(id);
        int number = groups.constitutions(id).stream()
                        .mapToInt(Constitution::number)
                        .max()
                        .orElse(0)
                + 1;
        Constitution constitution = next(id, number, request, proposer);
        groups.add(constitution);
        groups.flush();
        chronicle.wrote("proposed", "constitution", id + "/" + number, request.reason());
        return constitution.done();
    }

    /** A second person puts a proposed version in force. */
    @Transactional
    Result<ConstitutionView> confirm(UUID id, int number, @Nullable String ifMatch, Person person) {
        return settle(id, number, ifMatch, person, true);
    }

    /** Anybody who may, the proposer too, puts a proposed version aside. */
    @Transactional
    Result<ConstitutionView> refuse(UUID id, int number, @Nullable String ifMatch, Person person) {
        return settle(id, number, ifMatch, person, false);
    }

    private Result<ConstitutionView> settle(
            UUID id, int number, @Nullable String ifMatch, Person person, boolean confirmed) {
        Optional<LeadershipGroup> group = groups.findByIdOptional(id);
        Optional<Constitution> found = group.flatMap(there -> groups.constitution(id, number));
        if (group.isEmpty() || found.isEmpty()) {
            return Result.absent();
        }
        Constitution constitution = found.get();
        Optional<Problem> refusal = EntityTag.of(constitution.version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        if (!constitution.proposal().isOpen()) {
            return Result.refused(MandateProblem.CONSTITUTION_NOT_PROPOSED, "It was confirmed or refused before.");
        }
        if (confirmed && !constitution.proposal().canBeConfirmedBy(person)) {
            return Result.refused(
                    MandateProblem.SECOND_PERSON_NEEDED, "Whoever proposed a constitution cannot confirm it.");
        }
        constitution.settle(confirmed, person, clock.instant());
        groups.forChange(id);
        groups.flush();
        chronicle.wrote(confirmed ? "confirmed" : "refused", "constitution", id + "/" + number, null);
        if (confirmed) {
            chronicle.announce(
                    "group",
                    id.toString(),
                    "constituted",
                    new GroupConstituted(
                            id,
                            group.get().name(),
                            number,
                            constitution.effectiveFrom(),
                            constitution.charter().seats().size()));
        }
        return constitution.done();
    }

    private Constitution next(UUID group, int number, ConstitutionRequest request, Person proposer) {
        return new Constitution(
                Uuid7.next(),
                group,
                number,
                request.content(),
                request.reason().strip(),
                request.effectiveFrom(),
                new Proposal(proposer, clock.instant()));
    }

    private Optional<String> objection(Footprint footprint) {
        Optional<String> objection = footprint.objection();
        return objection.isPresent() || practices.knowsPlacesOf(footprint)
                ? objection
                : Optional.of("must name places of this ICS");
    }

    private Optional<Problem> objection(ConstitutionRequest request, String pointer) {
        // What was decided under one constitution must not come under another afterwards.
        if (request.effectiveFrom().isBefore(LondonTime.today(clock))) {
            return Optional.of(wrong(pointer + "/effectiveFrom", "must not be in the past"));
        }
        return request.content().objection().map(sentence -> wrong(pointer + "/content", sentence));
    }

    private static Problem wrong(String pointer, String sentence) {
        return Problem.of(CommonProblem.INVALID_REQUEST).withError(pointer, sentence);
    }
}
