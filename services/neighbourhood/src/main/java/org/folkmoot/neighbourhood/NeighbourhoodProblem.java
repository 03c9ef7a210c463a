package org.folkmoot.neighbourhood;

import java.util.Locale;
import org.folkmoot.problem.ProblemType;

/** The problems that only this service answers. */
public enum NeighbourhoodProblem implements ProblemType {
    /** A team of that name works already. */
    TEAM_NAME_TAKEN("Another team has this name", 409),
    /** The team still has people to see to. */
    TEAM_HAS_REFERRALS("The team has open referrals", 409),
    /** The team was disbanded. */
    TEAM_DISBANDED("The team does not work any more", 409),
    /** The team declared that it takes no new referrals for a time. */
    TEAM_TAKES_NO_REFERRALS("The team takes no new referrals", 409),
    /** The person is in the team. */
    ALREADY_A_MEMBER("The person is a member of the team", 409),
    /** Somebody's care is theirs. */
    MEMBER_IS_CASE_MANAGER("The member is a case manager", 409),
    /** The NHS number belongs to somebody else than the person described. */
    PATIENT_DETAILS_DIFFER("These details are not the patient's", 409),
    /** The patient's data were erased. */
    PATIENT_ERASED("The patient's data were erased", 410),
    /** A person who was found has to agree before they are referred. */
    CONSENT_MISSING("The person's consent is missing", 409),
    /** The referral is in another state. */
    REFERRAL_NOT_IN_STATE("The referral is not in a state for this", 409),
    /** The journey's clock stands still in that time. */
    CLOCK_ALREADY_PAUSED("The clock is paused in that time", 409),
    /** A case manager is a member of the team. */
    CASE_MANAGER_NOT_IN_TEAM("The case manager is not in the team", 409),
    /** A handover is offered and not answered. */
    HANDOVER_OPEN("A handover is open", 409),
    /** The handover was answered. */
    HANDOVER_NOT_OPEN("The handover is not open", 409),
    /** A transfer is offered and not answered. */
    TRANSFER_OPEN("A transfer is open", 409),
    /** The transfer was answered. */
    TRANSFER_NOT_OPEN("The transfer is not open", 409),
    /** The team has said what becomes of the person. */
    PRACTICE_CHANGE_ANSWERED("The change of practice was answered", 409),
    /** The organisation does not meet the standards of the Data Security and Protection Toolkit. */
    DSPT_NOT_MET("Nothing is shared with this organisation", 409),
    /** The decision to share has ended or was revoked. */
    SHARE_NOT_IN_FORCE("The decision to share is not in force", 409),
    /** Another version is the newest, or the person has agreed, or has not. */
    CARE_PLAN_NOT_IN_STATE("The care plan is not in a state for this", 409),
    /** Nobody referred the person, and they are registered nowhere. */
    NO_PRACTICE_TO_UPDATE("There is no practice to update", 409),
    /** The meeting was held, or the action is done. */
    MDT_NOT_IN_STATE("The meeting is not in a state for this", 409),
    /** Whoever asks may see the person. */
    GLASS_NOT_NEEDED("The record is open to you", 409),
    /** A lead has said what they think of it. */
    BREAK_GLASS_REVIEWED("It was reviewed", 409);

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String title;
    private final int status;

    NeighbourhoodProblem(String title, int status) {
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
