package org.folkmoot.tenants.ics;

import java.util.Locale;
import org.folkmoot.problem.ProblemType;

/** What the control plane refuses, beyond what every service refuses. */
public enum TenantsProblem implements ProblemType {
    /** The code is no integrated care board's. */
    UNKNOWN_ICB("No integrated care board has this code", 422),
    /** The ICS is on the platform already. */
    ICS_ALREADY_ONBOARDED("This ICS is on the platform already", 409),
    /** Only an onboarding that was given up can be retried. */
    ONBOARDING_NOT_STALLED("There is no stalled onboarding to retry", 409),
    /** Only an active ICS can be suspended. */
    ICS_NOT_ACTIVE("This ICS is not active", 409),
    /** Only a suspended ICS can be resumed. */
    ICS_NOT_SUSPENDED("This ICS is not suspended", 409),
    /** An export waits until what is being done for the ICS is done. */
    ICS_BUSY("Something else is being done for this ICS", 409),
    /** Nobody is let go without what is known of them. */
    EXPORT_REQUIRED("An export must be made first", 409),
    /** A mail address belongs to one account of an ICS. */
    PERSON_ALREADY_KNOWN("There is an account with this mail address", 409),
    /** Nobody can take their own administration away, and so no ICS can lose its last administrator. */
    OWN_ADMINISTRATION("Another administrator has to do this", 409),
    /** A system that was shut out stays out. */
    EXTERNAL_SYSTEM_REVOKED("This external system was revoked", 409),
    /** One that is in use, and one that is being brought in. */
    TWO_CREDENTIALS_AT_MOST("This external system has two credentials already", 409),
    /** An ICS has a bounded number of systems. */
    TOO_MANY_EXTERNAL_SYSTEMS("There are too many external systems", 409),
    /** What concerns whole ICSs is done by two people. */
    ANOTHER_OPERATOR_NEEDED("Another operator has to do this", 409),
    /** Nobody agrees to a plan that cannot be carried out. */
    SUCCESSION_HINDERED("Something stands in the way of this succession", 409),
    /** A plan is agreed once and cancelled once. */
    SUCCESSION_NOT_IN_STATE("This succession does not stand where this can be done", 409);

    private final String title;
    private final int status;

    TenantsProblem(String title, int status) {
        this.title = title;
        this.status = status;
    }

    @Override
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
