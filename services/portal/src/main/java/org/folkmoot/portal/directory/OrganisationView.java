package org.folkmoot.portal.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.service.Registry.History;
import org.folkmoot.portal.service.Registry.Named;
import org.folkmoot.portal.service.Registry.Organisation;
import org.folkmoot.portal.service.Registry.Spell;
import org.folkmoot.portal.service.Registry.Version;
import org.jspecify.annotations.Nullable;

/**
 * An organisation on a day, with its history.
 *
 * @param there what it was on that day; null if nothing is known of it then
 * @param asAt the day that was chosen
 * @param history what it was, from the newest to the oldest
 * @param eras a page of that
 * @param memberships a page of its times in networks, or of a network's members
 */
public record OrganisationView(
        String code,
        @Nullable Organisation there,
        AsAtChoice asAt,
        List<Era> history,
        Listing<Era> eras,
        Listing<Membership> memberships) {

    /** What it was for a time, in words. */
    public record Era(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String name,
            Standing standing,
            String kind,
            @Nullable String place) {

        static Era of(Version version) {
            LocalDate until =
                    version.validTo() == null ? null : version.validTo().minusDays(1);
            String place = version.address() == null ? version.postcode() : version.address();
            return new Era(
                    version.validFrom(),
                    until,
                    version.name(),
                    Standing.of(version.status()),
                    Kind.words(version.kind()),
                    place);
        }
    }

    /** A time in a network, from its first to its last day. */
    public record Membership(
            Named practice,
            Named pcn,
            LocalDate from,
            @Nullable LocalDate until) {

        static Membership of(Spell spell) {
            return new Membership(
                    new Named(spell.practice(), spell.practiceName()),
                    new Named(spell.pcn(), spell.pcnName()),
                    spell.validFrom(),
                    spell.end());
        }
    }

    /** What it is called, as far as that is known. */
    public String name() {
        if (there != null) {
            return there.name();
        }
        return history.isEmpty() ? code : history.getFirst().name();
    }

    /** Its kind in words. */
    public String kind() {
        if (there != null) {
            return Kind.words(there.kind());
        }
        return history.isEmpty() ? "Organisation" : history.getFirst().kind();
    }

    /** Whether it is open. */
    public @Nullable Standing standing() {
        return there == null ? null : Standing.of(there.status());
    }

    /** Whether it is a practice, a network or a board, which have a page of their own. */
    public @Nullable String ownPage() {
        if (there == null) {
            return null;
        }
        String page = Kind.page(there.kind(), there.code());
        return page.startsWith("/organisations/") ? null : page;
    }

    static List<Era> eras(History history) {
        return history.versions().reversed().stream().map(Era::of).toList();
    }

    static List<Membership> memberships(History history) {
        var all = new ArrayList<>(history.memberships());
        return all.reversed().stream().map(Membership::of).toList();
    }
}
