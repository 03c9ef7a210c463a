package org.folkmoot.tenants.succession;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that stands in the way of a plan. */
@Schema(name = "SuccessionHindrance", description = "Something that stands in the way of a plan.")
record Hindrance(
        Kind kind,
        @Schema(description = "What it is, for a person.") String detail,

        @Schema(description = "Whom it is about: tenants, or the ODS codes of practices.")
        List<String> about) {

    Hindrance {
        about = List.copyOf(about);
    }

    /** As a member of a problem, which is of plain values. */
    Map<String, Object> plain() {
        return Map.of("kind", kind.word(), "detail", detail, "about", about);
    }

    /** What can stand in the way. */
    @Schema(name = "SuccessionHindranceKind")
    enum Kind {
        /** It is too late to agree. */
        @JsonProperty("cut-over-passed")
        CUT_OVER_PASSED,
        /** A predecessor is not served, so there is nothing of it to be had. */
        @JsonProperty("predecessor-not-active")
        PREDECESSOR_NOT_ACTIVE,
        /** A successor cannot take anything yet. */
        @JsonProperty("successor-not-active")
        SUCCESSOR_NOT_ACTIVE,
        /** Another agreed plan names a practice. */
        @JsonProperty("practice-claimed")
        PRACTICE_CLAIMED,
        /** A service has not yet said what it has of a predecessor. */
        @JsonProperty("not-counted-yet")
        NOT_COUNTED_YET,
        /** A practice never was the predecessor's. */
        @JsonProperty("practice-not-its-own")
        PRACTICE_NOT_ITS_OWN;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
