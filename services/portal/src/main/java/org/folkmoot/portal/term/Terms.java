package org.folkmoot.portal.term;

import java.util.List;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.jspecify.annotations.Nullable;

/** The codes of referrals and of what belongs to them, in words: lists for forms, sentences and tags for pages. */
public final class Terms {

    /** How soon somebody is to be seen. */
    public static final List<Named> PRIORITIES =
            List.of(new Named("routine", "Routine"), new Named("urgent", "Urgent"));

    /** The states of a referral. */
    public static final List<Named> STATES = List.of(
            new Named("draft", "Draft"),
            new Named("submitted", "Submitted"),
            new Named("in-triage", "In triage"),
            new Named("accepted", "Accepted"),
            new Named("assessment", "Being assessed"),
            new Named("in-care", "In care"),
            new Named("returned", "Returned"),
            new Named("redirected", "Redirected"),
            new Named("closed", "Closed"));

    /** How the clock of 28 days stands. */
    public static final List<Named> CLOCKS = List.of(
            new Named("late", "Late"),
            new Named("due", "Due within 7 days"),
            new Named("on-time", "On time"),
            new Named("paused", "Clock stands still"),
            new Named("met", "Assessed in time"),
            new Named("missed", "Assessed late"),
            new Named("stopped", "Ended before an assessment"));

    /** Why somebody is found by looking for them. */
    public static final List<Named> CRITERIA = List.of(
            new Named("long-term-conditions", "Long-term conditions"),
            new Named("frailty", "Frailty"),
            new Named("repeat-attendance", "Repeat attendance"));

    /** Why a team returns a referral. */
    public static final List<Named> RETURNS = List.of(
            new Named("criteria-not-met", "The person does not meet the team's criteria"),
            new Named("more-information-needed", "More information is needed"),
            new Named("other-service-fits", "Another service fits better"),
            new Named("person-declined", "The person does not want it"),
            new Named("duplicate", "The person is referred already"));

    /** Why a team redirects a referral. */
    public static final List<Named> REDIRECTS = List.of(
            new Named("other-neighbourhood", "The person lives in another neighbourhood"),
            new Named("other-skills", "The person needs skills of another team"),
            new Named("no-capacity", "The team can take nobody on in time"));

    /** How a referral ends. */
    public static final List<Named> OUTCOMES = List.of(
            new Named("goals-met", "The goals are met"),
            new Named("care-passed-on", "Somebody else goes on with the care"),
            new Named("person-declined", "The person does not want it"),
            new Named("moved-away", "The person has moved away"),
            new Named("died", "The person has died"),
            new Named("withdrawn", "The referral is withdrawn"));

    /** Why the clock stands still. */
    public static final List<Named> PAUSES = List.of(
            new Named("person-unavailable", "The person is not available"),
            new Named("awaiting-consent", "Consent is awaited"));

    /** How somebody agreed to a plan. */
    public static final List<Named> AGREEMENTS = List.of(
            new Named("in-person", "In person"),
            new Named("by-phone", "By phone"),
            new Named("by-video", "By video"),
            new Named("in-writing", "In writing"),
            new Named("by-representative", "By somebody who may speak for them"));

    /** What comes of a review. */
    public static final List<Named> REVIEWS = List.of(
            new Named("continues", "The plan goes on as it is"),
            new Named("needs-revision", "The plan needs a new version"),
            new Named("goals-met", "The goals are met"));

    /** On what a decision to share rests. */
    public static final List<Named> BASES = List.of(
            new Named("consent", "The person's consent"),
            new Named("direct-care", "Direct care"),
            new Named("best-interests", "The person's best interests"));

    /** What can be shared beyond the referral itself. */
    public static final List<Named> SHARED = List.of(
            new Named("assessment", "The assessment"),
            new Named("care-plan", "The care plan"),
            new Named("gp-updates", "The GP updates"));

    /** What a lead thinks of a glass that was broken. */
    public static final List<Named> VERDICTS =
            List.of(new Named("justified", "It was justified"), new Named("not-justified", "It was not justified"));

