package org.folkmoot.mandate.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.ballot.BallotDocument;
import org.folkmoot.ballot.Declaration;
import org.folkmoot.mandate.group.Elections;
import org.folkmoot.mandate.motion.Contest;
import org.folkmoot.mandate.motion.Motion;
import org.folkmoot.mandate.motion.Motions;

/** Says who was elected, by counting the published file again. */
@ApplicationScoped
class BallotElections implements Elections {

    private final Ballots ballots;
    private final Motions motions;

    BallotElections(Ballots ballots, Motions motions) {
        this.ballots = ballots;
        this.motions = motions;
    }

    @Override
    public boolean elected(UUID ballot, UUID group, String seat, String subject) {
        return ballots.findByIdOptional(ballot)
                .filter(found -> found.groupId().equals(group))
                .filter(found -> isElected(found, seat, subject))
                .isPresent();
    }

    private boolean isElected(Ballot ballot, String seat, String subject) {
        String file = ballot.file();
        Contest contest = Optional.ofNullable(motions.findById(ballot.motionId()))
                .map(Motion::contest)
                .orElse(null);
        if (file == null || contest == null || !contest.seats().contains(seat)) {
            return false;
        }
        Declaration.Count count = BallotDocument.read(file.getBytes(StandardCharsets.UTF_8))
                        instanceof BallotDocument.Reading.Read(BallotDocument document)
                ? document.tally().count()
                : null;
        return count != null
                && contest.candidates().stream()
                        .anyMatch(candidate -> candidate.subject().equals(subject)
                                && count.elected().contains(candidate.name()));
    }
}
