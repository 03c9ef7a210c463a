package org.folkmoot.neighbourhood.care;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a person agreed to their care plan. */
public enum AgreedHow {
    /** Face to face. */
    IN_PERSON,
    /** On the telephone. */
    BY_PHONE,
    /** By video. */
    BY_VIDEO,
    /** By letter or message. */
    IN_WRITING,
    /** Through somebody who may decide for them. */
    BY_REPRESENTATIVE;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API and the table say it. */
    @JsonValue
    public String slug() {
        return slug;
    }
}