    /** The sectors from which a team's members come. */
    public static final List<Named> SECTORS = List.of(
            new Named("general-practice", "General practice"),
            new Named("community-nursing", "Community nursing"),
            new Named("therapists", "Therapists"),
            new Named("adult-social-care", "Adult social care"),
            new Named("children-and-families", "Children and families"),
            new Named("mental-health", "Mental health"),
            new Named("police", "Police"),
            new Named("district-or-borough", "District or borough"),
            new Named("voluntary-sector", "Voluntary sector"));

    /** How a team stands to practices. */
    public static final List<Named> RELATIONS = List.of(
            new Named("parallel", "It works beside the practices"),
            new Named("pcn-is-component", "The PCN is a part of it"),
            new Named("co-located", "It shares its rooms with practices"),
            new Named("voluntary", "Practices work with it of their own will"));

    /** How the NHS writes down a gender. */
    public static final List<Named> GENDERS = List.of(
            new Named("female", "Female"),
            new Named("male", "Male"),
            new Named("other", "Other"),
            new Named("unknown", "Not known"));

    private static final List<Named> CAME_BY = List.of(
            new Named("practice", "Referred by a practice"),
            new Named("case-finding", "Found by the team"),
            new Named("message", "Referred by message"),
            new Named("redirect", "Redirected by another team"));

    private static final List<Named> BASIS = List.of(
            new Named("team", "you belong to the team"),
            new Named("referring-practice", "you act for the practice that referred"),
            new Named("registered-practice", "you act for the practice where the person is registered"),
            new Named("share", "it is shared with your organisation"),
            new Named("break-glass", "you have broken the glass, for a time"));

    private static final List<Named> READERS = List.of(
            new Named("team", "Of the team"),
            new Named("referring-practice", "Of the practice that referred"),
            new Named("registered-practice", "Of the practice where the person is registered"),
            new Named("share", "Shared with their organisation"),
            new Named("break-glass", "Has broken the glass"),
            new Named("mine", "Owns the care"),
            new Named("practice", "Of a practice of the person"),
            new Named("review", "Leads the team"));

    private static final List<Named> READ = List.of(
            new Named("patient", "Details of the person"),
            new Named("search", "Searched by NHS number"),
            new Named("referral", "The referral"),
            new Named("worklist", "A list of referrals"),
            new Named("handover", "A handover"),
            new Named("transfer", "A transfer to another team"),
            new Named("practice-change", "A change of practice"),
            new Named("assessment", "An assessment"),
            new Named("assessments", "The assessments"),
            new Named("care-plan", "The care plan"),
            new Named("care-plan-reviews", "A list of care plans"),
            new Named("gp-update", "A GP update"),
            new Named("gp-updates", "The GP updates"),
            new Named("shares", "What is shared"),
            new Named("mdt-meeting", "An MDT meeting"),
            new Named("mdt-action", "An action of an MDT meeting"),
            new Named("break-glass", "The glass was broken"),
            new Named("reads", "Who has read it"));

    private static final List<Named> OCCASIONS = List.of(
            new Named("accepted", "The referral was accepted"),
            new Named("assessed", "The person was assessed"),
            new Named("plan-agreed", "A care plan was agreed"),
            new Named("reviewed", "The care plan was reviewed"),
            new Named("transferred", "Another team took the person over"),
            new Named("closed", "The referral was closed"),
            new Named("twelve-weeks", "Twelve weeks without news"));

    private static final List<Named> HAPPENED = List.of(
            new Named("submitted", "Submitted"),
            new Named("triage-begun", "Triage began"),
            new Named("accepted", "Accepted"),
            new Named("returned", "Returned"),
            new Named("redirected", "Redirected"),
            new Named("assessment-begun", "Assessment began"),
            new Named("assessed", "Assessed"),
            new Named("plan-agreed", "Care plan agreed"),
            new Named("plan-reviewed", "Care plan reviewed"),
            new Named("practice-changed", "Registered with another practice"),
            new Named("transfer-offered", "Offered to another team"),
            new Named("transfer-declined", "Declined by the other team"),
            new Named("transfer-withdrawn", "The offer to another team was withdrawn"),
            new Named("transferred", "Transferred to another team"),
            new Named("closed", "Closed"));

