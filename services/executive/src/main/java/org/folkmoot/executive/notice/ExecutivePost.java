package org.folkmoot.executive.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.folkmoot.mail.PostOffice;
import org.folkmoot.mail.Waiting;

/** All that this service tells people by mail: of actions first, since they have a day. */
@ApplicationScoped
class ExecutivePost implements PostOffice {

    private final ActionPost actions;
    private final BulletinPost bulletins;

    ExecutivePost(ActionPost actions, BulletinPost bulletins) {
        this.actions = actions;
        this.bulletins = bulletins;
    }

    @Override
    public void writeDue() {
        actions.writeDue();
        bulletins.writeDue();
    }

    @Override
    public Optional<Waiting> take() {
        return actions.take().or(bulletins::take);
    }
}
