package org.folkmoot.registry.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.folkmoot.registry.body.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a link: what was known of it for a time. So it is kept, and so it is shown.
 *
 * @param id the link's, the same in all of its revisions
 * @param revision counted from 1
 * @param from its first day
 * @param other who is the organisation's contract holder, owner, …
 * @param until its last day; null while no end is known
 * @param evidence what shows it
 * @param reason why this revision says something else than the one before
 * @param recordedAt from when on this was known
 * @param supersededAt until before when; null while it is what is known now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Link(
        UUID id,
        int revision,
        LinkAct act,
        LinkKind kind,
        Organisation organisation,
        Organisation other,
        LocalDate from,
        @Nullable LocalDate until,
        String evidence,
        @Nullable String reason,
        String recordedBy,
        Instant recordedAt,
        @Nullable Instant supersededAt) {

    /** Whether that day is one of its days. A succession goes on for ever. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    LinkTold told() {
        return new LinkTold(
                id, kind.slug(), organisation.id(), organisation.name(), other.id(), other.name(), from, until);
    }

    /** Its state, whose version grows with each revision also over a database that was restored from a backup. */
    LinkState state() {
        return new LinkState(
                id,
                act == LinkAct.WITHDRAWN ? "withdrawn" : "recorded",
                kind.slug(),
                organisation.id(),
                organisation.name(),
                other.id(),
                other.name(),
                from,
                until,
                recordedAt.toEpochMilli());
    }
}
