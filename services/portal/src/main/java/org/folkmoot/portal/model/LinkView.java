package org.folkmoot.portal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.folkmoot.portal.service.Models.Link;
import org.jspecify.annotations.Nullable;

/**
 * A link, and all that was ever known of it.
 *
 * @param link as it is known now
 * @param known each time that something was recorded of it, the newest first
 * @param changes whether the person may say that it ended, was another or never was
 * @param done what the person has just done; null if nothing
 */
public record LinkView(
        Link link,
        List<Revision> known,
        boolean changes,
        @Nullable String done) {

    /** What was known of it for a time, in words. */
    public record Revision(
            String act,
            String other,
            LocalDate from,
            @Nullable LocalDate until,
            String evidence,
            @Nullable String reason,
            String recordedBy,
            Instant recordedAt) {

        static Revision of(Link link) {
            return new Revision(
                    switch (link.act()) {
                        case "established" -> "Recorded";
                        case "ended" -> "Ended";
                        case "corrected" -> "Corrected";
                        case "withdrawn" -> "Withdrawn";
                        default -> link.act();
                    },
                    link.other().name(),
                    link.from(),
                    link.until(),
                    link.evidence(),
                    link.reason(),
                    link.recordedBy(),
                    link.recordedAt());
        }
    }

    /** What one has to do with the other, in words. */
    public String what() {
        return LinkKind.words(link.kind());
    }

    /** The page of the organisation, below the address of the ICS. */
    public String path() {
        return LinksView.pageOf(link.organisation());
    }

    /** The page of the other, below the address of the ICS. */
    public String otherPath() {
        return LinksView.pageOf(link.other());
    }

    /** Whether it can end: a succession happens on a day, and what was withdrawn never was. */
    public boolean canEnd() {
        return !link.withdrawn() && !link.kind().equals(LinkKind.SUCCESSOR.code());
    }
}
