package org.folkmoot.portal.enquiry;

import java.time.LocalDate;
import java.util.List;
import org.folkmoot.nhs.EnglishWorkingDays;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Enquiries.Ask;
import org.folkmoot.portal.service.Enquiries.Enquiry;
import org.folkmoot.portal.service.Enquiries.Term;
import org.jspecify.annotations.Nullable;

/**
 * Where an enquiry stands or how its time goes, in words and as the colour of a tag.
 *
 * @param words such as "Somebody sees to it"
 * @param colour as the design system names it
 */
public record EnquiryWords(String words, String colour) {

    /** Where an enquiry can stand. */
    static final List<Named> STATES = List.of(
            new Named("received", "Received"),
            new Named("acknowledged", "Acknowledged"),
            new Named("assigned", "Somebody sees to it"),
            new Named("awaiting-enquirer", "Waits for the enquirer"),
            new Named("answered", "Answered"),
            new Named("closed", "Closed"));

    /** How its time can go. */
    static final List<Named> CLOCKS = List.of(
            new Named("late", "Late"),
            new Named("due", "Last day"),
            new Named("on-time", "In time"),
            new Named("paused", "Clock stands still"));

    /** Why it can wait for its enquirer. */
    static final List<Named> REASONS = List.of(
            new Named("more-information-needed", "We need to know more"),
            new Named("enquirer-unavailable", "Nobody is there who asked"),
            new Named("enquirer-agreed", "They agreed to wait"));

    /** Why it can end without an answer. */
    static final List<Named> OUTCOMES = List.of(
            new Named("not-for-us", "It is not for general practice to answer"),
            new Named("withdrawn", "The enquirer wants to know it no more"),
            new Named("duplicate", "The same was asked in another enquiry"));

    static EnquiryWords of(Enquiry enquiry) {
        String words = words(STATES, enquiry.state());
        return switch (enquiry.state()) {
            case "received" -> new EnquiryWords(words, "blue");
            case "acknowledged", "assigned" -> new EnquiryWords(words, "yellow");
            case "awaiting-enquirer" -> new EnquiryWords(words, "purple");
            case "answered" -> new EnquiryWords(words, "green");
            default -> new EnquiryWords(words, "grey");
        };
    }

    static EnquiryWords of(Ask ask) {
        return switch (ask.state()) {
            case "answered" -> new EnquiryWords("Answered", "green");
            case "needless" -> new EnquiryWords("No longer needed", "grey");
            default -> new EnquiryWords("Waits for the answer", "blue");
        };
    }

    /** How its time goes; null where nothing is to come any more. */
    static @Nullable EnquiryWords clock(@Nullable String clock) {
        return switch (clock) {
            case "on-time" -> new EnquiryWords("In time", "green");
            case "due" -> new EnquiryWords("Last day", "orange");
            case "late" -> new EnquiryWords("Late", "red");
            case "paused" -> new EnquiryWords("Clock stands still", "purple");
            case null, default -> null;
        };
    }

    /** What is left of a time that is to be kept, in working days; empty where nothing is to come any more. */
    static String left(Term term, LocalDate today) {
        if (term.state() == null || term.at() != null) {
            return "";
        }
        int left = EnglishWorkingDays.between(today, term.by());
        return switch (term.state()) {
            case "paused" -> "if the enquirer replies today";
            case "late" -> left == 0 ? "" : Words.counted(-left, "working day", "working days") + " over";
            default ->
                left == 0 ? "today is the last day" : Words.counted(left, "working day", "working days") + " left";
        };
    }

    static String reason(String reason) {
        return words(REASONS, reason);
    }

    /** How it ended. */
    static String outcome(@Nullable String how) {
        return how == null || how.equals("answered") ? "The enquirer was answered" : words(OUTCOMES, how);
    }

    private static String words(List<Named> known, String code) {
        return known.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .map(Named::words)
                .orElse(code);
    }
}
