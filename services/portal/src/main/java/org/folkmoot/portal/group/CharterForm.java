package org.folkmoot.portal.group;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.rule.RuleWords;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Ballots.ClassRule;
import org.folkmoot.portal.service.Ballots.Quorum;
import org.folkmoot.portal.service.Ballots.VotingRule;
import org.folkmoot.portal.service.Groups.Charter;
import org.folkmoot.portal.service.Groups.NewConstitution;
import org.folkmoot.portal.service.Groups.QuestionRule;
import org.folkmoot.portal.service.Groups.SeatRule;
import org.folkmoot.portal.service.Groups.StandingShare;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a constitution: seats row by row, and for each kind of question up to two majorities and two quorums. A
 * constitution that has more cannot be written with this form.
 *
 * @param form as entered
 * @param seatRows how many rows for seats it has
 */
public record CharterForm(Form form, int seatRows) {

    private static final int CLASSES = 2;
    private static final int QUORUMS = 2;
    private static final int SPARE_ROWS = 4;

    /** Fields that belong together: their names begin alike. */
    public record Part(String prefix) {

        /** The name of one of them. */
        public String field(String name) {
            return prefix + "-" + name;
        }
    }

    /** The fields of a kind of question. */
    public record QuestionFields(String code, String words, Part part, List<Part> classes, List<Part> quorums) {}

    static CharterForm of(Form form) {
        int filled = (int) IntStream.iterate(0, at -> at + 1)
                .takeWhile(at -> form.entered().fields().containsKey(seat(at).field("name")))
                .count();
        return new CharterForm(
                form,
                Math.max(filled, SPARE_ROWS) + (form.entered().text("step").equals("more") ? SPARE_ROWS : 0));
    }

    /** The rows for seats. */
    public List<Part> seats() {
        return IntStream.range(0, seatRows).mapToObj(CharterForm::seat).toList();
    }

    /** The kinds of question. */
    public List<QuestionFields> questions() {
        return RuleWords.QUESTIONS.stream()
                .map(question -> new QuestionFields(
                        question.code(),
                        question.words(),
                        new Part(question.code()),
                        parts(question.code() + "-class", CLASSES),
                        parts(question.code() + "-quorum", QUORUMS)))
                .toList();
    }

    public List<Named> kinds() {
        return GroupWords.SEATS;
    }

    public List<Named> franchises() {
        return RuleWords.FRANCHISES;
    }

    public List<Named> bases() {
        return RuleWords.BASES;
    }

    public List<Named> ties() {
        return RuleWords.TIES;
    }

    public List<Named> visibilities() {
        return RuleWords.VISIBILITIES;
    }

    public List<Named> transfers() {
        return RuleWords.TRANSFERS;
    }

    /** A share of which standing may ask. */
    public record ShareFields(String of) {

        /** The name of one of its fields. */
        public String field(String name) {
            return "standing-" + of + "-" + name;
        }

        /** What the first field is called. */
        public String label() {
            return "Of its " + words();
        }

        /** What the second field is called. */
        public String shareLabel() {
            return "Share of " + words();
        }

        private String words() {
            return of.equals("pcns") ? "PCNs" : of;
        }
    }

    /** The shares of which standing may ask. */
    public List<ShareFields> shares() {
        return List.of(new ShareFields("practices"), new ShareFields("patients"), new ShareFields("pcns"));
    }

    /** Whether the form has a place for all that a constitution says. */
    static boolean fits(Charter charter) {
        return charter.questions().stream()
                .map(QuestionRule::rule)
                .allMatch(rule ->
                        rule.classes().size() <= CLASSES && rule.quorum().size() <= QUORUMS);
    }

