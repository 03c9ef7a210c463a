package org.folkmoot.ballot;

import java.util.List;
import java.util.Set;

/**
 * Holds a declaration that somebody wrote against the one that follows. Numbers are compared as numbers, so {@code 2.5} is
 * as good as {@code 5/2}.
 */
final class Comparison {

    /** Members whose text is a word or a name, never a number. */
    private static final Set<String> WORDS = Set.of(
            "name",
            "outcome",
            "chosen",
            "leader",
            "candidate",
            "question",
            "drawn",
            "action",
            "tie",
            "decidedBy",
            "elected");

    /** Objects whose members are names of the ballot. */
    private static final Set<String> TABLES = Set.of("options", "votes");

    /** What the format knows: where one of these does not follow, it must not be declared. */
    private static final Set<String> KNOWN = Set.of(
            "quorumMet",
            "classes",
            "outcome",
            "chosen",
            "elected",
            "stages",
            "lots",
            "name",
            "for",
            "against",
            "abstain",
            "base",
            "reached",
            "decidedBy",
            "options",
            "leader",
            "stage",
            "action",
            "candidate",
            "quota",
            "votes",
            "exhausted",
            "rounded",
            "tie",
            "question",
            "drawn");

    /** Members that are checked elsewhere, or that nothing in the file can bear out. */
    private static final Set<String> ELSEWHERE = Set.of("electorateHash", "logRoot", "declaredAt", "file");

    private final Json declared;
    private final List<Defect> defects;
    private final List<String> remarks;

    Comparison(Json declared, List<Defect> defects, List<String> remarks) {
        this.declared = declared;
        this.defects = defects;
        this.remarks = remarks;
    }

    void compare(Declaration declaration, int at) {
        var out = new Octets(1024).add('{');
        BallotJson.declaration(declaration, out);
        try {
            Json follows = Json.read(out.add('}').toBytes());
            compare(follows, follows.root(), at, "declaration", "");
        } catch (Json.Malformed e) {
            throw new IllegalStateException("What was written here is JSON", e);
        }
    }

    private void compare(Json follows, int expected, int actual, String place, String name) {
        if (follows.kind(expected) != declared.kind(actual)) {
            differ(follows, expected, actual, place);
            return;
        }
        switch (follows.kind(expected)) {
            case OBJECT -> objects(follows, expected, actual, place, TABLES.contains(name));
            case ARRAY -> {
                int there = declared.first(actual);
                int index = 0;
                int item = follows.first(expected);
                while (item < follows.next(expected) && there < declared.next(actual)) {
                    compare(follows, item, there, place + "[" + index + "]", name);
                    item = follows.next(item);
                    there = declared.next(there);
                    index++;
                }
                if (item < follows.next(expected) || there < declared.next(actual)) {
                    defects.add(new Defect.TallyDoesNotFollow(
                            place, declared.size(actual) + " of them", follows.size(expected) + " of them"));
                }
            }
            case STRING -> {
                String mine = follows.string(expected);
                String theirs = declared.string(actual);
                if (!mine.equals(theirs) && (WORDS.contains(name) || !sameNumber(mine, theirs))) {
                    differ(follows, expected, actual, place);
                }
            }
            case INTEGER -> {
                if (!follows.digits(expected).equals(declared.digits(actual))) {
                    differ(follows, expected, actual, place);
                }
            }
            case DECIMAL, TRUE, FALSE, NULL -> {
                // Of one kind, these say the same; and a decimal never follows.
            }
        }
    }

    private void objects(Json follows, int expected, int actual, String place, boolean table) {
        for (int member = follows.first(expected); member < follows.next(expected); member = follows.next(member + 1)) {
            String name = follows.string(member);
            int there = declared.member(actual, name);
            if (there < 0) {
                defects.add(new Defect.MemberMissing(place + "." + Texts.printable(name)));
            } else {
                compare(follows, member + 1, there, place + "." + name, table ? "" : name);
            }
        }
        for (int member = declared.first(actual); member < declared.next(actual); member = declared.next(member + 1)) {
            String name = declared.string(member);
            if (follows.member(expected, name) < 0 && !ELSEWHERE.contains(name)) {
                if (table || KNOWN.contains(name)) {
                    defects.add(new Defect.TallyDoesNotFollow(
                            place + "." + name, text(declared, member + 1), "nothing of the kind"));
                } else {
                    remarks.add(place + "." + Texts.printable(name) + ": unknown, not checked");
                }
            }
        }
    }

    private static boolean sameNumber(String mine, String theirs) {
        try {
            return Fraction.parse(mine).equals(Fraction.parse(theirs));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void differ(Json follows, int expected, int actual, String place) {
        defects.add(new Defect.TallyDoesNotFollow(place, text(declared, actual), text(follows, expected)));
    }

    private static String text(Json json, int value) {
        return new String(
                json.bytes(),
                json.start(value),
                Math.min(json.end(value) - json.start(value), 100),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
