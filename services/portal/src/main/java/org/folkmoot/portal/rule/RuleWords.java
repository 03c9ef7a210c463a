package org.folkmoot.portal.rule;

import java.util.List;
import org.folkmoot.nhsuk.picture.Unit;
import org.folkmoot.portal.service.Ballots.ClassRule;
import org.folkmoot.portal.service.Ballots.Quorum;
import org.folkmoot.portal.service.Ballots.VotingRule;
import org.jspecify.annotations.Nullable;

/**
 * A voting rule in plain words.
 *
 * @param classes the majorities needed; all of them
 * @param quorum the participation needed; all of it
 * @param tie what a tie does
 * @param visibility what is seen of votes
 * @param transfer how a ranking is counted; null where nothing is ranked
 */
public record RuleWords(
        List<ClassWords> classes,
        List<String> quorum,
        String tie,
        String visibility,
        @Nullable String transfer) {

    /** A kind of question, as the service names it and as people do. */
    public record Named(String code, String words) {}

    /** What a group may decide on. */
    public static final List<Named> QUESTIONS = List.of(
            new Named("ordinary", "An ordinary question"),
            new Named("mandate", "A mandate for the group"),
            new Named("purpose", "The statement of purpose"),
            new Named("seat", "Who holds a seat"),
            new Named("power", "A power for the executive"),
            new Named("operating-model", "A change of how practices work"));

    /** Who votes, and with what weight. */
    public static final List<Named> FRANCHISES = List.of(
            new Named("one-per-practice", "One vote for each practice"),
            new Named("registered-list", "Practices count by their registered patients"),
            new Named("adjusted-list", "Practices count by their adjusted (need-weighted) list"),
            new Named("one-per-pcn", "One vote for each PCN"),
            new Named("seats", "One vote for each seat of the group"));

    /** What a share is of. */
    public static final List<Named> BASES = List.of(
            new Named("for-and-against", "the votes for and against"),
            new Named("cast", "all votes cast, abstentions too"),
            new Named("present", "all who are present"),
            new Named("electorate", "the whole electorate"));

    /** What a tie does. */
    public static final List<Named> TIES = List.of(
            new Named("lost", "A tie is lost"),
            new Named("chair", "The chair's casting vote decides a tie"),
            new Named("lot", "A lot with a published seed decides a tie"));

    /** What is seen of votes. */
    public static final List<Named> VISIBILITIES = List.of(
            new Named("open-during", "Everybody sees who voted how, as the votes come in"),
            new Named("open-after", "Everybody sees who voted how, once the result is declared"),
            new Named("secret", "Everybody sees who voted, and nobody sees how"));

    /** How surpluses of a ranking are transferred. */
    public static final List<Named> TRANSFERS = List.of(
            new Named(
                    "weighted-inclusive-gregory", "Single transferable vote, surpluses by weighted inclusive Gregory"),
            new Named("meek", "Single transferable vote, surpluses by Meek's method"));

    private static final Unit VOTERS = new Unit("voter", "voters");

    /** One majority in words. */
    public record ClassWords(String name, String who, String needed) {}

    /** The words for a rule. */
    public static RuleWords of(VotingRule rule, boolean ranked) {
        return new RuleWords(
                rule.classes().stream()
                        .map(each -> new ClassWords(
                                name(each.name()),
                                words(FRANCHISES, each.franchise()),
                                ranked ? "Papers are counted by preference" : needed(each)))
                        .toList(),
                rule.quorum().stream().map(RuleWords::words).toList(),
                ranked ? "A lot with a published seed decides a tie" : words(TIES, rule.tie()),
                words(VISIBILITIES, rule.visibility()),
                ranked
                        ? words(
                                TRANSFERS,
                                rule.transfer() == null ? TRANSFERS.getFirst().code() : rule.transfer())
                        : null);
    }

    /** "at least 2/3 of the votes for and against". */
    public static String needed(ClassRule rule) {
        return "%s %s of %s%s"
                .formatted(
                        rule.strict() ? "more than" : "at least",
                        rule.atLeast(),
                        words(BASES, rule.base()),
                        rule.leastFor() == 0 ? "" : ", and at least " + rule.leastFor() + " for it");
    }

    /** The question in words; one that is not known here as it is. */
    public static String question(String code) {
        return words(QUESTIONS, code);
    }

    /** A class as it stands at the head of a column. */
    public static String name(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }

    /** What is counted in a class. */
    public static Unit unit(String franchise) {
        return switch (franchise) {
            case "one-per-practice" -> Unit.PRACTICES;
            case "registered-list" -> Unit.PATIENTS;
            case "adjusted-list" -> new Unit("weighted patient", "weighted patients");
            case "one-per-pcn" -> new Unit("PCN", "PCNs");
            case "seats" -> new Unit("seat", "seats");
            default -> new Unit("vote", "votes");
        };
    }

    /** What is counted where all electors' heads are. */
    public static Unit unit(VotingRule rule) {
        List<Unit> units = rule.classes().stream()
                .map(each -> switch (each.franchise()) {
                    case "registered-list", "adjusted-list" -> Unit.PRACTICES;
                    // In a rehearsal nobody has said who votes.
                    case "" -> VOTERS;
                    default -> unit(each.franchise());
                })
                .distinct()
                .toList();
        return units.size() == 1 ? units.getFirst() : VOTERS;
    }

    private static String words(Quorum quorum) {
        String share = (quorum.strict() ? "more than " : "at least ") + quorum.atLeast();
        String of = quorum.votingClass() == null
                ? "all who may vote"
                : "the class " + quorum.votingClass().replace('-', ' ');
        String words = switch (quorum.measure()) {
            case "number" -> share + " must vote" + (quorum.votingClass() == null ? "" : " in " + of);
            case "weight" -> share + " of the weight of " + of + " must vote";
            default -> share + " of " + of + " must vote";
        };
        return Character.toUpperCase(words.charAt(0))
                + words.substring(1)
                + (quorum.abstentionsCount() ? "; an abstention counts" : "; an abstention does not count");
    }

    private static String words(List<Named> known, String code) {
        return known.stream()
                .filter(each -> each.code().equals(code))
                .map(Named::words)
                .findFirst()
                .orElse(code);
    }
}
