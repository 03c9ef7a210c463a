package org.folkmoot.ballot;

/**
 * Something in a ballot file that does not follow from the rest of it, or contradicts what is known from elsewhere. Votes are
 * named by their entry number; a file without numbers, by the place of the vote, from 1.
 */
public sealed interface Defect {

    /** The text is no ballot file. */
    record Unreadable(String place, String reason) implements Defect {}

    /** What a published file needs is not there. */
    record MemberMissing(String place) implements Defect {}

    /** A vote says something that no hash covers, so that anyone could have written it there. */
    record MemberUnhashed(long entry, String member) implements Defect {}

    /** A vote for somebody who is no elector. */
    record NotInElectorate(long entry, String voter) implements Defect {}

    /** A vote for somebody whose interest keeps them out. */
    record VoteByRecused(long entry, String voter) implements Defect {}

    /** Two votes would count of which one only can: of one entry number, or casting votes of two persons. */
    record SecondCurrentVote(long entry, String voter) implements Defect {}

    /** A casting vote where the rules give none, or by another than the chair that they name. */
    record CastingVoteNotForeseen(long entry, String voter) implements Defect {}

    /** Entries are not there. */
    record EntryMissing(long first, long last) implements Defect {}

    /** An entry is there again. */
    record EntryDuplicated(long entry, int place) implements Defect {}

    /** An entry does not stand where its number puts it. */
    record EntryOutOfOrder(long entry, int place) implements Defect {}

    /** An entry does not have the hash that it claims: it was changed. */
    record HashWrong(long entry) implements Defect {}

    /** No entry has the hash that it claims: what they have in common was changed, that is, what they were cast on. */
    record TermsChanged(long first, long last) implements Defect {}

    /** An entry does not continue the one before: one of the two was replaced. */
    record ChainBroken(long entry) implements Defect {}

    /** An entry is older than the one before. */
    record TimeTurnedBack(long entry) implements Defect {}

    /** The declaration names another hash of the electorate. */
    record ElectorateHashWrong(String declared, Hash actual) implements Defect {}

    /** The electorate is not the one that was announced when the ballot opened. */
    record ElectorateNotAnnounced(Hash announced, Hash actual) implements Defect {}

    /** The declaration names another end of the log. */
    record LogRootWrong(String declared, Hash actual) implements Defect {}

    /** The declaration says what does not follow from the votes. */
    record TallyDoesNotFollow(String place, String declared, String follows) implements Defect {}

    /** A lot was drawn, and no seed of it is published. */
    record SeedMissing(String question) implements Defect {}

    /** Fewer choices were opened than sealed ones count. */
    record CommitmentWithoutOpening(long commitments, long openings) implements Defect {}

    /** More choices were opened than sealed ones count. */
    record OpeningWithoutCommitment(long commitments, long openings) implements Defect {}

    /** An opening does not have the hash that it claims: it was changed. */
    record OpeningWrong(int place) implements Defect {}

    /** An opening is there again. */
    record OpeningDuplicated(int place) implements Defect {}

    /** Openings are not in the order of their hashes, and so their order may tell something. */
    record OpeningOutOfOrder(int place) implements Defect {}

    /** The weights of the openings are not those of the electors who voted. */
    record OpeningWeightsWrong() implements Defect {}

    /** The end of the log was cut off. */
    record Truncated(long last, Witness witness) implements Defect {}

    /** Entries were added after the log was closed. */
    record Appended(long first, long last, Witness.Checkpoint checkpoint) implements Defect {}

    /** The log has another entry where a witness saw its own. */
    record Contradicted(long entry, Witness witness) implements Defect {}

    /** A witness speaks of another log, or of this ballot with other motion, rules, or electorate. */
    record ForeignWitness(Witness witness) implements Defect {}

    /** A checkpoint is signed with a key that is not among the trusted ones. */
    record KeyUnknown(Witness.Checkpoint checkpoint) implements Defect {}

    /** A checkpoint was changed, or was never signed by the key that it names. */
    record SignatureWrong(Witness.Checkpoint checkpoint) implements Defect {}

    /** The voter's choice is not among the openings. */
    record SlipNotOpened(long entry) implements Defect {}

