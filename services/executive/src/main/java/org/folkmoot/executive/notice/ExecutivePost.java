package org.folkmoot.executive.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.folkmoot.mail.PostOffice;
import org.folkmoot.mail.Waiting;

/** All that this service tells people by mail: of what there is to see to first, since they have a day. */
@ApplicationScoped
class ExecutivePost implements PostOffice {

    private final WorkPost work;
    private final BulletinPost bulletins;

    ExecutivePost(WorkPost work, BulletinPost bulletins) {
        this.work = work;
        this.bulletins = bulletins;
    }

    @Override
    public void writeDue() {
        work.writeDue();
        bulletins.writeDue();
    }

    @Override
    public Optional<Waiting> take() {
        return work.take().or(bulletins::take);
    }
}
