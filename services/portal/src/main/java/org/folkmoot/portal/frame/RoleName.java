package org.folkmoot.portal.frame;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.tenancy.Roles;

/** The roles as people call them, in the order in which they are offered. */
public enum RoleName {
    PCN_CLINICAL_DIRECTOR(
            Roles.PCN_CLINICAL_DIRECTOR, "PCN clinical director", "Votes for the PCN's seat and follows its referrals"),
    PRACTICE_VOTER(Roles.PRACTICE_VOTER, "Practice voter", "Casts the practice's vote, answers bulletins, refers"),
    LMC_EXECUTIVE(Roles.LMC_EXECUTIVE, "LMC executive", "Watches mandates and powers, records objections"),
    GROUP_SECRETARY(Roles.GROUP_SECRETARY, "Group chair or secretary", "Opens ballots and publishes outcomes"),
    EXECUTIVE_MANAGER(
            Roles.EXECUTIVE_MANAGER, "Executive manager", "Keeps the agenda, actions, enquiries and representation"),
    INT_CLINICIAN(Roles.INT_CLINICIAN, "INT clinician", "Triage, assessment and care plans"),
    CASE_MANAGER(Roles.CASE_MANAGER, "Case manager", "Owns a person's care plan"),
    ICS_OBSERVER(Roles.ICS_OBSERVER, "ICS observer", "Reads what is published, nothing personal"),
    ICS_ADMIN(Roles.ICS_ADMIN, "ICS administrator", "Looks after the people and settings of this ICS"),
    PLATFORM_OPERATOR(Roles.PLATFORM_OPERATOR, "Platform operator", "Onboards ICSs and loads releases");

    private final String role;
    private final String words;
    private final String task;

    RoleName(String role, String words, String task) {
        this.role = role;
        this.words = words;
        this.task = task;
    }

    /** The role as tokens name it. */
    public String role() {
        return role;
    }

    /** The role as people call it. */
    public String words() {
        return words;
    }

    /** What somebody in this role does. */
    public String task() {
        return task;
    }

    /** Those that an ICS can give. */
    public static List<RoleName> ofAnIcs() {
        return Arrays.stream(values())
                .filter(name -> Roles.OF_AN_ICS.contains(name.role))
                .toList();
    }

    /** Roles in words, divided by commas; one that has no name here as it is. */
    public static String words(Collection<String> roles) {
        return roles.stream()
                .sorted(Comparator.comparing(RoleName::place))
                .map(role -> of(role).map(RoleName::words).orElse(role))
                .collect(Collectors.joining(", "));
    }

    private static int place(String role) {
        return of(role).map(Arrays.asList(values())::indexOf).orElse(Integer.MAX_VALUE);
    }

    private static Optional<RoleName> of(String role) {
        return Arrays.stream(values()).filter(name -> name.role.equals(role)).findFirst();
    }
}
