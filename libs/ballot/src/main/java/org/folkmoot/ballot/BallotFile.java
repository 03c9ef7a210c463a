package org.folkmoot.ballot;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ballot as it is published: the format {@code folkmoot-ballot/1}, described in {@code docs/ballots.md}.
 *
 * @param terms what was put to whom
 * @param entries the log of votes, every one that was ever cast
 * @param openings the opened choices of a secret ballot, in any order; else empty
 * @param seed the seed of lots, if it was drawn after voting
 */
public record BallotFile(
        Terms terms,
        List<Entry> entries,
        List<Opening> openings,
        @Nullable String seed) {

    /** The name and version of the format. */
    public static final String FORMAT = "folkmoot-ballot/1";

    /** Keeps the lists from being changed afterwards. */
    public BallotFile {
        entries = List.copyOf(entries);
        openings = List.copyOf(openings);
    }

    /** What follows from the votes. */
    public Declaration declaration() {
        return Tally.of(
                terms.rules(),
                terms.electorate(),
                entries.stream().map(Entry::vote).toList(),
                openings,
                seed);
    }

    /** The hash of the newest entry, or {@link Hash#NONE}. */
    public Hash logRoot() {
        return entries.isEmpty() ? Hash.NONE : entries.getLast().hash();
    }

    /**
     * The published document in UTF-8, with its declaration.
     *
     * @param declaredAt when the outcome was declared
     */
    public byte[] declared(Instant declaredAt) {
        Octets out = undeclared();
        out.add(",\n  \"declaration\": {");
        BallotJson.declaration(declaration(), out);
        out.add(",\"electorateHash\":\"").add(terms.electorate().hash().toString());
        out.add("\",\"logRoot\":\"").add(logRoot().toString());
        out.add("\",\"declaredAt\":\"").add(declaredAt.toString()).add("\"}\n}\n");
        return out.toBytes();
    }

    private Octets undeclared() {
        var out =
                new Octets(entries.size() * 384 + terms.electorate().electors().size() * 96 + 1024);
        out.add("{\n  \"format\": ").quoted(FORMAT);
        out.add(",\n  \"ballot\": ").quoted(terms.ballot());
        out.add(",\n  \"ics\": ").quoted(terms.ics());
        if (terms.motion() != null) {
            out.add(",\n  \"motion\": ").quoted(terms.motion());
        }
        out.add(",\n  \"rules\": ");
        BallotJson.canonicalRules(terms.rules(), out);
        out.add(",\n  \"electorate\": ");
        BallotJson.electorate(terms.electorate(), out, BallotJson.Marks.WITH, "\n    ");
        out.add(",\n  \"votes\": [");
        String mark = "\n    ";
        for (Entry entry : entries) {
            out.add(mark);
            BallotJson.entry(entry, out);
            mark = ",\n    ";
        }
        out.add(']');
        if (!openings.isEmpty()) {
            out.add(",\n  \"openings\": [");
            mark = "\n    ";
            for (Published opening : published()) {
                out.add(mark);
                BallotJson.opening(opening.opening(), opening.hash(), out);
                mark = ",\n    ";
            }
            out.add(']');
        }
        if (seed != null) {
            out.add(",\n  \"seed\": ").quoted(seed);
        }
        return out;
    }

    private record Published(Opening opening, Hash hash) {}

    /** Sorted by hash, an order that says nothing about who or when. */
    private List<Published> published() {
        return openings.stream()
                .map(opening -> new Published(opening, opening.hash()))
                .sorted(Comparator.comparing(opening -> opening.hash().hex()))
                .toList();
    }
}
