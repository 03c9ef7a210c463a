package org.folkmoot.executive.power;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What must be so for a decision to be covered. */
public enum Condition {
    /** The copy has everything that was announced. */
    POWER_DATA_FRESH,
    /** The power is known. */
    POWER_KNOWN,
    /** It was granted by the group for which is decided. */
    POWER_OF_THE_GROUP,
    /** Its first day has come. */
    POWER_BEGUN,
    /** It does not rest. */
    POWER_NOT_SUSPENDED,
    /** It was not taken back. */
    POWER_NOT_REVOKED,
    /** Its last day is not over. */
    POWER_NOT_EXPIRED,
    /** The mandate on which it hangs is known. */
    MANDATE_KNOWN,
    /** The mandate's first day has come. */
    MANDATE_BEGUN,
    /** The mandate counts still. */
    MANDATE_NOT_LAPSED,
    /** Whoever decides holds it. */
    HOLDER,
    /** It is about what is decided. */
    SUBJECT_COVERED,
    /** The power does not reserve it to the group. */
    MATTER_NOT_RESERVED,
    /** The mandate does not exclude it. */
    MATTER_NOT_EXCLUDED,
    /** The decision costs no more than one decision may. */
    MONEY_WITHIN_LIMIT,
    /** All decisions together cost no more than they may. */
    MONEY_LEFT,
    /** It binds for no longer than it may. */
    MONTHS_WITHIN_LIMIT,
    /** The number of decisions is not used up. */
    NUMBER_LEFT;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API and events say it. */
    @JsonValue
    public String slug() {
        return slug;
    }
}
