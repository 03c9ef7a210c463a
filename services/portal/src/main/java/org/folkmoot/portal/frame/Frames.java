package org.folkmoot.portal.frame;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.folkmoot.portal.service.ExecutiveService;
import org.folkmoot.portal.service.MandateService;
import org.folkmoot.portal.service.NeighbourhoodService;
import org.folkmoot.portal.session.FormTokens;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** Makes the frame of each page. */
@ApplicationScoped
public class Frames {

    private final FormTokens tokens;
    private final MandateService mandate;
    private final ExecutiveService executive;
    private final NeighbourhoodService neighbourhood;

    Frames(FormTokens tokens, MandateService mandate, ExecutiveService executive, NeighbourhoodService neighbourhood) {
        this.tokens = tokens;
        this.mandate = mandate;
        this.executive = executive;
        this.neighbourhood = neighbourhood;
    }

    /** The frame of a page for somebody who is signed in. */
    public Frame of(Visit visit, PortalPage page, String title) {
        return framed(visit, page, title);
    }

    /** The frame of a page that belongs to no ICS, or to none that the person is signed in to. */
    public Frame of(Optional<Visit> visit, String title) {
        return visit.map(someone -> framed(someone, null, title))
                .orElseGet(() -> new Frame(title, null, List.of(), "", false));
    }

    private Frame framed(Visit visit, @Nullable PortalPage here, String title) {
        List<Frame.Item> navigation = PortalPage.navigation(visit.roles()).stream()
                .filter(page -> mandate.isThere() || !page.isOfTheMandateService())
                .filter(page -> executive.isThere() || !page.isOfTheExecutiveService())
                .filter(page -> neighbourhood.isThere() || !page.isOfTheNeighbourhoodService())
                .map(page -> new Frame.Item(
                        page.label().orElseThrow(),
                        visit.base() + page.example(),
                        here != null && belongsTo(here, page)))
                .toList();
        return new Frame(title, visit, navigation, tokens.issue(visit.tenant(), visit.subject()), executive.isThere());
    }