    /** What a first constitution may look like: one vote for each practice, and a mandate that patients carry too. */
    static Entered usual(LocalDate from) {
        var half = new ClassRule("practices", "one-per-practice", "1/2", true, "for-and-against", 0);
        var quorum = new Quorum("head", null, "1/2", true, true);
        var ordinary = new VotingRule(List.of(half), List.of(quorum), "lost", "open-after", null);
        var mandate = new VotingRule(
                List.of(
                        new ClassRule("practices", "one-per-practice", "2/3", false, "for-and-against", 0),
                        new ClassRule("patients", "registered-list", "1/2", true, "electorate", 0)),
                List.of(quorum),
                "lost",
                "open-after",
                null);
        var seat = new VotingRule(
                List.of(new ClassRule("practices", "one-per-practice", "0", false, "cast", 0)),
                List.of(),
                "lot",
                "secret",
                "weighted-inclusive-gregory");
        return of(
                new Charter(
                        List.of(new SeatRule("chair", "Chair", "chair", List.of(), 36)),
                        List.of(
                                new QuestionRule("ordinary", ordinary),
                                new QuestionRule("mandate", mandate),
                                new QuestionRule("purpose", ordinary),
                                new QuestionRule("power", ordinary),
                                new QuestionRule("seat", seat)),
                        List.of(new StandingShare("practices", "1/2", true)),
                        24,
                        "group-secretary"),
                from);
    }

    /** A constitution in the form's fields. */
    static Entered of(Charter charter, LocalDate from) {
        Entered entered = Entered.NOTHING
                .withDay("effectiveFrom", from)
                .with("mandateMonths", charter.mandateMonths())
                .with("annulledBy", charter.annulledBy());
        for (int at = 0; at < charter.seats().size(); at++) {
            SeatRule rule = charter.seats().get(at);
            Part part = seat(at);
            entered = entered.with(part.field("key"), rule.seat())
                    .with(part.field("name"), rule.name())
                    .with(part.field("kind"), rule.kind())
                    .with(part.field("codes"), String.join(", ", rule.constituency()))
                    .with(part.field("months"), rule.termMonths());
        }
        for (QuestionRule question : charter.questions()) {
            entered = entered(entered, question.question(), question.rule());
        }
        for (StandingShare share : charter.standing()) {
            entered = entered.with("standing-" + share.of() + "-atLeast", share.atLeast())
                    .with("standing-" + share.of() + "-strict", word(share.strict()));
        }
        return entered;
    }

