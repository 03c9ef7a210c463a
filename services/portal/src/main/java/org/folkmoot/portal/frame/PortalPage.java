package org.folkmoot.portal.frame;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.tenancy.Roles;
import org.jspecify.annotations.Nullable;

/**
 * Every page of the portal, with an address at which to see it and those who may.
 *
 * <p>The order is that of the navigation. In an address {@code {practice}}, {@code {pcn}}, {@code {board}},
 * {@code {person}}, {@code {finding}}, {@code {job}} and {@code {ics}} stand for one that is there.
 */
public enum PortalPage {
    HOME("/", "Home", Audience.EVERYONE),
    DIRECTORY("/directory/", "Directory", Audience.EVERYONE),
    ORGANISATION("/organisations/{practice}/", null, Audience.EVERYONE),
    PRACTICE("/practices/{practice}/", null, Audience.EVERYONE),
    PCN("/pcns/{pcn}/", null, Audience.EVERYONE),
    BOARD("/boards/{board}/", null, Audience.EVERYONE),
    FINDINGS("/findings/", "Findings", Audience.CARERS_OF_THE_DIRECTORY),
    FINDING("/findings/{finding}/", null, Audience.CARERS_OF_THE_DIRECTORY),
    PEOPLE("/people/", "People", Audience.ADMINISTRATORS),
    ADD_PERSON("/people/add/", null, Audience.ADMINISTRATORS),
    PERSON("/people/{person}/", null, Audience.ADMINISTRATORS),
    DISABLE_PERSON("/people/{person}/disable/", null, Audience.ADMINISTRATORS),
    RESET_PERSON("/people/{person}/reset/", null, Audience.ADMINISTRATORS),
    RELEASES("/releases/", "Releases", Audience.OPERATORS),
    ADD_RELEASE("/releases/add/", null, Audience.OPERATORS),
    JOB("/releases/jobs/{job}/", null, Audience.OPERATORS),
    REPORT("/releases/jobs/{job}/report/", null, Audience.OPERATORS),
    ICSS("/icss/", "ICSs", Audience.OPERATORS),
    ONBOARD("/icss/add/", null, Audience.OPERATORS),
    ICS("/icss/{ics}/", null, Audience.OPERATORS),
    SUSPEND("/icss/{ics}/suspend/", null, Audience.OPERATORS);

    /** Who may see a page: the roles of which a person needs one. */
    public enum Audience {
        EVERYONE,
        CARERS_OF_THE_DIRECTORY,
        ADMINISTRATORS,
        OPERATORS;

        /** The roles of which a person needs one. */
        public Set<String> roles() {
            return switch (this) {
                case EVERYONE ->
                    Stream.concat(Roles.OF_AN_ICS.stream(), Roles.OF_THE_PLATFORM.stream())
                            .collect(Collectors.toUnmodifiableSet());
                case CARERS_OF_THE_DIRECTORY -> Set.of(Roles.ICS_ADMIN, Roles.PLATFORM_OPERATOR);
                case ADMINISTRATORS -> Set.of(Roles.ICS_ADMIN);
                case OPERATORS -> Set.of(Roles.PLATFORM_OPERATOR);
            };
        }
    }

    private final String example;
    private final @Nullable String label;
    private final Audience audience;

    PortalPage(String example, @Nullable String label, Audience audience) {
        this.example = example;
        this.label = label;
        this.audience = audience;
    }

    /** An address of the page after that of the ICS, such as {@code /pcns/{pcn}/} after {@code /qkk}. */
    public String example() {
        return example;
    }

    /** What the navigation calls it; empty for a page that is reached from another. */
    public Optional<String> label() {
        return Optional.ofNullable(label);
    }

    /** Who may see it. */
    public Audience audience() {
        return audience;
    }

    /** Whether somebody with these roles may see it. */
    public boolean isFor(Set<String> roles) {
        return audience.roles().stream().anyMatch(roles::contains);
    }

    /** The navigation of somebody with these roles. */
    static List<PortalPage> navigation(Set<String> roles) {
        return Arrays.stream(values())
                .filter(page -> page.label != null && page.isFor(roles))
                .toList();
    }
}
