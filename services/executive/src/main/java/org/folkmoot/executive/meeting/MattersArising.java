package org.folkmoot.executive.meeting;

import java.util.List;
import java.util.UUID;

/** What is carried over from meeting to meeting: asked of the actions, which know meetings and not the other way round. */
public interface MattersArising {

    /**
     * The actions that are neither done nor dropped and came from earlier meetings of the series, or from decisions of such
     * meetings, the earliest due first. Those of decisions between meetings are the executive's.
     */
    List<Matter> of(UUID group, UUID series, Body body);

    /** Every action that came from that meeting or from a decision that was taken at it, the earliest due first. */
    List<Matter> assignedAt(UUID meeting);
}
