package org.folkmoot.portal.enquiry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.service.Enquiries.Ask;
import org.folkmoot.portal.service.Enquiries.Enquiry;
import org.folkmoot.portal.service.Enquiries.Pause;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened with an enquiry.
 *
 * @param words what
 * @param said what was said then; null if nothing was
 */
public record HistoryLine(
        Instant at, String words, @Nullable String said) {

    /** All that has happened, the first first. */
    static List<HistoryLine> of(Enquiry enquiry, List<Ask> asks) {
        var lines = new ArrayList<HistoryLine>();
        lines.add(new HistoryLine(enquiry.receivedAt(), received(enquiry), null));
        Instant acknowledged = enquiry.acknowledgement().at();
        if (acknowledged != null) {
            lines.add(new HistoryLine(
                    acknowledged,
                    "It was acknowledged, to be answered in "
                            + Words.counted(enquiry.agreedDays(), "working day", "working days"),
                    null));
        }
        for (Pause pause : enquiry.pauses()) {
            lines.add(new HistoryLine(
                    pause.from(), "The clock stood still: " + EnquiryWords.reason(pause.reason()), pause.words()));
            Instant until = pause.until();
            if (until != null) {
                lines.add(new HistoryLine(
                        until,
                        pause.reply() == null ? "The enquirer was no longer waited for" : "The enquirer replied",
                        pause.reply()));
            }
        }
        var asked = new LinkedHashMap<String, List<Ask>>();
        asks.forEach(ask ->
                asked.computeIfAbsent(ask.words(), words -> new ArrayList<>()).add(ask));
        asked.forEach((words, together) -> lines.add(asked(words, together)));
        Instant answered = enquiry.answering().at();
        if (answered != null) {
            String by = enquiry.answeredBy();
            lines.add(
                    new HistoryLine(answered, by == null ? "It was answered" : by + " answered it", enquiry.answer()));
        }
        Instant closed = enquiry.closedAt();
        if (closed != null) {
            lines.add(new HistoryLine(
                    closed, "It was closed: " + EnquiryWords.outcome(enquiry.closedHow()), enquiry.closedWhy()));
        }
        lines.sort(Comparator.comparing(HistoryLine::at));
        return List.copyOf(lines);
    }

    private static String received(Enquiry enquiry) {
        if (enquiry.cameAsEvent()) {
            return "It came from the enquirer's own system";
        }
        String by = enquiry.receivedBy();
        return by == null ? "It came" : by + " wrote it down";
    }

    /** The same question to several practices is one thing that happened. */
    private static HistoryLine asked(String words, List<Ask> together) {
        Ask first = together.stream().min(Comparator.comparing(Ask::askedAt)).orElseThrow();
        return new HistoryLine(
                first.askedAt(),
                "%s asked %s, until %s"
                        .formatted(
                                first.askedBy(),
                                Words.counted(together.size(), "practice", "practices"),
                                Words.words(first.due())),
                words);
    }
}
