package org.folkmoot.neighbourhood.referral;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.tenancy.Roles;

/** What can be done about a referral, and who may: one rule, for those who do it and for those who are shown what they may. */
public enum Act {
    AMEND,
    CONSENT,
    SUBMIT,
    TRIAGE,
    ACCEPT,
    RETURN,
    REDIRECT,
    BEGIN_ASSESSMENT,
    PAUSE,
    CLOSE,
    OFFER_HANDOVER,
    ANSWER_HANDOVER,
    WITHDRAW_HANDOVER,
    OFFER_TRANSFER,
    WITHDRAW_TRANSFER;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API says it. */
    @JsonValue
    public String slug() {
        return slug;
    }

    /** What the reader may do about a referral that they see. Handovers are between two people and transfers between two teams, whatever the state says. */
    static Set<Act> open(Stage referral, Reader reader) {
        ReferralState state = ReferralState.of(referral.state());
        boolean team = isOfTheTeam(referral, reader);
        boolean writer = isTheWriter(referral, reader);
        var open = EnumSet.noneOf(Act.class);
        switch (state) {
            case ReferralState.Draft() -> {
                if (writer) {
                    open.addAll(EnumSet.of(AMEND, CONSENT, SUBMIT, CLOSE));
                }
            }
            case ReferralState.Submitted() -> {
                if (team) {
                    open.addAll(EnumSet.of(TRIAGE, ACCEPT, RETURN, REDIRECT, PAUSE, CLOSE));
                }
                if (writer) {
                    open.addAll(EnumSet.of(AMEND, CLOSE));
                }
            }
            case ReferralState.InTriage() -> {
                if (team) {
                    open.addAll(EnumSet.of(ACCEPT, RETURN, REDIRECT, PAUSE, CLOSE));
                }
                if (writer) {
                    open.add(CLOSE);
                }
            }
            case ReferralState.Accepted() -> {
                if (team) {
                    open.addAll(EnumSet.of(BEGIN_ASSESSMENT, PAUSE, CLOSE));
                }
            }
            case ReferralState.Assessment() -> {
                if (team) {
                    open.addAll(EnumSet.of(PAUSE, CLOSE));
                }
            }
            case ReferralState.InCare() -> {
                if (team) {
                    open.addAll(EnumSet.of(PAUSE, CLOSE));
                }
            }
            case ReferralState.Returned(), ReferralState.Redirected(), ReferralState.Closed() -> {
                // What is over stays as it was.
            }
        }
        return open;
    }

    /** Whether the reader may do it in some state of the referral, if not in this one. */
    static boolean isEver(Act act, Stage referral, Reader reader) {
        return switch (act) {
            case AMEND, CONSENT, SUBMIT -> isTheWriter(referral, reader);
            case CLOSE -> isTheWriter(referral, reader) || isOfTheTeam(referral, reader);
            case TRIAGE,
                    ACCEPT,
                    RETURN,
                    REDIRECT,
                    BEGIN_ASSESSMENT,
                    PAUSE,
                    OFFER_HANDOVER,
                    ANSWER_HANDOVER,
                    WITHDRAW_HANDOVER,
                    OFFER_TRANSFER,
                    WITHDRAW_TRANSFER -> isOfTheTeam(referral, reader);
        };
    }

    /** Who may, in words for somebody who may not. */
    String whose() {
        return switch (this) {
            case AMEND, CONSENT, SUBMIT -> "This is for those who refer.";
            case CLOSE -> "This is for the team, and until it has taken the person on for those who refer.";
            case TRIAGE,
                    ACCEPT,
                    RETURN,
                    REDIRECT,
                    BEGIN_ASSESSMENT,
                    PAUSE,
                    OFFER_HANDOVER,
                    ANSWER_HANDOVER,
                    WITHDRAW_HANDOVER,
                    OFFER_TRANSFER,
                    WITHDRAW_TRANSFER -> "This is for clinicians and case managers of the team.";
        };
    }

    private static boolean isOfTheTeam(Stage referral, Reader reader) {
        return referral.isTheTeams() && reader.isAnyOf(Roles.INT_CLINICIAN, Roles.CASE_MANAGER);
    }

    private static boolean isTheWriter(Stage referral, Reader reader) {
        String practice = referral.practice();
        return practice == null ? isOfTheTeam(referral, reader) : reader.speaksFor(practice);
    }
}
