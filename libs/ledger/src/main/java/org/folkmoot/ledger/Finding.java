package org.folkmoot.ledger;

/**
 * Something that is wrong with a log, and where. Entries are named by their number, lines by their place in the file, both
 * from 1; where a log was given as a list, the line is the place in the list.
 */
public sealed interface Finding {

    /** There is not one entry. A stream begins with its first entry, so an empty one was never exported. */
    record Empty() implements Finding {}

    /** A line is not an entry. */
    record Unreadable(long line, String reason) implements Finding {}

    /** An entry belongs to another log than most of the file. */
    record Foreign(long line, String tenant, String stream) implements Finding {}

    /** The contents do not have the hash that the entry claims: one or the other was changed. */
    record Altered(long number, long line) implements Finding {}

    /** Entries are absent, from the first number to the last one. */
    record Missing(long first, long last) implements Finding {}

    /** An entry stands where another one should: the fewest are named that would have to move. */
    record Reordered(long number, long line) implements Finding {}

    /** An entry is there again, to the letter. */
    record Duplicated(long number, long line) implements Finding {}

    /** A second, different entry claims a number, and the chain does not go through it. */
    record Inserted(long number, long line) implements Finding {}

    /** A sound entry continues another one than the one before it: either of the two was replaced. */
    record LinkBroken(long number, long line) implements Finding {}

    /** An entry is older than the one before it, which the database does not let happen. */
    record TimeTurnedBack(long number, long line) implements Finding {}

    /** A witness knows of a later entry than the last one here: the end was cut off. */
    record Truncated(long last, Witness witness) implements Finding {}

    /** Entries follow the one with which a checkpoint says that the stream was closed. */
    record Appended(long first, long last, Checkpoint checkpoint) implements Finding {}

    /** The entry is sound, but a witness saw another one in its place: the log was rewritten from here or before. */
    record Contradicted(long number, Witness witness) implements Finding {}

    /** A witness speaks of another log. */
    record ForeignWitness(Witness witness) implements Finding {}

    /** A checkpoint names a key that is not among the trusted ones. */
    record KeyUnknown(Checkpoint checkpoint) implements Finding {}

    /** A checkpoint was changed, or was never signed by the key that it names. */
    record SignatureWrong(Checkpoint checkpoint) implements Finding {}

    /** The finding as a sentence for a person. */
    default String inWords() {
        return switch (this) {
            case Empty() -> "There is no entry.";
            case Unreadable(long line, String reason) -> "Line %d is not an entry: %s".formatted(line, reason);
            case Foreign(long line, String tenant, String stream) ->
                "Line %d belongs to another log: %s of %s.".formatted(line, stream, tenant);
            case Altered(long number, long line) ->
                "Entry %d (line %d) was altered: it does not have the hash that it claims.".formatted(number, line);
            case Missing(long first, long last) when first == last -> "Entry %d is missing.".formatted(first);
            case Missing(long first, long last) -> "Entries %d to %d are missing.".formatted(first, last);
            case Reordered(long number, long line) -> "Entry %d (line %d) is out of order.".formatted(number, line);
            case Duplicated(long number, long line) -> "Entry %d is there again in line %d.".formatted(number, line);
            case Inserted(long number, long line) ->
                "Line %d was inserted: another entry %d is the one that the chain goes through."
                        .formatted(line, number);
            case LinkBroken(long number, long line) ->
                "Entry %d (line %d) does not continue the entry before it: one of the two was replaced."
                        .formatted(number, line);
            case TimeTurnedBack(long number, long line) ->
                "Entry %d (line %d) is older than the entry before it.".formatted(number, line);
            case Truncated(long last, Witness witness) ->
                "The end was cut off: the last entry is %d, and a %s knows of entry %d."
                        .formatted(last, nameOf(witness), witness.number());
            case Appended(long first, long last, Checkpoint checkpoint) ->
                "Entries %d to %d were added after the log was closed with entry %d."
                        .formatted(first, last, checkpoint.number());
            case Contradicted(long number, Witness witness) ->
                "Entry %d is not the one that a %s saw: the log was rewritten here or before."
                        .formatted(number, nameOf(witness));
            case ForeignWitness(Witness witness) ->
                "A %s speaks of another log: %s of %s.".formatted(nameOf(witness), witness.stream(), witness.tenant());
            case KeyUnknown(Checkpoint checkpoint) ->
                "The checkpoint of entry %d is signed with key %s, which is not trusted."
                        .formatted(checkpoint.number(), checkpoint.key());
            case SignatureWrong(Checkpoint checkpoint) ->
                "The signature of the checkpoint of entry %d is wrong.".formatted(checkpoint.number());
        };
    }

    private static String nameOf(Witness witness) {
        return switch (witness) {
            case Receipt _ -> "receipt";
            case Checkpoint _ -> "checkpoint";
        };
    }
}
