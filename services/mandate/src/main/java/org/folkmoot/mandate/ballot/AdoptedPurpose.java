package org.folkmoot.mandate.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.folkmoot.events.Chronicle;
import org.folkmoot.mandate.group.Groups;
import org.folkmoot.mandate.motion.Motions;
import org.folkmoot.mandate.rule.Question;

/** A carried ballot on the purpose is the purpose's new version, in the words that were put to the vote. */
@ApplicationScoped
class AdoptedPurpose {

    private final Groups groups;
    private final Motions motions;
    private final Chronicle chronicle;

    AdoptedPurpose(Groups groups, Motions motions, Chronicle chronicle) {
        this.groups = groups;
        this.motions = motions;
        this.chronicle = chronicle;
    }

    void decided(@Observes BallotDecided ballot) {
        if (ballot.question() == Question.PURPOSE && ballot.carried()) {
            groups.adoptPurpose(
                    ballot.group(), motions.findById(ballot.motion()).words(), ballot.ballot(), ballot.at());
            chronicle.itself("adopted", "purpose", ballot.group(), "ballot " + ballot.ballot());
        }
    }
}