    private static final List<Named> WARNINGS = List.of(
            new Named(
                    "no-general-practice-member",
                    "Nobody of general practice is in this team. It may work so; practices then hear of their patients"
                            + " by GP updates alone."),
            new Named("no-lead", "Nobody leads this team: nobody is told when the glass is broken."));

    private static final List<Named> DSPT = List.of(
            new Named("met", "Standards met"),
            new Named("not-met", "Standards not met"),
            new Named("not-published", "Nothing published"),
            new Named("unknown", "Not known"));

    private Terms() {}

    /** The words for a code; the code itself if it is not among them. */
    public static String words(List<Named> known, @Nullable String code) {
        return known.stream()
                .filter(each -> each.code().equals(code))
                .map(Named::words)
                .findFirst()
                .orElse(code == null ? "" : code);
    }

    /** Whether that is one of the codes. */
    public static boolean isOneOf(List<Named> known, String code) {
        return known.stream().map(Named::code).anyMatch(code::equals);
    }

    /** Where a referral stands. */
    public static Mark state(String code) {
        return new Mark(
                words(STATES, code),
                switch (code) {
                    case "submitted" -> "blue";
                    case "in-triage" -> "yellow";
                    case "accepted", "assessment" -> "purple";
                    case "in-care" -> "green";
                    case "returned", "redirected" -> "orange";
                    default -> "grey";
                });
    }

    /** How the clock stands. */
    public static Mark clock(String code) {
        return new Mark(
                words(CLOCKS, code),
                switch (code) {
                    case "late", "missed" -> "red";
                    case "due" -> "orange";
                    case "on-time" -> "blue";
                    case "paused" -> "yellow";
                    case "met" -> "green";
                    default -> "grey";
                });
    }

    /** How the day of a review, or of a GP update, stands. */
    public static Mark due(String code) {
        return switch (code) {
            case "ahead" -> new Mark("Ahead", "grey");
            case "due" -> new Mark("Due", "orange");
            case "overdue" -> new Mark("Overdue", "red");
            case "sent" -> new Mark("Sent", "green");
            case "late" -> new Mark("Sent late", "yellow");
            default -> new Mark(code, "grey");
        };
    }

    /** How a referral came about. */
    public static String cameBy(String code) {
        return words(CAME_BY, code);
    }

    /** Why somebody may see a patient: ends a sentence that begins with "You see this because". */
    public static String basis(@Nullable String code) {
        return words(BASIS, code);
    }

    /** Why somebody could read a record, as others are told. */
    public static String reader(String code) {
        return words(READERS, code);
    }

    /** What of a record was read. */
    public static String read(String code) {
        return words(READ, code);
    }

    /** At which point practices are to hear something. */
    public static String occasion(String code) {
        return words(OCCASIONS, code);
    }

    /** What happened to a referral. */
    public static String happened(String kind) {
        return words(HAPPENED, kind);
    }

    /** What a team lacks. */
    public static String warning(String code) {
        return words(WARNINGS, code);
    }

    /** How an organisation stands in the data security and protection toolkit. */
    public static String dspt(@Nullable String code) {
        return words(DSPT, code);
    }

    /** A reason or an outcome of what happened to a referral; empty where none was coded. */
    public static String code(String kind, @Nullable String code) {
        return switch (kind) {
            case "submitted" -> code == null ? "" : "redirected by another team";
            case "returned" -> words(RETURNS, code);
            case "redirected", "transferred", "transfer-offered" -> words(REDIRECTS, code);
            case "closed" -> words(OUTCOMES, code);
            default -> code == null ? "" : code;
        };
    }
}
