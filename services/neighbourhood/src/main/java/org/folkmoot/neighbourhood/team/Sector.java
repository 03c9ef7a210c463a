package org.folkmoot.neighbourhood.team;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** From where a member of a team comes. */
public enum Sector {
    GENERAL_PRACTICE,
    COMMUNITY_NURSING,
    THERAPISTS,
    ADULT_SOCIAL_CARE,
    CHILDREN_AND_FAMILIES,
    MENTAL_HEALTH,
    POLICE,
    DISTRICT_OR_BOROUGH,
    VOLUNTARY_SECTOR;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API and the table say it. */
    @JsonValue
    public String slug() {
        return slug;
    }
}