    /** Whether the page is that of the navigation, or below it. */
    private static boolean belongsTo(PortalPage page, PortalPage top) {
        return switch (page) {
            case ORGANISATION, PRACTICE, PCN, BOARD -> top == PortalPage.DIRECTORY;
            case PRACTICE_MODEL,
                    ADD_LINK,
                    BODIES,
                    ADD_BODY,
                    BODY,
                    ADD_BODY_LINK,
                    ORGANISATION_LINKS,
                    LINK,
                    END_LINK,
                    CORRECT_LINK,
                    WITHDRAW_LINK,
                    CONCENTRATION,
                    CONCENTRATION_THRESHOLD,
                    CONTACTS,
                    ADD_CONTACT,
                    CONTACT,
                    CONFIRM_CONTACT,
                    AMEND_CONTACT,
                    CONTACT_LEAVES,
                    CAPABILITIES,
                    ADD_CAPABILITY,
                    CAPABILITY,
                    END_CAPABILITY,
                    BACKLOGS,
                    REPORT_BACKLOG,
                    CORRECT_BACKLOG,
                    DSPT,
                    HAND_IN_DSPT,
                    DSPT_OF,
                    CASES,
                    ADD_CASE,
                    CASE,
                    ADD_CASE_OPTION,
                    ADD_CASE_DILIGENCE,
                    SPEAK_ON_CASE,
                    DECIDE_CASE,
                    REOPEN_CASE,
                    FAIR_SHARES,
                    ADD_FAIR_SHARE,
                    FAIR_SHARE,
                    BUDGETS,
                    ADD_BUDGET,
                    BUDGET,
                    CHANGE_BUDGET,
                    ADD_SPEND,
                    CORRECT_SPEND,
                    PANEL -> top == PortalPage.MODELS;
            case PCN_HEALTH, CHECK_PCN -> top == PortalPage.NETWORKS;
            case PLACES, ADD_PLACE, CHANGE_PLACE -> top == PortalPage.NEIGHBOURHOODS;
            case OBJECTION, OBJECTIONS -> top == PortalPage.MOTIONS;
            case REHEARSAL, NOTICES -> top == PortalPage.BALLOTS;
            case WORK_NOTICES -> top == PortalPage.ACTIONS;
            case READINGS, READING, ADD_READING, ANSWER_READING -> top == PortalPage.GROUPS;
            case FORWARD_PLAN, ADD_PLAN, WITHDRAW_PLAN, AUTHORITY -> top == PortalPage.DECISIONS;
            case AGENDA_ITEMS, ADD_AGENDA_ITEM, AGENDA_ITEM, WITHDRAW_AGENDA_ITEM -> top == PortalPage.MEETINGS;
            case REPRESENTATIVE, RECALL_REPRESENTATIVE, SITTINGS, SITTING, WRITE_BRIEF, REPORT_BACK, CANCEL_SITTING ->
                top == PortalPage.REPRESENTATION;
            case ASKS, ASK -> top == PortalPage.ENQUIRIES;
            case CALENDAR, REVOKE_CALENDAR -> top == PortalPage.MEETINGS;
            case MEASURES -> top == PortalPage.TEAMS;
            case TRIAGE,
                    CARE_PLANS,
                    GP_UPDATES,
                    GP_UPDATE,
                    MDT_MEETING,
                    MDT_LIST,
                    PRACTICE_CHANGES,
                    PRACTICE_CHANGE,
                    FIND_PATIENT,
                    PATIENT,
                    AMEND_PATIENT,
                    READS,
                    BREAK_GLASS,
                    BROKEN_GLASSES,
                    REVIEW_GLASS -> top == PortalPage.REFERRALS;
            case HOME, EVENTS, EVENTS_OF -> top == PortalPage.HOME;
            case DIRECTORY,
                    MODELS,
                    NETWORKS,
                    NEIGHBOURHOODS,
                    ADD_NEIGHBOURHOOD,
                    CHANGE_NEIGHBOURHOOD,
                    TEAMS,
                    ADD_TEAM,
                    TEAM,
                    CHANGE_TEAM,
                    DECLARE_CAPACITY,
                    ADD_MEMBER,
                    MEMBER_LEAVES,
                    DISBAND_TEAM,
                    MDT_MEETINGS,
                    ADD_MDT_MEETING,
                    REFERRALS,
                    REFER,
                    CHECK_REFERRAL,
                    CHANGE_REFERRAL,
                    REFERRAL,
                    RETURN_REFERRAL,
                    REDIRECT_REFERRAL,
                    CLOSE_REFERRAL,
                    PAUSE_CLOCK,
                    OFFER_HANDOVER,
                    OFFER_TRANSFER,
                    TRANSFERS,
                    TRANSFER,
                    ASSESS,
                    CARE_PLAN,
                    DRAFT_CARE_PLAN,
                    AGREE_CARE_PLAN,
                    REVIEW_CARE_PLAN,
                    WRITE_GP_UPDATE,
                    SHARES,
                    ADD_SHARE,
                    REVOKE_SHARE,
                    BALLOTS,
                    ADD_BALLOT,
                    BALLOT,
                    RESULT,
                    VOTE,
                    RECEIPT,
                    CASTING_VOTE,
                    RECUSE,
                    PROXIES,
                    ELECTORATE,
                    VOTE_LOG,
                    ANNUL_BALLOT,
                    BALLOT_MAILS,
                    MOTIONS,
                    ADD_MOTION,
                    MOTION,
                    AMEND_MOTION,
                    WITHDRAW_MOTION,
                    OBJECT,
                    GROUPS,
                    ADD_GROUP,
                    GROUP,
                    PURPOSES,
                    CONSTITUTION,
                    ADD_CONSTITUTION,
                    FILL_SEAT,
                    VACATE_SEAT,
                    MANDATES,
                    MANDATE,
                    WITHDRAW_MANDATE,
                    OBJECT_TO_MANDATE,
                    POWERS,
                    ADD_POWER,
                    POWER,
                    REVIEW_POWER,
                    CHANGE_POWER,
                    DECISIONS,
                    ADD_DECISION,
                    DECISION,
                    OBJECT_TO_DECISION,
                    WITHDRAW_DECISION,
                    ASSIGN_FROM_DECISION,
                    ACTIONS,
                    ACTION,
                    DISCHARGE_ACTION,
                    DROP_ACTION,
                    PUT_OFF_ACTION,
                    HAND_ACTION_OVER,
                    ENQUIRIES,
                    ADD_ENQUIRY,
                    ENQUIRY,
                    ACKNOWLEDGE_ENQUIRY,
                    ASSIGN_ENQUIRY,
                    ASK_PRACTICES,
                    PAUSE_ENQUIRY,
                    REPLY_TO_ENQUIRY,
                    ANSWER_ENQUIRY,
                    CLOSE_ENQUIRY,
                    ASSIGN_FROM_ENQUIRY,
                    MEETINGS,
                    ADD_MEETING,
                    ADD_SERIES,
                    MEETING,
                    ARRANGE_AGENDA,
                    CANCEL_MEETING,
                    CLOSE_MEETING,
                    ASSIGN_FROM_MEETING,
                    PRIORITIES,
                    ADD_PRIORITY,
                    PRIORITY,
                    SHAPE_PRIORITY,
                    PUT_PRIORITY,
                    MEASURE_PRIORITY,
                    MEET_PRIORITY,
                    RETIRE_PRIORITY,
                    ASSIGN_FROM_PRIORITY,
                    REPRESENTATION,
                    ADD_SYSTEM_MEETING,
                    COVERAGE,
                    SYSTEM_MEETING,
                    ADD_DATES,
                    NAME_REPRESENTATIVE,
                    RECOMMENDATIONS,
                    ADD_RECOMMENDATION,
                    RECOMMENDATION,
                    ENTRUST_RECOMMENDATION,
                    RESPOND,
                    SET_RECOMMENDATION_ASIDE,
                    BULLETINS,
                    ADD_BULLETIN,
                    BULLETIN,
                    RECIPIENTS,
                    ANSWER_BULLETIN,
                    CHANGE_BULLETIN,
                    PUBLISH_BULLETIN,
                    FINDINGS,
                    FINDING,
                    PEOPLE,
                    ADD_PERSON,
                    PERSON,
                    DISABLE_PERSON,
                    RESET_PERSON,
                    REVOKE_CALENDAR_OF,
                    EXTERNAL_SYSTEMS,
                    ADD_EXTERNAL_SYSTEM,
                    EXTERNAL_SYSTEM,
                    ISSUE_CREDENTIAL,
                    DROP_CREDENTIAL,
                    REVOKE_EXTERNAL_SYSTEM,
                    RELEASES,
                    ADD_RELEASE,
                    KEEPING_UP,
                    JOB,
                    REPORT,
                    ICSS,
                    ONBOARD,
                    ICS,
                    SUSPEND -> top != PortalPage.HOME && page.example().startsWith(top.example());
        };
    }
}
