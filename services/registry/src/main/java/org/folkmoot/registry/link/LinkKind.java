package org.folkmoot.registry.link;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.registry.body.Organisation;
import org.folkmoot.registry.body.Organisation.Kind;

/** What an organisation has to do with the other: the other is its contract holder, it is the other's subsidiary. */
public enum LinkKind {
    /** The other holds the contract of this practice. */
    CONTRACT_HOLDER,
    /** The other owns this practice or body. */
    OWNER,
    /** The other employs the GPs of this practice. */
    EMPLOYER,
    /** The other holds the budget of this practice. */
    BUDGET_HOLDER,
    /** This practice or body is in that federation. */
    FEDERATION_MEMBER,
    /** This practice is in that superpartnership. */
    SUPERPARTNERSHIP_MEMBER,
    /** This body belongs to the other. */
    SUBSIDIARY_OF,
    /** This organisation gives the other a roof, staff or an employer. */
    HOSTS,
    /** The other came in the place of this organisation, on the first day of the link; it has no last. */
    SUCCESSOR;

    /** The slugs as a pattern of what a request may say. */
    static final String SLUGS =
            "contract-holder|owner|employer|budget-holder|federation-member|superpartnership-member|"
                    + "subsidiary-of|hosts|successor";

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API, the table and events say it. */
    @JsonValue
    public String slug() {
        return slug;
    }

    static LinkKind of(String slug) {
        return Arrays.stream(values())
                .filter(kind -> kind.slug.equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of link: " + slug));
    }

    /** Whether an organisation has one such link at a time. The table says the same. */
    boolean isOneAtATime() {
        return switch (this) {
            case CONTRACT_HOLDER, BUDGET_HOLDER, SUPERPARTNERSHIP_MEMBER, SUBSIDIARY_OF -> true;
            case OWNER, EMPLOYER, FEDERATION_MEMBER, HOSTS, SUCCESSOR -> false;
        };
    }

    /** Whether the other stands behind the organisation, so that its own links matter to it. */
    public boolean leadsUpwards() {
        return this != HOSTS && this != SUCCESSOR;
    }

    /** Whether by it the organisation belongs to the other; who belongs to itself belongs to nobody. */
    public boolean isOwnership() {
        return this == OWNER || this == SUBSIDIARY_OF;
    }

    /** Why such a link cannot be between these two, as a sentence; empty if it can. */
    Optional<String> objection(Organisation organisation, Organisation other) {
        if (organisation.id().equals(other.id())) {
            return Optional.of("An organisation is not linked to itself.");
        }
        return switch (this) {
            case CONTRACT_HOLDER, EMPLOYER, BUDGET_HOLDER ->
                unless(organisation.isPractice(), organisation, "no practice");
            case OWNER ->
                unless(
                        organisation.isPractice() || organisation.isBody(),
                        organisation,
                        "neither a practice nor a body");
            case FEDERATION_MEMBER -> unless(other.kind() == Kind.FEDERATION, other, "no federation");
            case SUPERPARTNERSHIP_MEMBER ->
                unless(organisation.isPractice(), organisation, "no practice")
                        .or(() -> unless(other.kind() == Kind.SUPERPARTNERSHIP, other, "no superpartnership"));
            case SUBSIDIARY_OF -> unless(organisation.isBody(), organisation, "no body of this ICS");
            case HOSTS, SUCCESSOR -> Optional.empty();
        };
    }

    private static Optional<String> unless(boolean fits, Organisation organisation, String what) {
        return fits ? Optional.empty() : Optional.of(organisation.name() + " is " + what + ".");
    }
}
