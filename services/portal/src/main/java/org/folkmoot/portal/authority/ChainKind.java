package org.folkmoot.portal.authority;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.service.Authority.Node;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** The kinds of things in the chain that have a page of their own. The service may know of more. */
enum ChainKind {
    ENQUIRY("enquiries", PortalPage.ACKNOWLEDGE_ENQUIRY),
    MEETING("meetings", PortalPage.MEETINGS),
    MOTION("motions", PortalPage.MOTIONS),
    BALLOT("ballots", PortalPage.BALLOTS),
    SEAT("groups", PortalPage.GROUPS),
    MANDATE("mandates", PortalPage.MANDATES),
    POWER("powers", PortalPage.POWERS),
    DECISION("decisions", PortalPage.DECISIONS),
    PRIORITY("priorities", PortalPage.PRIORITIES),
    ACTION("actions", PortalPage.ACTIONS),
    REPRESENTATIVE("representatives", PortalPage.REPRESENTATION),
    OBJECTION("objections", PortalPage.OBJECTIONS);

    private final String folder;
    private final PortalPage list;

    ChainKind(String folder, PortalPage list) {
        this.folder = folder;
        this.list = list;
    }

    /** What a thing is, in a word. */
    static String words(String kind) {
        return kind.isEmpty() ? kind : Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
    }

    /** What came of it, in words. */
    static @Nullable String outcome(Node node) {
        return "not-known".equals(node.outcome()) ? "whether it stands is not known at the moment" : node.outcome();
    }

    /** The address of a thing's page; empty if it has none, or none for this person. */
    static Optional<String> href(Visit visit, Node node) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(node.kind()))
                .filter(kind -> kind.list.isFor(visit.roles()))
                .map(kind -> visit.base() + "/" + kind.folder + "/" + kind.page(node.id()) + "/")
                .findFirst();
    }

    /** A seat is named after its group and shown on the group's page. */
    private String page(String id) {
        return this == SEAT ? id.substring(0, Math.max(0, id.indexOf(':'))) : id;
    }
}
