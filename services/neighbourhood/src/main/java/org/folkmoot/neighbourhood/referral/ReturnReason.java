package org.folkmoot.neighbourhood.referral;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a team returns a referral. */
public enum ReturnReason {
    /** The team is not for people like this one. */
    CRITERIA_NOT_MET,
    /** It cannot be told what is needed. */
    MORE_INFORMATION_NEEDED,
    /** Something else, which is no team, helps better. */
    OTHER_SERVICE_FITS,
    /** The person does not want it. */
    PERSON_DECLINED,
    /** The person is referred already. */
    DUPLICATE;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API, the table and events say it. */
    @JsonValue
    public String slug() {
        return slug;
    }
}
