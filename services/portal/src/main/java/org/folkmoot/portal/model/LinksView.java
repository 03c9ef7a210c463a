package org.folkmoot.portal.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.folkmoot.portal.directory.Kind;
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Models.Body;
import org.folkmoot.portal.service.Models.Link;
import org.folkmoot.portal.service.Models.Party;
import org.folkmoot.portal.service.Registry.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation has to do with others on a day.
 *
 * @param here the address of the page
 * @param held a page of what it holds, owns or employs
 * @param others a page of its other links
 * @param records whether the person may write down more
 * @param csv all these links as a file
 * @param xlsx the same as a spreadsheet
 * @param done what the person has just done; null if nothing
 */
public record LinksView(
        Subject subject,
        AsAtChoice asAt,
        Query here,
        Listing<Tie> held,
        Listing<Tie> others,
        boolean records,
        String csv,
        String xlsx,
        @Nullable String done) {

    /** The lists of the page, as its addresses name them. */
    static final String HELD = "held";

    static final String OTHERS = "others";

    /**
     * Whose page it is.
     *
     * @param id an ODS code, or the id of a body
     * @param kind in words
     * @param body what the ICS has defined; null for an organisation of the directory
     */
    public record Subject(
            String id, String name, String kind, @Nullable Body body) {

        static Subject of(Body body) {
            return new Subject(body.id().toString(), body.name(), BodyKind.words(body.kind()), body);
        }

        static Subject of(Organisation organisation) {
            return new Subject(organisation.code(), organisation.name(), Kind.words(organisation.kind()), null);
        }
    }

    /**
     * A link as the organisation sees it.
     *
     * @param what in words, before the name of the other
     * @param path the page of the other, below the address of the ICS
     */
    public record Tie(
            UUID id,
            String what,
            String other,
            String path,
            LocalDate from,
            @Nullable LocalDate until,
            String evidence) {

        private static Tie of(Link link, boolean ofTheOther) {
            Party other = ofTheOther ? link.organisation() : link.other();
            return new Tie(
                    link.id(),
                    LinkKind.of(link.kind())
                            .map(kind -> new LinkEnd(kind, ofTheOther).words())
                            .orElse(link.kind()),
                    other.name(),
                    pageOf(other),
                    link.from(),
                    link.until(),
                    link.evidence());
        }
    }

    static LinksView of(
            Subject subject,
            LinksPage.Wanted wanted,
            List<Link> links,
            Query here,
            boolean records,
            @Nullable String done) {
        Query asked = here.with("asAt", wanted.asAt().date());
        return new LinksView(
                subject,
                wanted.asAt(),
                here,
                Listing.of(
                        HELD,
                        links.stream()
                                .filter(link -> isHeldBy(link, subject))
                                .map(link -> Tie.of(link, true))
                                .toList(),
                        wanted.held(),
                        asked.with(OTHERS, later(wanted.others()))),
                Listing.of(
                        OTHERS,
                        links.stream()
                                .filter(link -> !isHeldBy(link, subject))
                                .map(link -> Tie.of(link, isOtherOf(link, subject)))
                                .toList(),
                        wanted.others(),
                        asked.with(HELD, later(wanted.held()))),
                // What a trust has to do with a body is recorded at the body.
                records && subject.body() != null,
                asked.with("format", "csv").href(),
                asked.with("format", "xlsx").href(),
                done);
    }

    /** The page that says what an organisation has to do with others, below the address of the ICS. */
    static String pageOf(Party party) {
        if (party.kind().equals(Kind.PRACTICE.code())) {
            return "/practices/" + party.id() + "/model/";
        }
        return BodyKind.of(party.kind()).isPresent()
                ? "/bodies/" + party.id() + "/"
                : "/organisations/" + party.id() + "/links/";
    }

    private static boolean isHeldBy(Link link, Subject subject) {
        return isOtherOf(link, subject)
                && LinkKind.of(link.kind()).map(LinkKind::leadsUpwards).orElse(false);
    }

    private static boolean isOtherOf(Link link, Subject subject) {
        return link.other().id().equals(subject.id());
    }

    /** A page that an address has to name: not the first. */
    private static @Nullable Integer later(int page) {
        return page > 1 ? page : null;
    }
}
