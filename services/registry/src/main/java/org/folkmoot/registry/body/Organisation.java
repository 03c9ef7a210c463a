package org.folkmoot.registry.body;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/**
 * An organisation of the directory or of the ICS's own knowledge.
 *
 * @param id its ODS code where the directory has it, else the id of the body; never both for one organisation
 */
public record Organisation(String id, String name, Kind kind) {

    /** What an organisation is: as the directory says, or, from {@link #PARTNERSHIP} on, as the ICS does of its bodies. */
    public enum Kind {
        PRACTICE,
        PCN,
        TRUST,
        ICB,
        SUB_ICB,
        REGION,
        BRANCH,
        /** A cost centre that is none of these. */
        OTHER,
        /** General practitioners in partnership. */
        PARTNERSHIP,
        /** A partnership turned company: it belongs to those who practise in it. */
        INCORPORATED_PARTNERSHIP,
        /** Any other company. */
        COMPANY,
        /** A company that practices share. */
        FEDERATION,
        /** One very large partnership of what were several. */
        SUPERPARTNERSHIP,
        /** A council, a charity, a university. */
        OTHER_BODY;

        private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

        /** As the API and the tables say it: {@code incorporated-partnership}. */
        @JsonValue
        public String slug() {
            return slug;
        }

        /** The kind of that slug, which the directory or the table of bodies gave. */
        public static Kind of(String slug) {
            return Arrays.stream(values())
                    .filter(kind -> kind.slug.equals(slug))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no kind of organisation: " + slug));
        }
    }

    /** Whether it is one that the ICS defined, since no national file has it. */
    @JsonIgnore
    public boolean isBody() {
        return kind.compareTo(Kind.PARTNERSHIP) >= 0;
    }

    /** Whether it is a practice. */
    @JsonIgnore
    public boolean isPractice() {
        return kind == Kind.PRACTICE;
    }
}
