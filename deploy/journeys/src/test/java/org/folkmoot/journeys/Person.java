package org.folkmoot.journeys;

import java.util.List;
import java.util.Set;
import org.folkmoot.local.Secrets;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.tenancy.Roles;

/**
 * One of the people whom {@code ./folkmoot up} makes.
 *
 * @param ics where they have their account
 * @param username to sign in with
 * @param role what they may do
 */
record Person(String ics, String username, String role) {

    static final Person DIRECTOR = new Person("qkk", "director", Roles.PCN_CLINICAL_DIRECTOR);
    static final Person VOTER = new Person("qkk", "voter", Roles.PRACTICE_VOTER);

    /** Speaks for the practices of Greenwich West, in whose network the voter's is not. */
    static final Person OF_ANOTHER_PCN = new Person("qkk", "voter-u46593", Roles.PRACTICE_VOTER);

    static final Person SECRETARY = new Person("qkk", "secretary", Roles.GROUP_SECRETARY);
    static final Person LMC = new Person("qkk", "lmc", Roles.LMC_EXECUTIVE);
    static final Person MANAGER = new Person("qkk", "manager", Roles.EXECUTIVE_MANAGER);
    static final Person OBSERVER = new Person("qkk", "observer", Roles.ICS_OBSERVER);
    static final Person ADMINISTRATOR = new Person("qkk", "admin", Roles.ICS_ADMIN);
    static final Person CLINICIAN = new Person("qkk", "clinician", Roles.INT_CLINICIAN);
    static final Person CASE_MANAGER = new Person("qkk", "casemanager", Roles.CASE_MANAGER);

    /** Of a team that has nothing to do with the clinician's. */
    static final Person OF_ANOTHER_TEAM = new Person("qkk", "woolwich-mind", Roles.INT_CLINICIAN);

    /** Of the team to which somebody is transferred. */
    static final Person OF_THE_OTHER_TEAM = new Person("qkk", "eltham-nurse", Roles.INT_CLINICIAN);

    static final Person OPERATOR = new Person("platform", "operator", Roles.PLATFORM_OPERATOR);

    /** Those through whose eyes every page is looked at: for each page the first who may see it. */
    static final List<Person> VIEWERS = List.of(
            VOTER, DIRECTOR, SECRETARY, LMC, MANAGER, OBSERVER, ADMINISTRATOR, OPERATOR, CLINICIAN, CASE_MANAGER);

    /** The same person's counterpart in another ICS. */
    Person in(String otherIcs) {
        return new Person(otherIcs, username, role);
    }

    boolean maySee(PortalPage page) {
        return page.isFor(Set.of(role));
    }

    String password() {
        return new Secrets(Stack.up().home()).password("person");
    }

    String token() {
        return Stack.up().token(ics, username);
    }

    /** The first page of their ICS. */
    String home() {
        return "/" + ics + "/";
    }

    @Override
    public String toString() {
        return username + " of " + ics;
    }
}
