package org.folkmoot.neighbourhood.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.folkmoot.mail.PostOffice;
import org.folkmoot.mail.Waiting;
import org.folkmoot.neighbourhood.breakglass.GlassPost;

/** All that this service tells people by mail: first of records that somebody opened. */
@ApplicationScoped
class NeighbourhoodPost implements PostOffice {

    private final GlassPost glass;
    private final CarePost care;

    NeighbourhoodPost(GlassPost glass, CarePost care) {
        this.glass = glass;
        this.care = care;
    }

    /** What is to be told is written down when it happens. */
    @Override
    public void writeDue() {}

    @Override
    public Optional<Waiting> take() {
        return glass.take().or(care::take);
    }
}
