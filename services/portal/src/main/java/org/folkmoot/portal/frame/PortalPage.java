package org.folkmoot.portal.frame;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.tenancy.Roles;
import org.jspecify.annotations.Nullable;

/**
 * Every page of the portal, with an address at which to see it and those who may.
 *
 * <p>The order is that of the navigation. In an address {@code {practice}}, {@code {pcn}} and so on stand for one that is there.
 */
public enum PortalPage {
    HOME("/", "Home", Audience.EVERYONE),
    DIRECTORY("/directory/", "Directory", Audience.EVERYONE),
    ORGANISATION("/organisations/{practice}/", null, Audience.EVERYONE),
    PRACTICE("/practices/{practice}/", null, Audience.EVERYONE),
    PRACTICE_MODEL("/practices/{practice}/model/", null, Audience.OF_AN_ICS),
    ADD_LINK("/practices/{practice}/links/add/", null, Audience.KEEPERS_OF_KNOWLEDGE),
    BODIES("/bodies/", null, Audience.OF_AN_ICS),
    ADD_BODY("/bodies/add/", null, Audience.KEEPERS_OF_KNOWLEDGE),
    BODY("/bodies/{body}/", null, Audience.OF_AN_ICS),
    ADD_BODY_LINK("/bodies/{body}/links/add/", null, Audience.KEEPERS_OF_KNOWLEDGE),
    ORGANISATION_LINKS("/organisations/{practice}/links/", null, Audience.OF_AN_ICS),
    LINK("/links/{link}/", null, Audience.OF_AN_ICS),
    END_LINK("/links/{link}/end/", null, Audience.KEEPERS_OF_KNOWLEDGE),
    CORRECT_LINK("/links/{link}/correct/", null, Audience.KEEPERS_OF_KNOWLEDGE),
    WITHDRAW_LINK("/links/{link}/withdraw/", null, Audience.KEEPERS_OF_KNOWLEDGE),
    PCN("/pcns/{pcn}/", null, Audience.EVERYONE),
    BOARD("/boards/{board}/", null, Audience.EVERYONE),
    MODELS("/models/", "Practices", Audience.OF_AN_ICS),
    NETWORKS("/networks/", "PCNs", Audience.OF_AN_ICS),
    PCN_HEALTH("/pcns/{pcn}/health/", null, Audience.OF_AN_ICS),
    CHECK_PCN("/pcns/{pcn}/health/check/", null, Audience.DIRECTORS),
    NEIGHBOURHOODS("/neighbourhoods/", "Neighbourhoods", Audience.OF_AN_ICS),
    ADD_NEIGHBOURHOOD("/neighbourhoods/add/", null, Audience.KEEPERS_OF_KNOWLEDGE),
    CHANGE_NEIGHBOURHOOD("/neighbourhoods/{neighbourhood}/change/", null, Audience.KEEPERS_OF_KNOWLEDGE),
    PLACES("/places/", null, Audience.OF_AN_ICS),
    ADD_PLACE("/places/add/", null, Audience.KEEPERS_OF_KNOWLEDGE),
    CHANGE_PLACE("/places/{place}/change/", null, Audience.KEEPERS_OF_KNOWLEDGE),
    CONCENTRATION("/concentration/", null, Audience.OF_AN_ICS),
    CONCENTRATION_THRESHOLD("/concentration/threshold/", null, Audience.ADMINISTRATORS),
    CONTACTS("/contacts/", null, Audience.OF_AN_ICS),
    ADD_CONTACT("/contacts/add/", null, Audience.KEEPERS_OF_KNOWLEDGE),
    CONTACT("/contacts/{contact}/", null, Audience.OF_AN_ICS),
    CONFIRM_CONTACT("/contacts/{contact}/confirm/", null, Audience.CONFIRMERS),
    AMEND_CONTACT("/contacts/{contact}/amend/", null, Audience.KEEPERS_OF_KNOWLEDGE),
    CONTACT_LEAVES("/contacts/{contact}/leave/", null, Audience.KEEPERS_OF_KNOWLEDGE),
    CAPABILITIES("/capabilities/", null, Audience.MEMBERS),
    ADD_CAPABILITY("/capabilities/add/", null, Audience.KEEPERS_OF_WHAT_IS_SHARED),
    CAPABILITY("/capabilities/{capability}/", null, Audience.MEMBERS),
    END_CAPABILITY("/capabilities/{capability}/end/", null, Audience.KEEPERS_OF_WHAT_IS_SHARED),
    BACKLOGS("/backlogs/", null, Audience.READERS_OF_BACKLOGS),
    REPORT_BACKLOG("/practices/{practice}/backlogs/add/", null, Audience.PRACTICE_VOTERS),
    CORRECT_BACKLOG("/practices/{practice}/backlogs/{week}/", null, Audience.PRACTICE_VOTERS),
    DSPT("/dspt/", null, Audience.OF_AN_ICS),
    HAND_IN_DSPT("/dspt/add/", null, Audience.ADMINISTRATORS),
    DSPT_OF("/dspt/{assessed}/", null, Audience.OF_AN_ICS),
    CASES("/cases/", null, Audience.MEMBERS),
    ADD_CASE("/cases/add/", null, Audience.KEEPERS_OF_CASES),
    CASE("/cases/{case}/", null, Audience.MEMBERS),
    ADD_CASE_OPTION("/cases/{case}/options/add/", null, Audience.KEEPERS_OF_CASES),
    ADD_CASE_DILIGENCE("/cases/{case}/diligence/add/", null, Audience.KEEPERS_OF_CASES),
    SPEAK_ON_CASE("/cases/{case}/speak/", null, Audience.COMMITTEE),
    DECIDE_CASE("/cases/{case}/decide/", null, Audience.PRACTICE_VOTERS),
    REOPEN_CASE("/cases/{case}/reopen/", null, Audience.KEEPERS_OF_CASES),
    FAIR_SHARES("/fair-shares/", null, Audience.MEMBERS),
    ADD_FAIR_SHARE("/fair-shares/add/", null, Audience.ADMINISTRATORS),
    FAIR_SHARE("/fair-shares/{share}/", null, Audience.MEMBERS),
    BUDGETS("/budgets/", null, Audience.READERS_OF_BOOKS),
    ADD_BUDGET("/practices/{practice}/budgets/add/", null, Audience.KEEPERS_OF_BOOKS),
    BUDGET("/practices/{practice}/budgets/{year}/", null, Audience.READERS_OF_BOOKS),
    CHANGE_BUDGET("/practices/{practice}/budgets/{year}/change/", null, Audience.KEEPERS_OF_BOOKS),
    ADD_SPEND("/practices/{practice}/spends/add/", null, Audience.KEEPERS_OF_BOOKS),
    CORRECT_SPEND("/practices/{practice}/spends/{month}/", null, Audience.KEEPERS_OF_BOOKS),
    PANEL("/panel/", null, Audience.EVALUATORS),
    TEAMS("/teams/", "Teams", Audience.OF_AN_ICS),
    ADD_TEAM("/teams/add/", null, Audience.ADMINISTRATORS),
    TEAM("/teams/{team}/", null, Audience.OF_AN_ICS),
    CHANGE_TEAM("/teams/{team}/change/", null, Audience.KEEPERS_OF_TEAMS),
    DECLARE_CAPACITY("/teams/{team}/capacity/", null, Audience.KEEPERS_OF_TEAMS),
    ADD_MEMBER("/teams/{team}/members/add/", null, Audience.ADMINISTRATORS),
    MEMBER_LEAVES("/teams/{team}/members/{member}/leave/", null, Audience.KEEPERS_OF_TEAMS),
    DISBAND_TEAM("/teams/{team}/disband/", null, Audience.ADMINISTRATORS),
    MEASURES("/measures/", null, Audience.OF_AN_ICS),
    REFERRALS("/referrals/", "Referrals", Audience.CARERS),
    REFER("/referrals/add/", null, Audience.CARERS),
    CHECK_REFERRAL("/referrals/{unsent}/check/", null, Audience.CARERS),
    CHANGE_REFERRAL("/referrals/{unsent}/change/", null, Audience.CARERS),
    TRIAGE("/triage/", null, Audience.TEAMS),
    REFERRAL("/referrals/{referral}/", null, Audience.CARERS),
    RETURN_REFERRAL("/referrals/{referral}/return/", null, Audience.TEAMS),
    REDIRECT_REFERRAL("/referrals/{referral}/redirect/", null, Audience.TEAMS),
    CLOSE_REFERRAL("/referrals/{referral}/close/", null, Audience.CARERS),
    PAUSE_CLOCK("/referrals/{referral}/pause/", null, Audience.TEAMS),
    OFFER_HANDOVER("/referrals/{referral}/handover/", null, Audience.TEAMS),
    OFFER_TRANSFER("/referrals/{referral}/transfer/", null, Audience.TEAMS),
    TRANSFERS("/transfers/", null, Audience.TEAMS),
    TRANSFER("/transfers/{transfer}/", null, Audience.TEAMS),
    ASSESS("/referrals/{referral}/assess/", null, Audience.TEAMS),
    CARE_PLANS("/care-plans/", null, Audience.TEAMS),
    CARE_PLAN("/referrals/{planned}/care-plan/", null, Audience.CARERS),
    DRAFT_CARE_PLAN("/referrals/{planned}/care-plan/add/", null, Audience.TEAMS),
    AGREE_CARE_PLAN("/referrals/{planned}/care-plan/agree/", null, Audience.TEAMS),
    REVIEW_CARE_PLAN("/referrals/{planned}/care-plan/review/", null, Audience.TEAMS),
    GP_UPDATES("/gp-updates/", null, Audience.CARERS),
    GP_UPDATE("/gp-updates/{update}/", null, Audience.CARERS),
    WRITE_GP_UPDATE("/referrals/{planned}/gp-updates/add/", null, Audience.TEAMS),
    SHARES("/referrals/{planned}/shares/", null, Audience.CARERS),
    ADD_SHARE("/referrals/{planned}/shares/add/", null, Audience.TEAMS),
    REVOKE_SHARE("/referrals/{planned}/shares/{sharing}/revoke/", null, Audience.TEAMS),
    MDT_MEETINGS("/teams/{team}/mdt/", null, Audience.TEAMS),
    ADD_MDT_MEETING("/teams/{team}/mdt/add/", null, Audience.TEAMS),
    MDT_MEETING("/mdt/{mdt}/", null, Audience.TEAMS),
    MDT_LIST("/mdt/{mdt}/list/", null, Audience.TEAMS),
    PRACTICE_CHANGES("/practice-changes/", null, Audience.TEAMS),
    PRACTICE_CHANGE("/practice-changes/{moved}/", null, Audience.TEAMS),
    FIND_PATIENT("/patients/", null, Audience.CARERS),
    PATIENT("/patients/{patient}/", null, Audience.CARERS),
    AMEND_PATIENT("/patients/{patient}/amend/", null, Audience.CARERS),
    READS("/patients/{patient}/reads/", null, Audience.CARERS),
    BREAK_GLASS("/break-glass/", null, Audience.CARERS),
    BROKEN_GLASSES("/break-glass/uses/", null, Audience.TEAMS),
    REVIEW_GLASS("/break-glass/{glass}/", null, Audience.TEAMS),
    BALLOTS("/ballots/", "Ballots", Audience.MEMBERS),
    ADD_BALLOT("/ballots/add/", null, Audience.SECRETARIES),
    BALLOT("/ballots/{ballot}/", null, Audience.MEMBERS),
    RESULT("/ballots/{declared}/", null, Audience.MEMBERS),
    VOTE("/ballots/{ballot}/vote/", null, Audience.VOTERS),
    RECEIPT("/ballots/{ballot}/receipts/{voter}/", null, Audience.VOTERS),
    CASTING_VOTE("/ballots/{ballot}/casting-vote/", null, Audience.VOTERS),
    RECUSE("/ballots/{ballot}/recuse/", null, Audience.VOTERS),
    PROXIES("/ballots/{ballot}/proxies/", null, Audience.PROXY_GIVERS),
    ELECTORATE("/ballots/{ballot}/electorate/", null, Audience.MEMBERS),
    VOTE_LOG("/ballots/{ballot}/log/", null, Audience.MEMBERS),
    ANNUL_BALLOT("/ballots/{ballot}/annul/", null, Audience.ANNULLERS),
    BALLOT_MAILS("/ballots/{ballot}/mails/", null, Audience.SECRETARIES),
    NOTICES("/notices/", null, Audience.VOTERS),
    WORK_NOTICES("/notices/work/", null, Audience.INSIDERS),
    REHEARSAL("/rehearsal/", null, Audience.MEMBERS),
    MOTIONS("/motions/", "Motions", Audience.MEMBERS),
    ADD_MOTION("/motions/add/", null, Audience.DRAFTERS),
    MOTION("/motions/{motion}/", null, Audience.MEMBERS),
    AMEND_MOTION("/motions/{motion}/amend/", null, Audience.DRAFTERS),
    WITHDRAW_MOTION("/motions/{motion}/withdraw/", null, Audience.DRAFTERS),
    OBJECT("/motions/{motion}/object/", null, Audience.OBJECTORS),
    OBJECTIONS("/objections/", null, Audience.MEMBERS),
    OBJECTION("/objections/{objection}/", null, Audience.MEMBERS),
    READINGS("/readings/", null, Audience.MEMBERS),
    ADD_READING("/readings/add/", null, Audience.ASKERS),
    READING("/readings/{reading}/", null, Audience.MEMBERS),
    ANSWER_READING("/readings/{reading}/answer/", null, Audience.PRACTICE_VOTERS),
    GROUPS("/groups/", "Groups", Audience.MEMBERS),
    ADD_GROUP("/groups/add/", null, Audience.ADMINISTRATORS),
    GROUP("/groups/{group}/", null, Audience.MEMBERS),
    PURPOSES("/groups/{group}/purposes/", null, Audience.MEMBERS),
    CONSTITUTION("/groups/{group}/constitutions/1/", null, Audience.MEMBERS),
    ADD_CONSTITUTION("/groups/{group}/constitutions/add/", null, Audience.KEEPERS_OF_GROUPS),
    FILL_SEAT("/groups/{group}/seats/{seat}/fill/", null, Audience.KEEPERS_OF_GROUPS),
    VACATE_SEAT("/groups/{group}/terms/{term}/vacate/", null, Audience.KEEPERS_OF_GROUPS),
    MANDATES("/mandates/", "Mandates", Audience.MEMBERS),
    MANDATE("/mandates/{mandate}/", null, Audience.MEMBERS),
    WITHDRAW_MANDATE("/mandates/{mandate}/withdraw/", null, Audience.PRACTICE_VOTERS),
    OBJECT_TO_MANDATE("/mandates/{mandate}/object/", null, Audience.OBJECTORS),
    POWERS("/powers/", "Powers", Audience.MEMBERS),
    ADD_POWER("/powers/add/", null, Audience.KEEPERS_OF_POWERS),
    POWER("/powers/{power}/", null, Audience.MEMBERS),
    REVIEW_POWER("/powers/{power}/review/", null, Audience.KEEPERS_OF_POWERS),
    CHANGE_POWER("/powers/{power}/change/", null, Audience.KEEPERS_OF_POWERS),
    DECISIONS("/decisions/", "Decisions", Audience.MEMBERS),
    ADD_DECISION("/decisions/add/", null, Audience.DECIDERS),
    DECISION("/decisions/{decision}/", null, Audience.MEMBERS),
    OBJECT_TO_DECISION("/decisions/{decision}/object/", null, Audience.OBJECTORS),
    WITHDRAW_DECISION("/decisions/{decision}/withdraw/", null, Audience.DECIDERS),
    ASSIGN_FROM_DECISION("/decisions/{decision}/actions/add/", null, Audience.OFFICE),
    FORWARD_PLAN("/forward-plan/", null, Audience.MEMBERS),
    ADD_PLAN("/forward-plan/add/", null, Audience.OFFICE),
    WITHDRAW_PLAN("/forward-plan/{plan}/withdraw/", null, Audience.OFFICE),
    AUTHORITY("/authority/decision/{decision}/", null, Audience.MEMBERS),
    ACTIONS("/actions/", "Actions", Audience.INSIDERS),
    ACTION("/actions/{action}/", null, Audience.INSIDERS),
    DISCHARGE_ACTION("/actions/{action}/done/", null, Audience.INSIDERS),
    DROP_ACTION("/actions/{action}/drop/", null, Audience.OFFICE),
    PUT_OFF_ACTION("/actions/{action}/due/", null, Audience.OFFICE),
    HAND_ACTION_OVER("/actions/{action}/owner/", null, Audience.OFFICE),
    ENQUIRIES("/enquiries/", "Enquiries", Audience.OF_AN_ICS),
    ADD_ENQUIRY("/enquiries/add/", null, Audience.OF_AN_ICS),
    ENQUIRY("/enquiries/{enquiry}/", null, Audience.OF_AN_ICS),
    ACKNOWLEDGE_ENQUIRY("/enquiries/{enquiry}/acknowledge/", null, Audience.EXECUTIVES),
    ASSIGN_ENQUIRY("/enquiries/{enquiry}/assign/", null, Audience.EXECUTIVES),
    ASK_PRACTICES("/enquiries/{enquiry}/ask/", null, Audience.OF_AN_ICS),
    PAUSE_ENQUIRY("/enquiries/{enquiry}/pause/", null, Audience.OF_AN_ICS),
    REPLY_TO_ENQUIRY("/enquiries/{enquiry}/reply/", null, Audience.OF_AN_ICS),
    ANSWER_ENQUIRY("/enquiries/{enquiry}/answer/", null, Audience.OF_AN_ICS),
    CLOSE_ENQUIRY("/enquiries/{enquiry}/close/", null, Audience.EXECUTIVES),
    ASSIGN_FROM_ENQUIRY("/enquiries/{enquiry}/actions/add/", null, Audience.OFFICE),
    ASKS("/asks/", null, Audience.INSIDERS),
    ASK("/asks/{ask}/", null, Audience.INSIDERS),
    MEETINGS("/meetings/", "Meetings", Audience.MEMBERS),
    ADD_MEETING("/meetings/add/", null, Audience.OFFICE),
    ADD_SERIES("/meetings/series/add/", null, Audience.OFFICE),
    MEETING("/meetings/{meeting}/", null, Audience.MEMBERS),
    ARRANGE_AGENDA("/meetings/{meeting}/agenda/", null, Audience.OFFICE),
    CANCEL_MEETING("/meetings/{meeting}/cancel/", null, Audience.OFFICE),
    CLOSE_MEETING("/meetings/{meeting}/close/", null, Audience.PRESIDING),
    ASSIGN_FROM_MEETING("/meetings/{meeting}/actions/add/", null, Audience.OFFICE),
    AGENDA_ITEMS("/agenda-items/", null, Audience.INSIDERS),
    ADD_AGENDA_ITEM("/agenda-items/add/", null, Audience.DRAFTERS),
    AGENDA_ITEM("/agenda-items/{item}/", null, Audience.INSIDERS),
    WITHDRAW_AGENDA_ITEM("/agenda-items/{item}/withdraw/", null, Audience.DRAFTERS),
    PRIORITIES("/priorities/", "Priorities", Audience.MEMBERS),
    ADD_PRIORITY("/priorities/add/", null, Audience.DRAFTERS),
    PRIORITY("/priorities/{priority}/", null, Audience.MEMBERS),
    SHAPE_PRIORITY("/priorities/{priority}/shape/", null, Audience.EXECUTIVES),
    PUT_PRIORITY("/priorities/{priority}/motion/", null, Audience.PRESIDING),
    MEASURE_PRIORITY("/priorities/{priority}/measure/", null, Audience.EXECUTIVES),
    MEET_PRIORITY("/priorities/{priority}/meet/", null, Audience.EXECUTIVES),
    RETIRE_PRIORITY("/priorities/{priority}/retire/", null, Audience.EXECUTIVES),
    ASSIGN_FROM_PRIORITY("/priorities/{priority}/actions/add/", null, Audience.OFFICE),
    REPRESENTATION("/representation/", "Representation", Audience.MEMBERS),
    ADD_SYSTEM_MEETING("/representation/add/", null, Audience.OFFICE),
    COVERAGE("/representation/coverage/", null, Audience.MEMBERS),
    SYSTEM_MEETING("/representation/{system}/", null, Audience.MEMBERS),
    ADD_DATES("/representation/{system}/dates/add/", null, Audience.OFFICE),
    NAME_REPRESENTATIVE("/representation/{system}/name/", null, Audience.OFFICE),
    REPRESENTATIVE("/representatives/{representative}/", null, Audience.MEMBERS),
    RECALL_REPRESENTATIVE("/representatives/{representative}/recall/", null, Audience.PRESIDING),
    SITTINGS("/sittings/", null, Audience.MEMBERS),
    SITTING("/sittings/{sitting}/", null, Audience.MEMBERS),
    WRITE_BRIEF("/sittings/{sitting}/brief/", null, Audience.PRESIDING),
    REPORT_BACK("/sittings/{sitting}/report/", null, Audience.DRAFTERS),
    CANCEL_SITTING("/sittings/{sitting}/cancel/", null, Audience.OFFICE),
    RECOMMENDATIONS("/recommendations/", "Recommendations", Audience.INSIDERS),
    ADD_RECOMMENDATION("/recommendations/add/", null, Audience.OFFICE),
    RECOMMENDATION("/recommendations/{recommendation}/", null, Audience.INSIDERS),
    ENTRUST_RECOMMENDATION("/recommendations/{recommendation}/responder/", null, Audience.OFFICE),
    RESPOND("/recommendations/{recommendation}/respond/", null, Audience.DRAFTERS),
    SET_RECOMMENDATION_ASIDE("/recommendations/{recommendation}/set-aside/", null, Audience.OFFICE),
    CALENDAR("/calendar/", null, Audience.MEMBERS),
    REVOKE_CALENDAR("/calendar/revoke/", null, Audience.MEMBERS),
    BULLETINS("/bulletins/", "Bulletins", Audience.INSIDERS),
    ADD_BULLETIN("/bulletins/add/", null, Audience.OFFICE),
    BULLETIN("/bulletins/{bulletin}/", null, Audience.INSIDERS),
    RECIPIENTS("/bulletins/{bulletin}/recipients/", null, Audience.INSIDERS),
    ANSWER_BULLETIN("/bulletins/{bulletin}/answer/", null, Audience.SPEAKERS_FOR_PRACTICES),
    CHANGE_BULLETIN("/bulletins/{draft}/change/", null, Audience.OFFICE),
    PUBLISH_BULLETIN("/bulletins/{draft}/publish/", null, Audience.OFFICE),
    FINDINGS("/findings/", "Findings", Audience.CARERS_OF_THE_DIRECTORY),
    FINDING("/findings/{finding}/", null, Audience.CARERS_OF_THE_DIRECTORY),
    PEOPLE("/people/", "People", Audience.ADMINISTRATORS),
    ADD_PERSON("/people/add/", null, Audience.ADMINISTRATORS),
    PERSON("/people/{person}/", null, Audience.ADMINISTRATORS),
    DISABLE_PERSON("/people/{person}/disable/", null, Audience.ADMINISTRATORS),
    RESET_PERSON("/people/{person}/reset/", null, Audience.ADMINISTRATORS),
    REVOKE_CALENDAR_OF("/people/{person}/calendar/", null, Audience.ADMINISTRATORS),
    EXTERNAL_SYSTEMS("/external-systems/", "External systems", Audience.ADMINISTRATORS),
    ADD_EXTERNAL_SYSTEM("/external-systems/add/", null, Audience.ADMINISTRATORS),
    EXTERNAL_SYSTEM("/external-systems/{outside}/", null, Audience.ADMINISTRATORS),
    ISSUE_CREDENTIAL("/external-systems/{outside}/credentials/", null, Audience.ADMINISTRATORS),
    DROP_CREDENTIAL("/external-systems/{outside}/credentials/1/drop/", null, Audience.ADMINISTRATORS),
    REVOKE_EXTERNAL_SYSTEM("/external-systems/{outside}/revoke/", null, Audience.ADMINISTRATORS),
    EVENTS("/events/", null, Audience.EVERYONE),
    EVENTS_OF("/events/registry/", null, Audience.EVERYONE),
    RELEASES("/releases/", "Releases", Audience.OPERATORS),
    ADD_RELEASE("/releases/add/", null, Audience.OPERATORS),
    KEEPING_UP("/releases/keeping-up/", null, Audience.OPERATORS),
    JOB("/releases/jobs/{job}/", null, Audience.OPERATORS),
    REPORT("/releases/jobs/{job}/report/", null, Audience.OPERATORS),
    ICSS("/icss/", "ICSs", Audience.OPERATORS),
    ONBOARD("/icss/add/", null, Audience.OPERATORS),
    ICS("/icss/{ics}/", null, Audience.OPERATORS),
    SUSPEND("/icss/{ics}/suspend/", null, Audience.OPERATORS);

