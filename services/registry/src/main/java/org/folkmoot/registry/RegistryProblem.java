package org.folkmoot.registry;

import java.util.Locale;
import org.folkmoot.problem.ProblemType;

/** The problems that only this service answers. */
public enum RegistryProblem implements ProblemType {
    /** A report was asked for before the load had ended. */
    LOAD_IN_PROGRESS("The load has not ended yet", 409),
    /** A finding was to be resolved that is resolved already, or has gone. */
    FINDING_NOT_OPEN("The finding is not open", 409),
    /** A source of the directory is to be looked at that is not set up. */
    SOURCE_NOT_CONFIGURED("The source is not configured", 409),
    /** Changes are to be confirmed that do not wait for it. */
    RUN_NOT_HELD("The changes do not wait for a confirmation", 409),
    /** An organisation is to be asked for again that has been read since. */
    ORGANISATION_NOT_WAITING("The organisation has been read since", 409),
    /** A code that neither the directory nor the ICS has, or that is not what it must be. */
    ORGANISATION_UNKNOWN("No such organisation is known", 422),
    /** An ICS writes down what it knows of its own practices. */
    PRACTICE_OF_ANOTHER_ICS("The practice belongs to another ICS", 422),
    /** A body that the directory has, or that was defined before. */
    BODY_ALREADY_KNOWN("This organisation is known already", 409),
    /** A link of this kind cannot be between these two. */
    LINK_NOT_BETWEEN_THESE("These two cannot be linked in this way", 422),
    /** Two contract holders at once, or the same link twice. */
    LINK_OVERLAPS("Another link holds on some of these days", 409),
    /** An organisation would belong to itself, through whomever. */
    LINK_MAKES_A_CIRCLE("An organisation would belong to itself", 409),
    /** The link has ended, was withdrawn, or is of a kind that has no end. */
    LINK_NOT_OPEN("The link cannot end or be altered like this", 409),
    /** Options and findings are added to an open case, a decided one is reopened. */
    CASE_NOT_IN_STATE("The case is not in a state that allows this", 409),
    /** The heads are not past income and adjustment. */
    BUDGET_DOES_NOT_ADD_UP("The budget does not add up", 422),
    /** An amount is to be shared by lists, and one of them is not known. */
    LIST_SIZE_UNKNOWN("The list of a practice is not known", 409),
    /** What is shared no longer cannot be ended again. */
    CAPABILITY_ENDED("It is shared no longer", 409);

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String title;
    private final int status;

    RegistryProblem(String title, int status) {
        this.title = title;
        this.status = status;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int status() {
        return status;
    }
}
