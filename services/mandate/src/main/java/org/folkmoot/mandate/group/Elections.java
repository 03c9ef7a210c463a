package org.folkmoot.mandate.group;

import java.util.UUID;

/** Who was elected: asked of the ballots, which know groups and not the other way round. */
public interface Elections {

    /** Whether that ballot is a declared one of that group, and elected that person to that seat. */
    boolean elected(UUID ballot, UUID group, String seat, String subject);
}
