package org.folkmoot.portal.group;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.group.CharterForm.Part;
import org.folkmoot.portal.group.CharterForm.QuestionFields;
import org.folkmoot.portal.rule.RuleWords;
import org.folkmoot.portal.service.Ballots.ClassRule;
import org.folkmoot.portal.service.Ballots.Quorum;
import org.folkmoot.portal.service.Ballots.VotingRule;
import org.folkmoot.portal.service.Groups.Charter;
import org.folkmoot.portal.service.Groups.QuestionRule;
import org.folkmoot.portal.service.Groups.SeatRule;
import org.folkmoot.portal.service.Groups.StandingShare;

/** The constitution that answers make, as far as they make sense. */
record EnteredCharter(CharterForm form) {

    private Entered entered() {
        return form.form().entered();
    }

    /** What was entered, as far as it makes sense. */
    Charter charter() {
        Entered entered = entered();
        return new Charter(
                seatRules(),
                form.decided().stream()
                        .map(question -> new QuestionRule(question.code(), rule(question)))
                        .toList(),
                form.shares().stream()
                        .filter(share -> !entered.text(share.field("atLeast")).isEmpty())
                        .map(share -> new StandingShare(
                                share.of(), entered.text(share.field("atLeast")), strict(share.field("strict"))))
                        .toList(),
                entered.number("mandateMonths").orElse(0),
                entered.text("annulledBy"));
    }

    private List<SeatRule> seatRules() {
        var rules = new LinkedHashMap<String, SeatRule>();
        for (Part seat : form.seats()) {
            String name = entered().text(seat.field("name"));
            String entered = entered().text(seat.field("key"));
            String key = entered.isEmpty() ? key(name, rules.size()) : entered;
            String free = Stream.concat(Stream.of(key), freeKeys(key, rules.size()))
                    .filter(each -> !rules.containsKey(each))
                    .findFirst()
                    .orElseThrow();
            rules.put(
                    free,
                    new SeatRule(
                            free,
                            name,
                            entered().text(seat.field("kind")),
                            entered().codes(seat.field("codes")),
                            entered().number(seat.field("months")).orElse(0)));
        }
        return List.copyOf(rules.values());
    }

    private VotingRule rule(QuestionFields question) {
        Entered entered = entered();
        var classes = new ArrayList<ClassRule>();
        for (Part part : question.classes()) {
            String franchise = entered.text(part.field("franchise"));
            if (!franchise.isEmpty()) {
                classes.add(new ClassRule(
                        name(entered.text(part.field("name")), franchise),
                        franchise,
                        entered.text(part.field("atLeast")),
                        strict(part.field("strict")),
                        entered.text(part.field("base")),
                        entered.number(part.field("leastFor")).orElse(0)));
            }
        }
        var quorum = new ArrayList<Quorum>();
        for (Part part : question.quorums()) {
            String measure = entered.text(part.field("measure"));
            if (!measure.isEmpty()) {
                quorum.add(new Quorum(
                        measure,
                        entered.orNull(part.field("class")),
                        entered.text(part.field("atLeast")),
                        strict(part.field("strict")),
                        entered.ticked(part.field("abstentions"))));
            }
        }
        return new VotingRule(
                classes,
                quorum,
                entered.text(question.part().field("tie")),
                entered.text(question.part().field("visibility")),
                question.code().equals("seat") ? entered.orNull(question.part().field("transfer")) : null);
    }

    private boolean strict(String field) {
        return entered().text(field).equals("more");
    }

    /** A class that has a name of its own keeps it. */
    private static String name(String own, String franchise) {
        boolean usual =
                RuleWords.FRANCHISES.stream().anyMatch(each -> name(each.code()).equals(own));
        return own.isEmpty() || usual ? name(franchise) : own;
    }

    /** A class is called after whom it counts. */
    private static String name(String franchise) {
        return switch (franchise) {
            case "registered-list" -> "patients";
            case "adjusted-list" -> "weighted-patients";
            case "one-per-pcn" -> "pcns";
            case "seats" -> "seats";
            default -> "practices";
        };
    }

    /** A key for a seat of that name: letters, digits and hyphens, beginning with a letter. */
    private static String key(String name, int place) {
        String key = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
        return key.length() < 2 ? "seat-" + place : key.substring(0, Math.min(key.length(), 36));
    }

    /** Keys like that one, one after the other. */
    private static Stream<String> freeKeys(String key, int from) {
        return IntStream.iterate(from, at -> at + 1).mapToObj(at -> key + "-" + at);
    }
}
