package org.folkmoot.portal.ballot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.folkmoot.ballot.Fraction;
import org.folkmoot.nhsuk.picture.Bar;
import org.folkmoot.nhsuk.picture.BarChart;
import org.folkmoot.nhsuk.picture.Unit;
import org.folkmoot.portal.rule.Numerals;
import org.folkmoot.portal.rule.RuleWords;
import org.folkmoot.portal.service.Ballots.ClassRule;
import org.folkmoot.portal.service.Ballots.Elector;
import org.folkmoot.portal.service.Ballots.VotingRule;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a ballot, read from the file that it is published as.
 *
 * @param sentences the outcome in plain words, the most important first
 * @param classes how each class decided; empty for an election
 * @param charts a picture of each class, or of the first preferences
 * @param elected who was elected, in the order of election
 * @param stages how an election was counted
 * @param votes who voted how; empty where that is secret
 * @param voted how many voters voted
 * @param of how many might have
 */
public record Result(
        List<String> sentences,
        List<ClassRow> classes,
        List<BarChart> charts,
        List<String> elected,
        List<StageRow> stages,
        List<VoteRow> votes,
        int voted,
        int of) {

    /** One class of a motion or of options. */
    public record ClassRow(String name, List<Tally> tallies, String base, String needed, boolean reached) {}

    /** What a choice got, as exact text. */
    public record Tally(String choice, String weight) {}

    /** One step of a count. */
    public record StageRow(
            int stage, String action, @Nullable String candidate, List<Tally> votes, String exhausted, String quota) {}

    /** A vote that counted. */
    public record VoteRow(String voter, String name, List<String> choice) {}

    /** A line of the figures as a file. */
    record Line(
            String part,
            String choice,
            String weight,
            @Nullable Boolean reached) {}

    /**
     * The result in a ballot file.
     *
     * @param rule by which it was decided
     * @param electors who might have voted, by name; empty where names do not matter
     */
    public static Result of(VotingRule rule, JsonNode file, List<Elector> electors) {
        JsonNode declaration = file.path("declaration");
        List<ClassRow> classes =
                stream(declaration.path("classes")).map(each -> row(rule, each)).toList();
        List<StageRow> stages =
                stream(declaration.path("stages")).map(Result::stage).toList();
        List<String> elected = texts(declaration.path("elected"));
        Map<String, JsonNode> current = current(file);
        int of = file.path("electorate").size();
        return new Result(
                sentences(rule, declaration, classes, elected, current.size(), of),
                classes,
                charts(rule, classes, stages, electors),
                elected,
                stages,
                rule.secret() ? List.of() : votes(current, electors),
                current.size(),
                of);
    }

    /** All figures, one to a line. */
    List<Line> lines() {
        var lines = new ArrayList<Line>();
        classes.forEach(each -> each.tallies()
                .forEach(tally -> lines.add(new Line(each.name(), tally.choice(), tally.weight(), each.reached()))));
        stages.forEach(each -> each.votes()
                .forEach(tally -> lines.add(new Line("Stage " + each.stage(), tally.choice(), tally.weight(), null))));
        return lines;
    }

    private static ClassRow row(VotingRule rule, JsonNode result) {
        String name = result.path("name").asText();
        var tallies = new ArrayList<Tally>();
        if (result.has("options")) {
            result.path("options")
                    .properties()
                    .forEach(option -> tallies.add(
                            new Tally(option.getKey(), option.getValue().asText())));
        } else {
            tallies.add(new Tally("For", result.path("for").asText("0")));
            tallies.add(new Tally("Against", result.path("against").asText("0")));
        }
        tallies.add(new Tally("Abstained", result.path("abstain").asText("0")));
        return new ClassRow(
                RuleWords.name(name),
                tallies,
                result.path("base").asText("0"),
                rule(rule, name).map(RuleWords::needed).orElse(""),
                result.path("reached").asBoolean());
    }

    private static StageRow stage(JsonNode stage) {
        var votes = new ArrayList<Tally>();
        stage.path("votes")
                .properties()
                .forEach(vote ->
                        votes.add(new Tally(vote.getKey(), vote.getValue().asText())));
        return new StageRow(
                stage.path("stage").asInt(),
                stage.path("action").asText(),
                stage.path("candidate").asText(null),
                votes,
                stage.path("exhausted").asText("0"),
                stage.path("quota").asText("0"));
    }

    private static List<String> sentences(
            VotingRule rule, JsonNode declaration, List<ClassRow> classes, List<String> elected, int voted, int of) {
        var sentences = new ArrayList<String>();
        String chosen = declaration.path("chosen").asText(null);
        boolean quorum = declaration.path("quorumMet").asBoolean();
        if (!elected.isEmpty()) {
            sentences.add("Elected: " + String.join(", ", elected) + ".");
        } else if (chosen != null && quorum) {
            sentences.add("Chosen: " + chosen + ".");
        } else {
            sentences.add("The motion was %s."
                    .formatted(BallotWords.outcome(declaration.path("outcome").asText())));
        }
        sentences.add("%d of %s voted%s."
                .formatted(
                        voted,
                        RuleWords.unit(rule).of(of),
                        rule.quorum().isEmpty()
                                ? ""
                                : quorum ? ", enough for the quorum" : ", too few for the quorum"));
        for (ClassRow each : classes) {
            Tally most = each.tallies().getFirst();
            boolean motion = most.choice().equals("For");
            sentences.add("%s: %s; needed was %s, which was %sreached."
                    .formatted(
                            each.name(),
                            motion
                                    ? "%s of %s for"
                                            .formatted(Numerals.numeral(most.weight()), Numerals.numeral(each.base()))
                                    : each.tallies().stream()
                                            .map(tally -> tally.choice() + " " + Numerals.numeral(tally.weight()))
                                            .reduce((one, other) -> one + ", " + other)
                                            .orElse(""),
                            each.needed(),
                            each.reached() ? "" : "not "));
        }
        return sentences;
    }

    private static List<BarChart> charts(
            VotingRule rule, List<ClassRow> classes, List<StageRow> stages, List<Elector> electors) {
        if (!stages.isEmpty()) {
            return List.of(new BarChart(
                    "First preferences",
                    new Unit("vote", "votes"),
                    "Candidate",
                    bars(stages.getFirst().votes())));
        }
        return classes.stream()
                .map(each -> {
                    ClassRule known = rule.classes().stream()
                            .filter(one -> RuleWords.name(one.name()).equals(each.name()))
                            .findFirst()
                            .orElse(null);
                    var bars = new ArrayList<>(bars(each.tallies()));
                    if (known != null && !electors.isEmpty()) {
                        bars.add(new Bar("Did not vote", silent(known.name(), electors)));
                    }
                    return new BarChart(
                            "Votes in the class " + each.name().toLowerCase(Locale.UK),
                            known == null ? new Unit("vote", "votes") : RuleWords.unit(known.franchise()),
                            "Choice",
                            bars);
                })
                .toList();
    }

    private static List<Bar> bars(List<Tally> tallies) {
        return tallies.stream()
                .map(tally -> new Bar(tally.choice(), Numerals.whole(tally.weight())))
                .toList();
    }

    private static long silent(String votingClass, List<Elector> electors) {
        Predicate<Elector> counts = elector -> !elector.voted() && !elector.recused();
        Fraction sum = electors.stream()
                .filter(counts)
                .map(elector -> Fraction.parse(elector.weights().getOrDefault(votingClass, "0")))
                .reduce(Fraction.ZERO, Fraction::plus);
        return Numerals.whole(sum.toString());
    }

    /** Each voter's last vote; the file keeps all. */
    private static Map<String, JsonNode> current(JsonNode file) {
        var current = new LinkedHashMap<String, JsonNode>();
        stream(file.path("votes"))
                .filter(vote -> !vote.path("casting").asBoolean())
                .forEach(vote -> current.put(vote.path("voter").asText(), vote));
        return current;
    }

    private static List<VoteRow> votes(Map<String, JsonNode> current, List<Elector> electors) {
        return current.entrySet().stream()
                .map(vote -> new VoteRow(
                        vote.getKey(),
                        electors.stream()
                                .filter(elector -> elector.voter().equals(vote.getKey()))
                                .map(Elector::name)
                                .findFirst()
                                .orElse(vote.getKey()),
                        BallotWords.choice(texts(vote.getValue().path("choice")))))
                .toList();
    }

    private static Optional<ClassRule> rule(VotingRule rule, String name) {
        return rule.classes().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** A choice is one text, or a list of them where candidates are ranked. */
    private static List<String> texts(JsonNode node) {
        return node.isArray()
                ? stream(node).map(JsonNode::asText).toList()
                : node.isTextual() ? List.of(node.asText()) : List.of();
    }
}
