package org.folkmoot.mandate.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.mandate.ballot.BallotDecided;
import org.folkmoot.mandate.motion.MandateTerms;
import org.folkmoot.mandate.motion.Motion;
import org.folkmoot.mandate.motion.Motions;
import org.folkmoot.mandate.rule.Question;

/** A carried ballot on a mandate is the mandate; each practice's vote is its position. */
@ApplicationScoped
class GrantMandate {

    private final Mandates mandates;
    private final Positions positions;
    private final Motions motions;
    private final Chronicle chronicle;

    GrantMandate(Mandates mandates, Positions positions, Motions motions, Chronicle chronicle) {
        this.mandates = mandates;
        this.positions = positions;
        this.motions = motions;
        this.chronicle = chronicle;
    }

    void decided(@Observes BallotDecided ballot) {
        if (ballot.question() != Question.MANDATE || !ballot.carried()) {
            return;
        }
        Motion motion = motions.findById(ballot.motion());
        MandateTerms terms = motion.mandateTerms();
        if (terms == null) {
            throw new IllegalStateException("a motion for a mandate without its terms: " + motion.id());
        }
        var mandate = new Mandate(Uuid7.next(), ballot, motion, terms);
        mandates.persist(mandate);
        mandates.flush();
        List<Position> taken = ballot.electors().stream()
                .map(elector -> new Position(
                        elector.voter(),
                        elector.name(),
                        "for".equals(elector.choice()) ? Position.GIVEN : Position.WITHHELD,
                        ballot.at(),
                        null,
                        elector.choice(),
                        elector.weights()))
                .toList();
        positions.add(mandate.id(), taken, null);
        chronicle.itself("granted", "mandate", mandate.id(), "ballot " + ballot.ballot());
        chronicle.announce(
                "mandate",
                mandate.id().toString(),
                "granted",
                new MandateGranted(
                        mandate.id(),
                        ballot.group(),
                        ballot.ballot(),
                        mandate.title(),
                        mandate.scope(),
                        mandate.exclusions(),
                        mandate.fromDay(),
                        mandate.untilDay(),
                        mandate.reviewDay(),
                        taken.stream().filter(Position::isGiven).count(),
                        taken.size()),
                ballot.at());
    }
}
