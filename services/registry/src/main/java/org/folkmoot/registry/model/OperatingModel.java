package org.folkmoot.registry.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a practice is organised. */
public enum OperatingModel {
    /** A trust itself employs its GPs, holds its contract or owns it. */
    TRUST_EMPLOYED,
    /** A body does so that belongs, directly or through others, to a trust. */
    TRUST_SUBSIDIARY,
    /** It is in a superpartnership, or one holds its contract. */
    SUPERPARTNERSHIP,
    /** A company that is not its GPs' own does so. */
    CORPORATE_PROVIDER,
    /** A federation holds its contract, employs its GPs or owns it. */
    FEDERATION_RUN,
    /** A council, a charity, a university or another listed organisation does so. */
    OTHER_PROVIDER,
    /** Its GPs' own company holds the contract. */
    INCORPORATED_COMPANY,
    /** Its own contract, and in a federation. */
    FEDERATION_MEMBER,
    /** A partnership holds its contract, and it is in no federation. */
    INDEPENDENT_PARTNERSHIP,
    /** No link that would say so is recorded for the day. */
    NOT_RECORDED;

    /** The slugs as a pattern of what a request may say. */
    static final String SLUGS = "trust-employed|trust-subsidiary|superpartnership|corporate-provider|federation-run|"
            + "other-provider|incorporated-company|federation-member|independent-partnership|not-recorded";

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API says it: {@code trust-subsidiary}. */
    @JsonValue
    public String slug() {
        return slug;
    }
}
