package org.folkmoot.mandate.group;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a seat is for. */
public enum SeatKind {
    PRACTICE(true),
    PCN(true),
    FEDERATION(true),
    LMC(true),
    COMMUNITY_PHARMACY(true),
    OPTOMETRY(true),
    DENTISTRY(true),
    CHAIR(true),
    CO_OPTED(true),
    /** Sees and speaks. */
    OBSERVER(false),
    /** Helps a meeting along, and takes no side. */
    FACILITATOR(false);

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final boolean votes;

    SeatKind(boolean votes) {
        this.votes = votes;
    }

    /** As the API, the table and events say it. */
    @JsonValue
    public String slug() {
        return slug;
    }

    /** Whether its holder has a vote in the group. */
    public boolean votes() {
        return votes;
    }
}