    /** Who may see a page: the roles of which a person needs one. */
    public enum Audience {
        EVERYONE,
        /** Whoever belongs to an ICS. */
        OF_AN_ICS,
        /** Whoever may see what a group is, decides and has decided. */
        MEMBERS,
        /** Those of them who belong to general practice, and so may see who does what. */
        INSIDERS,
        VOTERS,
        PRACTICE_VOTERS,
        PROXY_GIVERS,
        DRAFTERS,
        OBJECTORS,
        SECRETARIES,
        ASKERS,
        ANNULLERS,
        KEEPERS_OF_GROUPS,
        KEEPERS_OF_POWERS,
        /** Whoever may hold a power and decide under it. */
        DECIDERS,
        /** Whoever keeps agendas and actions for the others. */
        OFFICE,
        /** Whoever opens and closes meetings, and speaks for the executive before the group and outside. */
        PRESIDING,
        /** Whoever shapes what the group is to reach, and says what becomes of an enquiry. */
        EXECUTIVES,
        /** Whoever takes notice of bulletins for practices. */
        SPEAKERS_FOR_PRACTICES,
        /** Whoever writes down what the ICS knows of its practices. */
        KEEPERS_OF_KNOWLEDGE,
        KEEPERS_OF_WHAT_IS_SHARED,
        KEEPERS_OF_CASES,
        COMMITTEE,
        DIRECTORS,
        /** Whoever may say that a contact is right. */
        CONFIRMERS,
        READERS_OF_BACKLOGS,
        READERS_OF_BOOKS,
        /** Whoever sets a practice's budget and records what it spent. */
        KEEPERS_OF_BOOKS,
        EVALUATORS,
        CARERS_OF_THE_DIRECTORY,
        /** Whoever looks after patients, at a practice or in a team. */
        CARERS,
        /** Whoever is in a neighbourhood team. */
        TEAMS,
        KEEPERS_OF_TEAMS,
        ADMINISTRATORS,
        OPERATORS;

