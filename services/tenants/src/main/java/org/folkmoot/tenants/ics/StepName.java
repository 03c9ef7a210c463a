package org.folkmoot.tenants.ics;

/** A piece of work for an ICS that can be done again without harm. */
public enum StepName {
    /** The realm in Keycloak is what its template says. */
    REALM,
    /** The first administrator has an account. */
    ADMINISTRATOR,
    /** The topics are there. */
    TOPICS,
    /** Who may read and write them is as the state of the ICS says. */
    ACLS,
    /** The services have been told. */
    ANNOUNCEMENT,
    /** Nobody of the ICS is signed in any more. */
    SESSIONS,
    /** What the control plane knows of the ICS has been written into one document. */
    EXPORT
}
