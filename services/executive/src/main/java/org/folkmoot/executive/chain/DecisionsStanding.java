package org.folkmoot.executive.chain;

import java.util.Collection;
import java.util.Map;

/** Whether decisions stand: asked of the decisions, which know the chain and not the other way round. */
public interface DecisionsStanding {

    /**
     * Of these decisions those that do not stand, or of which that is not known, each with what to say came of it. It is
     * derived when it is asked, so news that come late are in it.
     */
    Map<String, String> outcomes(Collection<String> decisions);
}
