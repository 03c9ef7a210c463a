package org.folkmoot.portal.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A kind of link as one of the two organisations sees it.
 *
 * @param kind what it is
 * @param ofTheOther whether it is seen by the other one, which holds or employs
 */
public record LinkEnd(LinkKind kind, boolean ofTheOther) {

    private static final String OTHER = "other:";

    /** What a form calls it: {@code owner} and {@code other:owner} are the two ends of one kind. */
    public String code() {
        return ofTheOther ? OTHER + kind.code() : kind.code();
    }

    /** What people call it, before the name of the organisation at the far end. */
    public String words() {
        return ofTheOther ? kind.wordsOfTheOther() : kind.words();
    }

    /** What a body of that kind can have to do with others: what it holds first. */
    static List<LinkEnd> ofABody(String bodyKind) {
        return Stream.concat(
                        LinkKind.toABody(bodyKind).stream().map(kind -> new LinkEnd(kind, true)),
                        LinkKind.ofABody().stream().map(kind -> new LinkEnd(kind, false)))
                .toList();
    }

    /** The end that a form calls so. */
    static Optional<LinkEnd> of(String code) {
        boolean ofTheOther = code.startsWith(OTHER);
        return LinkKind.of(ofTheOther ? code.substring(OTHER.length()) : code)
                .map(kind -> new LinkEnd(kind, ofTheOther));
    }
}
