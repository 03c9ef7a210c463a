package org.folkmoot.portal.rehearsal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Ballots.ClassRule;
import org.folkmoot.portal.service.Ballots.Elector;
import org.folkmoot.portal.service.Ballots.Quorum;
import org.folkmoot.portal.service.Ballots.VotingRule;

/**
 * What is entered to rehearse rules: up to two classes and two quorums, and a voter on each line.
 *
 * @param entered the fields
 */
record RehearsalForm(Entered entered) {

    private static final int CLASSES = 2;
    private static final int QUORUMS = 2;

    /** Neither a chair nor a lot can be rehearsed: both speak only when there is a tie. */
    private static final String TIE = "lost";

    /** A voter as its line says it. */
    private record Voter(String name, String choice, List<String> weights) {}

    /** What a rehearsal may begin with. */
    static Entered usual() {
        return Entered.NOTHING
                .with("class-0-name", "practices")
                .with("class-0-atLeast", "2/3")
                .with("class-0-strict", "least")
                .with("class-0-base", "for-and-against")
                .with("class-1-name", "patients")
                .with("class-1-atLeast", "1/2")
                .with("class-1-strict", "more")
                .with("class-1-base", "electorate")
                .with("quorum-0-measure", "head")
                .with("quorum-0-atLeast", "1/2")
                .with("quorum-0-strict", "more")
                .with("quorum-0-abstentions", "yes")
                .with(
                        "voters",
                        "Practice A, for, 1, 14000\nPractice B, against, 1, 9000\nPractice C, abstain, 1, 12000");
    }

    /**
     * The rules and the electorate of a ballot, with no votes yet. What of the rules has no place here is said on the page:
     * {@code tie} and {@code small} go with the form, so they are said as long as it is used.
     */
    static Entered of(Ballot ballot, List<Elector> electors) {
        Entered entered = Entered.NOTHING.with("tie", ballot.rule().tie()).with("small", fits(ballot) ? null : "yes");
        List<ClassRule> classes =
                ballot.rule().classes().stream().limit(CLASSES).toList();
        for (int at = 0; at < classes.size(); at++) {
            ClassRule each = classes.get(at);
            String part = "class-" + at + "-";
            entered = entered.with(part + "name", each.name())
                    .with(part + "atLeast", each.atLeast())
                    .with(part + "strict", each.strict() ? "more" : "least")
                    .with(part + "base", each.base())
                    .with(part + "leastFor", each.leastFor());
        }
        List<Quorum> quorum = ballot.rule().quorum().stream().limit(QUORUMS).toList();
        for (int at = 0; at < quorum.size(); at++) {
            Quorum each = quorum.get(at);
            String part = "quorum-" + at + "-";
            entered = entered.with(part + "measure", each.measure())
                    .with(part + "atLeast", each.atLeast())
                    .with(part + "strict", each.strict() ? "more" : "least")
                    .with(part + "class", each.votingClass())
                    .with(part + "abstentions", each.abstentionsCount() ? "yes" : null);
        }
        var lines = new ArrayList<String>();
        for (Elector elector : electors) {
            // Two practices may have one name, never one code.
            var line = new StringBuilder(elector.voter())
                    .append(' ')
                    .append(elector.name().replace(',', ' '))
                    .append(elector.recused() ? ", recused" : elector.present() ? ", present" : ", -");
            classes.forEach(each -> line.append(", ").append(elector.weights().getOrDefault(each.name(), "")));
            lines.add(line.toString());
        }
        return entered.with("voters", String.join("\n", lines));
    }

    private static boolean fits(Ballot ballot) {
        return ballot.rule().classes().size() <= CLASSES
                && ballot.rule().quorum().size() <= QUORUMS
                && ballot.options().isEmpty();
    }

    /** What can be seen without asking the service. */
    FormErrors mistakes() {
        FormErrors errors = FormErrors.NONE;
        if (classes().isEmpty()) {
            errors = errors.and("class-0-name", "Name at least one class");
        }
        List<Voter> voters = voters();
        if (voters.isEmpty()) {
            errors = errors.and("voters", "Enter at least one voter");
        }
        var names = new HashSet<String>();
        for (Voter voter : voters) {
            if (!names.add(voter.name())) {
                errors = errors.and("voters", voter.name() + " stands twice");
            }
            if (!List.of("for", "against", "abstain", "recused", "present", "-").contains(voter.choice())) {
                errors = errors.and(
                        "voters",
                        "The choice of %s must be for, against, abstain, recused, present or -"
                                .formatted(voter.name()));
            }
        }
        return errors;
    }

    /** The rule that was entered. */
    VotingRule rule() {
        return new VotingRule(classes(), quorum(), TIE, "open-after", null);
    }

    /** The ballot file that was entered. */
    Map<String, Object> file() {
        List<ClassRule> classes = classes();
        var electorate = new ArrayList<Map<String, Object>>();
        var votes = new ArrayList<Map<String, Object>>();
        for (Voter voter : voters()) {
            var weights = new LinkedHashMap<String, String>();
            for (int at = 0; at < classes.size(); at++) {
                String weight = at < voter.weights().size() ? voter.weights().get(at) : "1";
                if (!weight.isEmpty()) {
                    weights.put(classes.get(at).name(), weight);
                }
            }
            var elector = new LinkedHashMap<String, Object>(Map.of("voter", voter.name(), "weights", weights));
            switch (voter.choice()) {
                case "recused" -> elector.put("recused", true);
                case "present" -> elector.put("present", true);
                case "-" -> {}
                default -> votes.add(Map.of("voter", voter.name(), "choice", voter.choice()));
            }
            electorate.add(elector);
        }
        return Map.of(
                "format",
                "folkmoot-ballot/1",
                "rules",
                Map.of(
                        "quorum",
                        quorum(),
                        "classes",
                        classes.stream().map(RehearsalForm::inFile).toList(),
                        "tie",
                        TIE),
                "electorate",
                electorate,
                "votes",
                votes);
    }

    private static Map<String, Object> inFile(ClassRule each) {
        return Map.of(
                "name", each.name(),
                "atLeast", each.atLeast(),
                "strict", each.strict(),
                "base", each.base(),
                "leastFor", each.leastFor());
    }

    private List<ClassRule> classes() {
        return IntStream.range(0, CLASSES)
                .mapToObj(at -> "class-" + at + "-")
                .filter(part -> !entered.text(part + "name").isEmpty())
                .map(part -> new ClassRule(
                        entered.text(part + "name").toLowerCase(Locale.ROOT).replace(' ', '-'),
                        "",
                        entered.text(part + "atLeast"),
                        entered.text(part + "strict").equals("more"),
                        entered.text(part + "base"),
                        entered.number(part + "leastFor").orElse(0)))
                .toList();
    }

    private List<Quorum> quorum() {
        return IntStream.range(0, QUORUMS)
                .mapToObj(at -> "quorum-" + at + "-")
                .filter(part -> !entered.text(part + "measure").isEmpty())
                .map(part -> new Quorum(
                        entered.text(part + "measure"),
                        entered.orNull(part + "class"),
                        entered.text(part + "atLeast"),
                        entered.text(part + "strict").equals("more"),
                        entered.ticked(part + "abstentions")))
                .toList();
    }

    private List<Voter> voters() {
        return entered.lines("voters").stream()
                .map(line -> List.of(line.split(",", -1)))
                .map(parts -> new Voter(
                        parts.getFirst().strip(),
                        parts.size() > 1 ? parts.get(1).strip().toLowerCase(Locale.ROOT) : "-",
                        parts.stream().skip(2).map(String::strip).toList()))
                .toList();
    }
}