        /** The roles of which a person needs one. */
        public Set<String> roles() {
            return switch (this) {
                case EVERYONE ->
                    Stream.concat(Roles.OF_AN_ICS.stream(), Roles.OF_THE_PLATFORM.stream())
                            .collect(Collectors.toUnmodifiableSet());
                case OF_AN_ICS -> Roles.OF_AN_ICS;
                case MEMBERS ->
                    Set.of(
                            Roles.PCN_CLINICAL_DIRECTOR,
                            Roles.PRACTICE_VOTER,
                            Roles.LMC_EXECUTIVE,
                            Roles.GROUP_SECRETARY,
                            Roles.EXECUTIVE_MANAGER,
                            Roles.ICS_OBSERVER,
                            Roles.ICS_ADMIN);
                case INSIDERS ->
                    Set.of(
                            Roles.PCN_CLINICAL_DIRECTOR,
                            Roles.PRACTICE_VOTER,
                            Roles.LMC_EXECUTIVE,
                            Roles.GROUP_SECRETARY,
                            Roles.EXECUTIVE_MANAGER,
                            Roles.ICS_ADMIN);
                case VOTERS ->
                    Set.of(
                            Roles.PCN_CLINICAL_DIRECTOR,
                            Roles.PRACTICE_VOTER,
                            Roles.LMC_EXECUTIVE,
                            Roles.EXECUTIVE_MANAGER);
                case PRACTICE_VOTERS -> Set.of(Roles.PRACTICE_VOTER);
                case PROXY_GIVERS, SPEAKERS_FOR_PRACTICES -> Set.of(Roles.PCN_CLINICAL_DIRECTOR, Roles.PRACTICE_VOTER);
                case DRAFTERS ->
                    Set.of(
                            Roles.PCN_CLINICAL_DIRECTOR,
                            Roles.PRACTICE_VOTER,
                            Roles.LMC_EXECUTIVE,
                            Roles.GROUP_SECRETARY,
                            Roles.EXECUTIVE_MANAGER);
                case OBJECTORS -> Set.of(Roles.PCN_CLINICAL_DIRECTOR, Roles.PRACTICE_VOTER, Roles.LMC_EXECUTIVE);
                case SECRETARIES -> Set.of(Roles.GROUP_SECRETARY);
                case ASKERS -> Set.of(Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE);
                case ANNULLERS -> Set.of(Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE, Roles.ICS_ADMIN);
                case KEEPERS_OF_GROUPS -> Set.of(Roles.GROUP_SECRETARY, Roles.ICS_ADMIN);
                case KEEPERS_OF_POWERS -> Set.of(Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE);
                case DECIDERS ->
                    Set.of(
                            Roles.PCN_CLINICAL_DIRECTOR,
                            Roles.LMC_EXECUTIVE,
                            Roles.GROUP_SECRETARY,
                            Roles.EXECUTIVE_MANAGER);
                case OFFICE -> Set.of(Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER);
                case PRESIDING -> Set.of(Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE);
                case EXECUTIVES -> Set.of(Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE);
                case KEEPERS_OF_KNOWLEDGE -> Set.of(Roles.ICS_ADMIN, Roles.EXECUTIVE_MANAGER);
                case KEEPERS_OF_WHAT_IS_SHARED ->
                    Set.of(Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER, Roles.ICS_ADMIN);
                case KEEPERS_OF_CASES, KEEPERS_OF_BOOKS -> Set.of(Roles.PRACTICE_VOTER, Roles.ICS_ADMIN);
                case COMMITTEE -> Set.of(Roles.LMC_EXECUTIVE);
                case DIRECTORS -> Set.of(Roles.PCN_CLINICAL_DIRECTOR);
                case CONFIRMERS, READERS_OF_BACKLOGS ->
                    Set.of(
                            Roles.PCN_CLINICAL_DIRECTOR,
                            Roles.PRACTICE_VOTER,
                            Roles.LMC_EXECUTIVE,
                            Roles.EXECUTIVE_MANAGER,
                            Roles.ICS_ADMIN);
                case READERS_OF_BOOKS -> Set.of(Roles.PRACTICE_VOTER, Roles.LMC_EXECUTIVE, Roles.ICS_ADMIN);
                case EVALUATORS -> Set.of(Roles.LMC_EXECUTIVE, Roles.ICS_ADMIN);
                case CARERS_OF_THE_DIRECTORY -> Set.of(Roles.ICS_ADMIN, Roles.PLATFORM_OPERATOR);
                case CARERS ->
                    Set.of(Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.INT_CLINICIAN, Roles.CASE_MANAGER);
                case TEAMS -> Set.of(Roles.INT_CLINICIAN, Roles.CASE_MANAGER);
                case KEEPERS_OF_TEAMS -> Set.of(Roles.ICS_ADMIN, Roles.INT_CLINICIAN, Roles.CASE_MANAGER);
                case ADMINISTRATORS -> Set.of(Roles.ICS_ADMIN);
                case OPERATORS -> Set.of(Roles.PLATFORM_OPERATOR);
            };
        }
    }

