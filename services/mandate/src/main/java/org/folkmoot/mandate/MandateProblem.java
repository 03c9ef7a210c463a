package org.folkmoot.mandate;

import java.util.Locale;
import org.folkmoot.problem.ProblemType;

/** The problems that only this service answers. */
public enum MandateProblem implements ProblemType {
    /** Constitutions and powers change by two people. */
    SECOND_PERSON_NEEDED("Another person has to do this", 409),
    /** A constitution was to be settled that is settled. */
    CONSTITUTION_NOT_PROPOSED("This version of the constitution is not proposed", 409),
    /** One proposal at a time. */
    CONSTITUTION_ALREADY_PROPOSED("Another version of the constitution is proposed already", 409),
    /** A group that has no constitution in force can do nothing yet. */
    NO_CONSTITUTION_IN_FORCE("The group has no constitution in force", 409),
    /** The constitution says nothing of such questions. */
    QUESTION_NOT_PROVIDED_FOR("The constitution has no rule for this question", 409),
    /** The seat is not one of the constitution's, or is taken. */
    SEAT_NOT_FREE("The seat is not free for these days", 409),
    /** Nobody holds it. */
    SEAT_NOT_HELD("Nobody holds this seat", 409),
    /** Somebody is said to be elected whom no ballot elected. */
    NOT_ELECTED("No declared ballot elected this person to this seat", 409),
    /** The motion is in another state. */
    MOTION_NOT_IN_STATE("The motion is not in a state for this", 409),
    /** A change of operating model without alternatives. */
    ALTERNATIVES_MISSING("The alternatives that were considered are missing", 422),
    /** An amendment was to be settled that is settled. */
    AMENDMENT_NOT_PROPOSED("This amendment is not open", 409),
    /** The ballot is in another state. */
    BALLOT_NOT_IN_STATE("The ballot is not in a state for this", 409),
    /** The log was tampered with. */
    LOG_DEFECTIVE("The ballot's log does not verify", 409),
    /** A ballot on which nobody may vote. */
    ELECTORATE_EMPTY("Nobody could vote in this ballot", 409),
    /** A weight that the franchise needs is unknown. */
    WEIGHT_UNKNOWN("The weight of a voter is not known", 409),
    /** The voter is none of this ballot. */
    NOT_AN_ELECTOR("This voter is not in the electorate", 409),
    /** A declared interest. */
    ELECTOR_RECUSED("This voter is recused", 409),
    /** A practice that left before it voted. */
    VOTER_LAPSED("This voter's vote has lapsed", 409),
    /** What cannot be done after having voted. */
    ALREADY_VOTED("This voter has voted", 409),
    /** No proxy, or none any more. */
    NO_PROXY("There is no proxy for this", 409),
    /** It was used in this ballot. */
    PROXY_USED("The proxy has been used", 409),
    /** The choice is none of the ballot's. */
    CHOICE_UNKNOWN("This choice is not on the ballot", 422),
    /** The practice has not given the mandate, or has withdrawn it. */
    MANDATE_NOT_GIVEN("This practice does not stand behind the mandate", 409),
    /** The mandate is no longer, or not yet, in force. */
    MANDATE_NOT_IN_FORCE("The mandate is not in force", 409),
    /** The power is in another state. */
    POWER_NOT_IN_STATE("The power is not in a state for this", 409),
    /** There is a reply already. */
    OBJECTION_ANSWERED("The objection has been answered", 409),
    /** A reading cannot be asked for or answered now. */
    READING_NOT_OPEN("The reading is not open for this", 409),
    /** More than a rehearsal counts. */
    REHEARSAL_TOO_LARGE("This is too much to rehearse", 422);

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String title;
    private final int status;

    MandateProblem(String title, int status) {
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
