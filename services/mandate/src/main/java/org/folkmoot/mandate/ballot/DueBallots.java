package org.folkmoot.mandate.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** What the watch has to do for the current ICS, asked in a transaction of its own. */
@ApplicationScoped
class DueBallots {

    private final Ballots ballots;
    private final MandateConfig config;

    DueBallots(Ballots ballots, MandateConfig config) {
        this.ballots = ballots;
        this.config = config;
    }

    @Transactional
    List<UUID> toOpen() {
        return ballots.dueToOpen();
    }

    @Transactional
    List<UUID> grown() {
        return ballots.grown();
    }

    @Transactional
    List<UUID> toClose() {
        return ballots.dueToClose();
    }

    @Transactional
    List<UUID> toDeclare() {
        return ballots.dueToDeclare(config.declareAfter());
    }
}
