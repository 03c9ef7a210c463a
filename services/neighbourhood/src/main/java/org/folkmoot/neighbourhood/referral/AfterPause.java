package org.folkmoot.neighbourhood.referral;

import java.util.UUID;

/** What follows when a pause of a journey is written down, in the same transaction. */
public interface AfterPause {

    /** The pauses of that journey are others now. */
    void changed(UUID journey);
}
