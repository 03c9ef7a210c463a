package org.folkmoot.neighbourhood.referral;

import java.time.Instant;
import org.folkmoot.neighbourhood.team.Member;
import org.folkmoot.tenancy.Person;

/** Who owns a person's care, as far as a referral's beginning and end go. In the caller's transaction. */
public interface CaseManagement {

    /** The field in which the words of a handover are sealed, before its identifier. */
    String HANDOVER_WORDS = "handover.words/";

    /** From that moment on, that of the acceptance, the member owns the person's care, as somebody says. */
    void begin(Stage referral, Member manager, Instant at, Person by);

    /** From that moment on, that of the closure, nobody does. */
    void end(Stage referral, Instant at);
}