    /** One line for a person, beginning with the entry where there is one. */
    default String inWords() {
        return switch (this) {
            case Unreadable(String place, String reason) -> place.isEmpty() ? reason : place + ": " + reason;
            case MemberMissing(String place) -> place + ": is missing";
            case MemberUnhashed(long entry, String member) ->
                "entry %d: no hash covers \"%s\"".formatted(entry, Texts.printable(member));
            case NotInElectorate(long entry, String voter) ->
                "entry %d: \"%s\" is not in the electorate".formatted(entry, Texts.printable(voter));
            case VoteByRecused(long entry, String voter) ->
                "entry %d: \"%s\" is recused".formatted(entry, Texts.printable(voter));
            case SecondCurrentVote(long entry, String voter) ->
                "entry %d: a second current vote of \"%s\"".formatted(entry, Texts.printable(voter));
            case CastingVoteNotForeseen(long entry, String voter) ->
                "entry %d: the rules give \"%s\" no casting vote".formatted(entry, Texts.printable(voter));
            case EntryMissing(long first, long last) when first == last -> "entry %d: is missing".formatted(first);
            case EntryMissing(long first, long last) -> "entries %d to %d: are missing".formatted(first, last);
            case EntryDuplicated(long entry, int place) ->
                "entry %d: is there again, as votes[%d]".formatted(entry, place);
            case EntryOutOfOrder(long entry, int place) ->
                "entry %d: is out of order, as votes[%d]".formatted(entry, place);
            case HashWrong(long entry) -> "entry %d: does not have the hash that it claims".formatted(entry);
            case TermsChanged(long first, long last) ->
                ("entries %d to %d: none has the hash that it claims; the ballot's name, ics, motion, rules or electorate"
                                + " is not what was voted on, or every vote was changed")
                        .formatted(first, last);
            case ChainBroken(long entry) ->
                "entry %d: does not continue the entry before it, one of the two was replaced".formatted(entry);
            case TimeTurnedBack(long entry) -> "entry %d: is older than the entry before it".formatted(entry);
            case ElectorateHashWrong(String declared, Hash actual) ->
                "declaration.electorateHash: declared %s, the electorate has %s"
                        .formatted(Texts.printable(declared), actual);
            case ElectorateNotAnnounced(Hash announced, Hash actual) ->
                "electorate: announced %s, here it is %s".formatted(announced, actual);
            case LogRootWrong(String declared, Hash actual) ->
                "declaration.logRoot: declared %s, the log ends with %s".formatted(Texts.printable(declared), actual);
            case TallyDoesNotFollow(String place, String declared, String follows) ->
                "%s: declared %s, what follows is %s"
                        .formatted(Texts.printable(place), Texts.printable(declared), Texts.printable(follows));
            case SeedMissing(String question) ->
                "a lot was drawn for \"%s\", and no seed is published".formatted(Texts.printable(question));
            case CommitmentWithoutOpening(long commitments, long openings) ->
                "openings: a commitment without opening, %d votes are sealed and %d opened"
                        .formatted(commitments, openings);
            case OpeningWithoutCommitment(long commitments, long openings) ->
                "openings: an opening without commitment, %d votes are sealed and %d opened"
                        .formatted(commitments, openings);
            case OpeningWrong(int place) -> "openings[%d]: does not have the hash that it claims".formatted(place);
            case OpeningDuplicated(int place) -> "openings[%d]: is there again".formatted(place);
            case OpeningOutOfOrder(int place) -> "openings[%d]: is out of order".formatted(place);
            case OpeningWeightsWrong() -> "openings: their weights are not those of the electors who voted";
            case Truncated(long last, Witness witness) ->
                "entry %d: is missing, a %s knows of it and the log ends with entry %d: its end was cut off"
                        .formatted(witness.number(), witness.kind(), last);
            case Appended(long first, long last, Witness.Checkpoint checkpoint) ->
                "entries %d to %d: were added after the log was closed with entry %d"
                        .formatted(first, last, checkpoint.number());
            case Contradicted(long entry, Witness witness) ->
                "entry %d: is not the one that a %s saw, the log was rewritten here or before"
                        .formatted(entry, witness.kind());
            case ForeignWitness(Witness witness) ->
                "a %s of entry %d speaks of another log, or of other terms".formatted(witness.kind(), witness.number());
            case KeyUnknown(Witness.Checkpoint checkpoint) ->
                "the checkpoint of entry %d is signed with key %s, which is not trusted"
                        .formatted(checkpoint.number(), Texts.printable(checkpoint.key()));
            case SignatureWrong(Witness.Checkpoint checkpoint) ->
                "the signature of the checkpoint of entry %d is wrong".formatted(checkpoint.number());
            case SlipNotOpened(long entry) ->
                "entry %d: the choice on the voter's slip is not among the openings".formatted(entry);
        };
    }
}
