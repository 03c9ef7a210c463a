package org.folkmoot.neighbourhood.referral;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a referral ended. */
public enum Outcome {
    /** What was set out to reach was reached. */
    GOALS_MET,
    /** Somebody else sees to the person now. */
    CARE_PASSED_ON,
    /** The person does not want it any more. */
    PERSON_DECLINED,
    /** The person lives elsewhere now. */
    MOVED_AWAY,
    /** The person died. */
    DIED,
    /** Whoever referred took it back. */
    WITHDRAWN;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API, the table and events say it. */
    @JsonValue
    public String slug() {
        return slug;
    }
}
