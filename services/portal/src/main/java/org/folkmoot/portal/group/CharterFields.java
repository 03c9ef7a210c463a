package org.folkmoot.portal.group;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.group.CharterForm.Part;
import org.folkmoot.portal.rule.RuleWords;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Ballots.ClassRule;
import org.folkmoot.portal.service.Ballots.Quorum;
import org.folkmoot.portal.service.Ballots.VotingRule;
import org.folkmoot.portal.service.Groups.Charter;
import org.folkmoot.portal.service.Groups.QuestionRule;
import org.folkmoot.portal.service.Groups.SeatRule;
import org.folkmoot.portal.service.Groups.StandingShare;

/** Constitutions as the answers of {@link CharterForm}: one that is in force, or a usual one, to begin with. */
final class CharterFields {

    private CharterFields() {}

    /** Whether the form has a place for all that a constitution says. */
    static boolean fits(Charter charter) {
        return charter.questions().stream()
                .map(QuestionRule::rule)
                .allMatch(rule -> rule.classes().size() <= CharterForm.CLASSES
                        && rule.quorum().size() <= CharterForm.QUORUMS);
    }

    /** What a first constitution may look like: one vote for each practice, and a mandate that patients carry too. */
    static Entered usual(LocalDate from) {
        return of(
                new Charter(
                        List.of(new SeatRule("chair", "Chair", "chair", List.of(), 36)),
                        Stream.of("ordinary", "mandate", "purpose", "power", "seat")
                                .map(question -> new QuestionRule(question, usualRule(question)))
                                .toList(),
                        List.of(new StandingShare("practices", "1/2", true)),
                        24,
                        "group-secretary"),
                from);
    }

    private static VotingRule usualRule(String question) {
        var half = new ClassRule("practices", "one-per-practice", "1/2", true, "for-and-against", 0);
        var ofThePatients = new ClassRule("patients", "registered-list", "1/2", true, "electorate", 0);
        var quorum = new Quorum("head", null, "1/2", true, true);
        return switch (question) {
            case "mandate", "operating-model" ->
                new VotingRule(
                        List.of(
                                new ClassRule("practices", "one-per-practice", "2/3", false, "for-and-against", 0),
                                ofThePatients),
                        List.of(quorum),
                        "lost",
                        "open-after",
                        null);
            case "seat" ->
                new VotingRule(
                        List.of(new ClassRule("practices", "one-per-practice", "0", false, "cast", 0)),
                        List.of(),
                        "lot",
                        "secret",
                        "weighted-inclusive-gregory");
            default -> new VotingRule(List.of(half), List.of(quorum), "lost", "open-after", null);
        };
    }

    /** A constitution in the form's fields. A kind of question on which it does not decide has a usual rule at hand. */
    static Entered of(Charter charter, LocalDate from) {
        Entered entered = Entered.NOTHING
                .withDay("effectiveFrom", from)
                .with("mandateMonths", charter.mandateMonths())
                .with("annulledBy", charter.annulledBy())
                .with(Map.of(
                        CharterForm.QUESTIONS,
                        charter.questions().stream().map(QuestionRule::question).toList()));
        for (int at = 0; at < charter.seats().size(); at++) {
            SeatRule rule = charter.seats().get(at);
            Part part = CharterForm.seat(at);
            entered = entered.with(part.field("key"), rule.seat())
                    .with(part.field("name"), rule.name())
                    .with(part.field("kind"), rule.kind())
                    .with(part.field("codes"), String.join(", ", rule.constituency()))
                    .with(part.field("months"), rule.termMonths());
        }
        for (Named kind : RuleWords.QUESTIONS) {
            VotingRule rule = charter.questions().stream()
                    .filter(each -> each.question().equals(kind.code()))
                    .map(QuestionRule::rule)
                    .findFirst()
                    .orElseGet(() -> usualRule(kind.code()));
            entered = entered(entered, kind.code(), rule);
        }
        for (StandingShare share : charter.standing()) {
            entered = entered.with("standing-" + share.of() + "-atLeast", share.atLeast())
                    .with("standing-" + share.of() + "-strict", word(share.strict()));
        }
        return entered;
    }

    /** The answers without the seat at that place; those after it move up. */
    static Entered withoutSeat(Entered entered, int place) {
        Entered left = entered;
        for (int at = place; at < CharterForm.of(entered).seats().size(); at++) {
            CharterPage seat = CharterPage.seat(at);
            CharterPage next = CharterPage.seat(at + 1);
            var moved = new LinkedHashMap<String, List<String>>();
            entered.only(next::has)
                    .fields()
                    .forEach((field, texts) ->
                            moved.put(seat.name() + field.substring(next.name().length()), texts));
            left = left.without(seat::has).with(moved);
        }
        return left;
    }

    private static Entered entered(Entered before, String question, VotingRule rule) {
        Entered entered = before.with(question + "-tie", rule.tie())
                .with(question + "-visibility", rule.visibility())
                .with(question + "-transfer", rule.transfer());
        for (int at = 0; at < Math.min(CharterForm.CLASSES, rule.classes().size()); at++) {
            ClassRule each = rule.classes().get(at);
            Part part = new Part(question + "-class-" + at);
            entered = entered.with(part.field("name"), each.name())
                    .with(part.field("franchise"), each.franchise())
                    .with(part.field("atLeast"), each.atLeast())
                    .with(part.field("strict"), word(each.strict()))
                    .with(part.field("base"), each.base())
                    .with(part.field("leastFor"), each.leastFor());
        }
        for (int at = 0; at < Math.min(CharterForm.QUORUMS, rule.quorum().size()); at++) {
            Quorum each = rule.quorum().get(at);
            Part part = new Part(question + "-quorum-" + at);
            entered = entered.with(part.field("measure"), each.measure())
                    .with(part.field("atLeast"), each.atLeast())
                    .with(part.field("strict"), word(each.strict()))
                    .with(part.field("class"), each.votingClass())
                    .with(part.field("abstentions"), each.abstentionsCount() ? "yes" : null);
        }
        return entered;
    }

    private static String word(boolean strict) {
        return strict ? "more" : "least";
    }
}
