package org.folkmoot.portal.frame;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a page.
 *
 * @param title of the page, as the browser shows it
 * @param visit who looks at it; null where nobody is signed in
 * @param navigation the way to other pages
 * @param formToken what every form of the page holds
 * @param hasChains whether it can be shown what rests on what: this installation has the executive service
 */
public record Frame(String title, @Nullable Visit visit, List<Item> navigation, String formToken, boolean hasChains) {

    /** One step in the navigation. */
    public record Item(String label, String href, boolean here) {}

    /** What every address of the ICS begins with. */
    public String base() {
        return visit == null ? "" : visit.base();
    }

    /** The first page. */
    public String homeHref() {
        return base() + "/";
    }

    /** Where signing out goes. */
    public String signOutHref() {
        return base() + "/sign-out";
    }

    /** The address of a page that has no part of its own in its address. */
    public String to(PortalPage page) {
        return base() + page.example();
    }

    public String directoryHref() {
        return to(PortalPage.DIRECTORY);
    }

    public String modelsHref() {
        return to(PortalPage.MODELS);
    }

    /** What else is known of the practices of the ICS, as far as the person may see it. */
    public List<Item> aboutPractices() {
        return visit == null
                ? List.of()
                : Stream.of(
                                new About(PortalPage.BODIES, "Who stands behind practices"),
                                new About(PortalPage.CONTACTS, "Whom to ring"),
                                new About(PortalPage.CAPABILITIES, "What practices share"),
                                new About(PortalPage.BACKLOGS, "Who waits for an appointment"),
                                new About(PortalPage.CONCENTRATION, "Who has how many of the patients"),
                                new About(PortalPage.DSPT, "Data security and protection"),
                                new About(PortalPage.CASES, "Integration cases"),
                                new About(PortalPage.FAIR_SHARES, "Fair shares"),
                                new About(PortalPage.BUDGETS, "Budgets"),
                                new About(PortalPage.PANEL, "Before and after a change of model"))
                        .filter(about -> about.page().isFor(visit.roles()))
                        .map(about -> new Item(about.label(), to(about.page()), false))
                        .toList();
    }

    private record About(PortalPage page, String label) {}

    public String bodiesHref() {
        return to(PortalPage.BODIES);
    }

    public String addBodyHref() {
        return to(PortalPage.ADD_BODY);
    }

    public String casesHref() {
        return to(PortalPage.CASES);
    }

    public String addCaseHref() {
        return to(PortalPage.ADD_CASE);
    }

    public String addContactHref() {
        return to(PortalPage.ADD_CONTACT);
    }

    public String addCapabilityHref() {
        return to(PortalPage.ADD_CAPABILITY);
    }

    public String handInDsptHref() {
        return to(PortalPage.HAND_IN_DSPT);
    }

    public String addPlaceHref() {
        return to(PortalPage.ADD_PLACE);
    }

    public String addNeighbourhoodHref() {
        return to(PortalPage.ADD_NEIGHBOURHOOD);
    }

    public String fairSharesHref() {
        return to(PortalPage.FAIR_SHARES);
    }

    public String addFairShareHref() {
        return to(PortalPage.ADD_FAIR_SHARE);
    }

    public String budgetsHref() {
        return to(PortalPage.BUDGETS);
    }

    public String addTeamHref() {
        return to(PortalPage.ADD_TEAM);
    }

    public String triageHref() {
        return to(PortalPage.TRIAGE);
    }

    public String referHref() {
        return to(PortalPage.REFER);
    }

    public String ballotsHref() {
        return to(PortalPage.BALLOTS);
    }

    public String addBallotHref() {
        return to(PortalPage.ADD_BALLOT);
    }

    public String motionsHref() {
        return to(PortalPage.MOTIONS);
    }

    public String addMotionHref() {
        return to(PortalPage.ADD_MOTION);
    }

    public String groupsHref() {
        return to(PortalPage.GROUPS);
    }

    public String addGroupHref() {
        return to(PortalPage.ADD_GROUP);
    }

    public String mandatesHref() {
        return to(PortalPage.MANDATES);
    }

    public String powersHref() {
        return to(PortalPage.POWERS);
    }

    public String addPowerHref() {
        return to(PortalPage.ADD_POWER);
    }

    public String addDecisionHref() {
        return to(PortalPage.ADD_DECISION);
    }

    public String addPlanHref() {
        return to(PortalPage.ADD_PLAN);
    }

    public String addEnquiryHref() {
        return to(PortalPage.ADD_ENQUIRY);
    }

    public String addMeetingHref() {
        return to(PortalPage.ADD_MEETING);
    }

    public String addBulletinHref() {
        return to(PortalPage.ADD_BULLETIN);
    }

    public String addAgendaItemHref() {
        return to(PortalPage.ADD_AGENDA_ITEM);
    }

    public String addPriorityHref() {
        return to(PortalPage.ADD_PRIORITY);
    }

    public String addSystemMeetingHref() {
        return to(PortalPage.ADD_SYSTEM_MEETING);
    }

    public String addRecommendationHref() {
        return to(PortalPage.ADD_RECOMMENDATION);
    }

    public String findingsHref() {
        return to(PortalPage.FINDINGS);
    }

    public String releasesHref() {
        return to(PortalPage.RELEASES);
    }

    public String addReleaseHref() {
        return to(PortalPage.ADD_RELEASE);
    }

    public String keepingUpHref() {
        return to(PortalPage.KEEPING_UP);
    }

    public String icssHref() {
        return to(PortalPage.ICSS);
    }

    public String onboardHref() {
        return to(PortalPage.ONBOARD);
    }

    public String peopleHref() {
        return to(PortalPage.PEOPLE);
    }

    /** Where a system outside the platform is let in. */
    public String addExternalSystemHref() {
        return to(PortalPage.ADD_EXTERNAL_SYSTEM);
    }

    public String addPersonHref() {
        return to(PortalPage.ADD_PERSON);
    }

    /** Whether somebody of an ICS looks at it, and not the platform's operator. */
    public boolean hasIcs() {
        return visit != null && !visit.tenant().isPlatform();
    }

    /** The name of the ICS, if somebody is signed in to one. */
    public Optional<String> ics() {
        return Optional.ofNullable(visit).map(Visit::icsName);
    }

    /** The roles in words. */
    public String roles() {
        return visit == null ? "" : RoleName.words(visit.roles());
    }
}