    private static Entered entered(Entered before, String question, VotingRule rule) {
        Entered entered = before.with(question + "-on", "yes")
                .with(question + "-tie", rule.tie())
                .with(question + "-visibility", rule.visibility())
                .with(question + "-transfer", rule.transfer());
        for (int at = 0; at < Math.min(CLASSES, rule.classes().size()); at++) {
            ClassRule each = rule.classes().get(at);
            Part part = new Part(question + "-class-" + at);
            entered = entered.with(part.field("name"), each.name())
                    .with(part.field("franchise"), each.franchise())
                    .with(part.field("atLeast"), each.atLeast())
                    .with(part.field("strict"), word(each.strict()))
                    .with(part.field("base"), each.base())
                    .with(part.field("leastFor"), each.leastFor());
        }
        for (int at = 0; at < Math.min(QUORUMS, rule.quorum().size()); at++) {
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

    /** What can be seen without asking the service. */
    FormErrors mistakes() {
        Entered entered = form.entered();
        FormErrors errors = FormErrors.NONE;
        if (entered.day("effectiveFrom").isEmpty()) {
            errors = errors.and("effectiveFrom-day", "The first day must be a real date, such as 1 4 2027");
        }
        if (entered.text("reason").isEmpty()) {
            errors = errors.and("reason", "Enter the reason");
        }
        if (entered.number("mandateMonths").isEmpty()) {
            errors = errors.and("mandateMonths", "How long a mandate may last must be a number of months");
        }
        for (Part seat : seats()) {
            boolean named = !entered.text(seat.field("name")).isEmpty();
            if (!named && anyOf(seat, "codes", "months")) {
                errors = errors.and(seat.field("name"), "Enter the name of the seat, or leave its row empty");
            }
            if (named && entered.number(seat.field("months")).isEmpty()) {
                errors = errors.and(seat.field("months"), "The term of a seat must be a number of months");
            }
        }
        for (QuestionFields question : questions()) {
            errors = entered.ticked(question.part().field("on")) ? mistakes(question, errors) : errors;
        }
        return errors;
    }

    /** A row that is filled in part would be left out, and nobody would see it. */
    private FormErrors mistakes(QuestionFields question, FormErrors before) {
        Entered entered = form.entered();
        FormErrors errors = before;
        for (Part part : question.classes()) {
            String least = entered.text(part.field("leastFor"));
            boolean used = !entered.text(part.field("franchise")).isEmpty();
            if (!used && (anyOf(part, "atLeast") || !(least.isEmpty() || least.equals("0")))) {
                errors = errors.and(
                        part.field("franchise"),
                        question.words() + ": choose who votes, or clear the fields of that majority");
            }
            if (used
                    && !least.isEmpty()
                    && entered.number(part.field("leastFor")).isEmpty()) {
                errors = errors.and(
                        part.field("leastFor"),
                        question.words() + ": how many voters must be for it must be a whole number, or nothing");
            }
        }
        for (Part part : question.quorums()) {
            if (entered.text(part.field("measure")).isEmpty() && anyOf(part, "atLeast", "class", "abstentions")) {
                errors = errors.and(
                        part.field("measure"),
                        question.words() + ": choose what the quorum counts, or clear its fields");
            }
        }
        return errors;
    }

    private boolean anyOf(Part part, String... names) {
        return Arrays.stream(names)
                .anyMatch(name -> !form.entered().text(part.field(name)).isEmpty());
    }

    /** The constitution that was entered; ask for mistakes first. */
    NewConstitution constitution() {
        Entered entered = form.entered();
        return new NewConstitution(
                new Charter(
                        seatRules(),
                        questions().stream()
                                .filter(question ->
                                        entered.ticked(question.part().field("on")))
                                .map(question -> new QuestionRule(question.code(), rule(question)))
                                .toList(),
                        shares().stream()
                                .filter(share ->
                                        !entered.text(share.field("atLeast")).isEmpty())
                                .map(share -> new StandingShare(
                                        share.of(),
                                        entered.text(share.field("atLeast")),
                                        strict(share.field("strict"))))
                                .toList(),
                        entered.number("mandateMonths").orElse(0),
                        entered.text("annulledBy")),
                entered.day("effectiveFrom").orElseThrow(),
                entered.text("reason"));
    }

    private List<SeatRule> seatRules() {
        Entered entered = form.entered();
        var rules = new LinkedHashMap<String, SeatRule>();
        for (Part seat : seats()) {
            String name = entered.text(seat.field("name"));
            if (!name.isEmpty()) {
                String key = entered.text(seat.field("key"));
                String free = key.isEmpty() ? key(name, rules.size()) : key;
                rules.put(
                        rules.containsKey(free) ? free + "-" + rules.size() : free,
                        new SeatRule(
                                rules.containsKey(free) ? free + "-" + rules.size() : free,
                                name,
                                entered.text(seat.field("kind")),
                                codes(entered.text(seat.field("codes"))),
                                entered.number(seat.field("months")).orElse(0)));
            }
        }
        return List.copyOf(rules.values());
    }

    private VotingRule rule(QuestionFields question) {
        Entered entered = form.entered();
        var classes = new ArrayList<ClassRule>();
        for (Part part : question.classes()) {
            String franchise = entered.text(part.field("franchise"));
            if (!franchise.isEmpty()) {
                String name = entered.text(part.field("name"));
                classes.add(new ClassRule(
                        name.isEmpty() ? name(franchise) : name,
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
        return form.entered().text(field).equals("more");
    }

    private static String word(boolean strict) {
        return strict ? "more" : "least";
    }

    static List<String> codes(String text) {
        return Arrays.stream(text.split("[\\s,;]+"))
                .filter(code -> !code.isEmpty())
                .map(code -> code.toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
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
    private static String key(@Nullable String name, int place) {
        String key = (name == null ? "" : name)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        return key.length() < 2 ? "seat-" + place : key.substring(0, Math.min(key.length(), 36));
    }

    private static Part seat(int at) {
        return new Part("seat-" + at);
    }

    private static List<Part> parts(String prefix, int number) {
        return IntStream.range(0, number)
                .mapToObj(at -> new Part(prefix + "-" + at))
                .toList();
    }
}