    private final String example;
    private final @Nullable String label;
    private final Audience audience;

    PortalPage(String example, @Nullable String label, Audience audience) {
        this.example = example;
        this.label = label;
        this.audience = audience;
    }

    /** An address of the page after that of the ICS, such as {@code /pcns/{pcn}/} after {@code /qkk}. */
    public String example() {
        return example;
    }

    /** What the navigation calls it; empty for a page that is reached from another. */
    public Optional<String> label() {
        return Optional.ofNullable(label);
    }

    /** Who may see it. */
    public Audience audience() {
        return audience;
    }

    /** Whether somebody with these roles may see it. */
    public boolean isFor(Set<String> roles) {
        return audience.roles().stream().anyMatch(roles::contains);
    }

    /** Whether a page of the navigation is of what the mandate service knows, which an installation may not have. */
    boolean isOfTheMandateService() {
        return audience == Audience.MEMBERS;
    }

    /** Whether a page of the navigation is of what the executive service knows, which an installation may not have. */
    boolean isOfTheExecutiveService() {
        return EnumSet.of(
                        DECISIONS, ACTIONS, ENQUIRIES, MEETINGS, PRIORITIES, REPRESENTATION, RECOMMENDATIONS, BULLETINS)
                .contains(this);
    }

    /** Whether a page of the navigation is of what the neighbourhood service knows, which an installation may not have. */
    boolean isOfTheNeighbourhoodService() {
        return EnumSet.of(TEAMS, REFERRALS).contains(this);
    }

    /** The navigation of somebody with these roles. */
    static List<PortalPage> navigation(Set<String> roles) {
        return Arrays.stream(values())
                .filter(page -> page.label != null && page.isFor(roles))
                .toList();
    }
}
