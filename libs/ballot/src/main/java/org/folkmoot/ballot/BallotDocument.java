package org.folkmoot.ballot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ballot file that was read: everything that decides, and what it claims about itself, which nobody has checked yet. A
 * rehearsal has neither log nor declaration.
 */
public final class BallotDocument {

    /**
     * A vote where it stands in the file, with what the file says of its place in the log.
     *
     * @param place its place in the list of votes, from 0
     * @param vote what was cast
     * @param voter where the voter's name stands in the JSON
     * @param said where the choice or the commitment does
     * @param entry the number that it claims, or 0
     * @param castBy where the name of who cast it stands in the JSON, or -1
     * @param castAt when, in microseconds since 1970, or {@link #NEVER}
     * @param previous the hash before that it claims, or null
     * @param hash the hash that it claims, or null
     * @param unhashed the name of a member that no hash covers, or null
     */
    record Line(
            int place,
            Vote vote,
            int voter,
            int said,
            long entry,
            int castBy,
            long castAt,
            @Nullable Hash previous,
            @Nullable Hash hash,
            @Nullable String unhashed) {

        /** No time. */
        static final long NEVER = Long.MIN_VALUE;

        /** The number by which a defect names it. */
        long number() {
            return entry > 0 ? entry : place + 1L;
        }

        /** Whether nothing is missing of what its hash covers, nor the hash. */
        boolean isWhole() {
            return entry > 0 && castBy >= 0 && castAt != NEVER && previous != null && hash != null;
        }

        boolean isChained() {
            return previous != null || hash != null;
        }
    }

    /**
     * An opening as it stands in the file.
     *
     * @param opening what it opens
     * @param claimed the hash that it claims, or null
     */
    record Opened(Opening opening, @Nullable Hash claimed) {}

    private final Json json;
    private final int declaration;
    private final @Nullable String ballot;
    private final @Nullable String ics;
    private final Rules rules;
    private final Electorate electorate;
    private final Hash electorateHash;
    private final Hash frozenHash;
    private final Hash termsHash;
    private final List<Line> lines;
    private final int[] places;
    private final List<Opened> openings;
    private final @Nullable String seed;
    private final List<String> remarks;

    BallotDocument(
            Json json,
            int declaration,
            @Nullable String ballot,
            @Nullable String ics,
            Rules rules,
            Electorate electorate,
            Hash electorateHash,
            Hash frozenHash,
            Hash termsHash,
            List<Line> lines,
            List<Opened> openings,
            @Nullable String seed,
            List<String> remarks) {
        this.json = json;
        this.declaration = declaration;
        this.ballot = ballot;
        this.ics = ics;
        this.rules = rules;
        this.electorate = electorate;
        this.electorateHash = electorateHash;
        this.frozenHash = frozenHash;
        this.termsHash = termsHash;
        this.lines = lines;
        this.places = lines.stream()
                .mapToInt(line -> electorate.placeOf(line.vote().voter()))
                .toArray();
        this.openings = openings;
        this.seed = seed;
        this.remarks = List.copyOf(remarks);
    }

    /** What became of a text that should be a ballot file. */
    public sealed interface Reading {

        /** It is one. */
        record Read(BallotDocument document) implements Reading {}

        /**
         * It is none.
         *
         * @param place where, for example {@code rules.classes[0].atLeast}; empty for the text as a whole
         * @param reason what is wrong there
         */
        record Unreadable(String place, String reason) implements Reading {

            /** Both in one line. */
            public String inWords() {
                return place.isEmpty() ? reason : place + ": " + reason;
            }
        }
    }

    /** Reads a document in UTF-8. The bytes must not be changed as long as the document is used. */
    public static Reading read(byte[] text) {
        return BallotReader.read(text);
    }

    /** The rules. */
    public Rules rules() {
        return rules;
    }

    /** Who may vote. */
    public Electorate electorate() {
        return electorate;
    }

    /** The votes in the order in which they were cast: by entry number where there is one, else as they stand. */
    public List<Vote> votes() {
        return votes(ordered());
    }

    private static List<Vote> votes(List<Line> lines) {
        List<Vote> votes = new ArrayList<>(lines.size());
        for (Line line : lines) {
            votes.add(line.vote());
        }
        return votes;
    }

    private List<Line> ordered() {
        long before = Long.MIN_VALUE;
        for (Line line : lines) {
            if (line.number() < before) {
                List<Line> ordered = new ArrayList<>(lines);
                ordered.sort(Comparator.comparingLong(Line::number));
                return ordered;
            }
            before = line.number();
        }
        return lines;
    }

    /** What follows from the votes, whatever the file declares. */
    public Declaration tally() {
        List<Line> ordered = ordered();
        return new Tally(
                        rules,
                        electorate,
                        votes(ordered),
                        ordered.stream().mapToInt(this::placeOf).toArray(),
                        openings.stream().map(Opened::opening).toList(),
                        seed)
                .declaration();
    }

    /** The hash of the electorate as it stands in the file. */
    public Hash electorateHash() {
        return electorateHash;
    }

    /** The hash of voters and weights alone. */
    public Hash frozenHash() {
        return frozenHash;
    }

    /** Whether votes carry hashes: a rehearsal's do not. */
    public boolean isChained() {
        return lines.stream().anyMatch(Line::isChained);
    }

    /** The hash of the newest entry, as the file claims it; {@link Hash#NONE} without a log. */
    public Hash logRoot() {
        Line newest = null;
        for (Line line : lines) {
            if (newest == null || line.number() > newest.number()) {
                newest = line;
            }
        }
        return newest == null || newest.hash() == null ? Hash.NONE : newest.hash();
    }

    /** What was read over, and where: members that the format does not know, and classes that nobody is in. */
    public List<String> remarks() {
        return remarks;
    }

    Json json() {
        return json;
    }

    /** The declaration in {@link #json()}, or -1. */
    int declaration() {
        return declaration;
    }

    @Nullable
    String ballot() {
        return ballot;
    }

    @Nullable
    String ics() {
        return ics;
    }

    Hash termsHash() {
        return termsHash;
    }

    List<Line> lines() {
        return lines;
    }

    /** Where the voter of that line stands in the electorate, or -1. */
    int placeOf(Line line) {
        return places[line.place()];
    }

    List<Opened> openings() {
        return openings;
    }

    @Nullable
    String seed() {
        return seed;
    }

    /** Whether the votes are sealed. */
    boolean isSecret() {
        return lines.stream().anyMatch(line -> line.vote().choice() instanceof Choice.Committed);
    }
}
