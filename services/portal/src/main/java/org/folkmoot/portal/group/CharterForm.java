package org.folkmoot.portal.group;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.group.CharterPage.Topic;
import org.folkmoot.portal.rule.RuleWords;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Ballots.ClassRule;
import org.folkmoot.portal.service.Ballots.Quorum;
import org.folkmoot.portal.service.Ballots.VotingRule;
import org.folkmoot.portal.service.Groups.Charter;
import org.folkmoot.portal.service.Groups.Footprint;
import org.folkmoot.portal.service.Groups.NewConstitution;
import org.folkmoot.portal.service.Groups.QuestionRule;
import org.folkmoot.portal.service.Groups.SeatRule;
import org.folkmoot.portal.service.Groups.StandingShare;

/**
 * The answers about a constitution: seats one by one, and for each kind of question up to two majorities and two quorums. A
 * constitution that has more cannot be written with this form.
 *
 * @param form all answers, and what is wrong with those of a page
 */
public record CharterForm(Form form) {

    /** The field that holds the kinds of question on which the group decides. */
    static final String QUESTIONS = "questions";

    private static final int CLASSES = 2;
    private static final int QUORUMS = 2;

    /** Fields that belong together: their names begin alike. */
    public record Part(String prefix) {

        /** The name of one of them. */
        public String field(String name) {
            return prefix + "-" + name;
        }
    }

    /** The fields of a kind of question. */
    public record QuestionFields(String code, String words, Part part, List<Part> classes, List<Part> quorums) {}

    static CharterForm of(Entered entered) {
        return new CharterForm(Form.of(entered));
    }

    /** The seats that have been entered. */
    public List<Part> seats() {
        return IntStream.iterate(0, at -> at + 1)
                .takeWhile(at -> form.entered().fields().containsKey(seat(at).field("name")))
                .mapToObj(CharterForm::seat)
                .toList();
    }

    /** The fields of the seat at that place. */
    public Part seatAt(String place) {
        return new Part("seat-" + place);
    }

    /** The kinds of question. */
    public List<QuestionFields> questions() {
        return RuleWords.QUESTIONS.stream().map(CharterForm::fieldsOf).toList();
    }

    /** The kinds of question on which the group decides. */
    List<QuestionFields> decided() {
        return questions().stream()
                .filter(question -> form.chosen(QUESTIONS, question.code()))
                .toList();
    }

    /** The fields of that kind of question. */
    public QuestionFields question(String code) {
        return questions().stream()
                .filter(question -> question.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static QuestionFields fieldsOf(Named question) {
        return new QuestionFields(
                question.code(),
                question.words(),
                new Part(question.code()),
                parts(question.code() + "-class", CLASSES),
                parts(question.code() + "-quorum", QUORUMS));
    }

    /** Whether anything is entered in that field of those that belong together. */
    public boolean filled(Part part, String field) {
        return !form.text(part.field(field)).isEmpty();
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
                        QUESTIONS,
                        charter.questions().stream().map(QuestionRule::question).toList()));
        for (int at = 0; at < charter.seats().size(); at++) {
            SeatRule rule = charter.seats().get(at);
            Part part = seat(at);
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
        for (int at = place; at < of(entered).seats().size(); at++) {
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

    /** What can be seen to be wrong on a page without asking the service. */
    FormErrors mistakes(CharterPage page) {
        Entered entered = form.entered();
        return switch (page.topic()) {
            case NAME ->
                entered.text("name").isEmpty() ? FormErrors.of("name", "Enter the name of the group") : FormErrors.NONE;
            case FOOTPRINT -> mistakesOfFootprint();
            case SEAT -> mistakes(seatAt(page.of()));
            case QUESTIONS ->
                decided().isEmpty() ? FormErrors.of(QUESTIONS, "Choose on what the group decides") : FormErrors.NONE;
            case MAJORITY -> mistakesOfMajority(question(page.of()));
            case QUORUM -> mistakesOfQuorum(question(page.of()));
            case MANDATES ->
                entered.number("mandateMonths").isEmpty()
                        ? FormErrors.of("mandateMonths", "How long a mandate may last must be a number of months")
                        : FormErrors.NONE;
            case START -> mistakesOfStart();
            case SEATS, COUNTING, STANDING, CHECK -> FormErrors.NONE;
        };
    }

    private FormErrors mistakesOfFootprint() {
        Entered entered = form.entered();
        if (entered.text("kind").isEmpty()) {
            return FormErrors.of("kind", "Choose whose practices it speaks for");
        }
        return !isOfTheIcs() && codes(entered.text("codes")).isEmpty()
                ? FormErrors.of("codes", "Enter the ODS codes of those for whom it speaks")
                : FormErrors.NONE;
    }

    private FormErrors mistakes(Part seat) {
        Entered entered = form.entered();
        FormErrors errors = FormErrors.NONE;
        if (entered.text(seat.field("name")).isEmpty()) {
            errors = errors.and(seat.field("name"), "Enter the name of the seat");
        }
        if (entered.number(seat.field("months")).isEmpty()) {
            errors = errors.and(seat.field("months"), "The term of a seat must be a number of months");
        }
        return errors;
    }

    private FormErrors mistakesOfStart() {
        Entered entered = form.entered();
        FormErrors errors = FormErrors.NONE;
        if (entered.day("effectiveFrom").isEmpty()) {
            errors = errors.and("effectiveFrom-day", "The first day must be a real date, such as 1 4 2027");
        }
        if (entered.text("reason").isEmpty()) {
            errors = errors.and("reason", "Enter the reason");
        }
        return errors;
    }

    /** What is filled in part would be left out, and nobody would see it. */
    private FormErrors mistakesOfMajority(QuestionFields question) {
        Entered entered = form.entered();
        FormErrors errors = FormErrors.NONE;
        for (Part part : question.classes()) {
            String least = entered.text(part.field("leastFor"));
            boolean used = !entered.text(part.field("franchise")).isEmpty();
            boolean first = part.equals(question.classes().getFirst());
            if (!used && (first || anyOf(part, "atLeast") || !(least.isEmpty() || least.equals("0")))) {
                errors = errors.and(
                        part.field("franchise"),
                        first ? "Choose who votes" : "Choose who votes, or clear the fields of the second majority");
            }
            if (used && entered.text(part.field("atLeast")).isEmpty()) {
                errors = errors.and(part.field("atLeast"), "Enter the share that is needed, such as 1/2");
            }
            if (used
                    && !least.isEmpty()
                    && entered.number(part.field("leastFor")).isEmpty()) {
                errors = errors.and(
                        part.field("leastFor"), "How many voters must be for it must be a whole number, or nothing");
            }
        }
        return errors;
    }

    private FormErrors mistakesOfQuorum(QuestionFields question) {
        FormErrors errors = FormErrors.NONE;
        for (Part part : question.quorums()) {
            boolean used = filled(part, "measure");
            if (!used && anyOf(part, "atLeast", "class", "abstentions")) {
                errors = errors.and(part.field("measure"), "Choose what the quorum counts, or clear its fields");
            }
            if (used && !filled(part, "atLeast")) {
                errors = errors.and(part.field("atLeast"), "Enter how much is needed, such as 1/2 or 10");
            }
        }
        return errors;
    }

    /** Every page that has something to answer, with these answers. */
    List<CharterPage> pages(List<CharterPage> order) {
        return Stream.of(
                        order.stream(),
                        IntStream.range(0, seats().size()).mapToObj(CharterPage::seat),
                        Stream.of(Topic.QUESTIONS, Topic.STANDING, Topic.MANDATES)
                                .map(CharterPage::about),
                        decided().stream()
                                .flatMap(question -> Stream.of(Topic.MAJORITY, Topic.QUORUM, Topic.COUNTING)
                                        .map(topic -> new CharterPage(topic, question.code()))))
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    private boolean isOfTheIcs() {
        return form.text("kind").equals("ics");
    }

    /** Whose practices the group speaks for; ask for mistakes first. */
    Footprint footprint() {
        return new Footprint(form.text("kind"), isOfTheIcs() ? List.of() : codes(form.text("codes")));
    }

    private boolean anyOf(Part part, String... names) {
        return Arrays.stream(names)
                .anyMatch(name -> !form.entered().text(part.field(name)).isEmpty());
    }

    /** The constitution that was entered; ask for mistakes first. */
    NewConstitution constitution() {
        return new NewConstitution(
                charter(), form.entered().day("effectiveFrom").orElseThrow(), form.text("reason"));
    }

    /** What was entered, as far as it makes sense. */
    Charter charter() {
        Entered entered = form.entered();
        return new Charter(
                seatRules(),
                decided().stream()
                        .map(question -> new QuestionRule(question.code(), rule(question)))
                        .toList(),
                shares().stream()
                        .filter(share -> !entered.text(share.field("atLeast")).isEmpty())
                        .map(share -> new StandingShare(
                                share.of(), entered.text(share.field("atLeast")), strict(share.field("strict"))))
                        .toList(),
                entered.number("mandateMonths").orElse(0),
                entered.text("annulledBy"));
    }

    private List<SeatRule> seatRules() {
        var rules = new LinkedHashMap<String, SeatRule>();
        for (Part seat : seats()) {
            String name = form.text(seat.field("name"));
            String entered = form.text(seat.field("key"));
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
                            form.text(seat.field("kind")),
                            codes(form.text(seat.field("codes"))),
                            form.entered().number(seat.field("months")).orElse(0)));
        }
        return List.copyOf(rules.values());
    }

    private VotingRule rule(QuestionFields question) {
        Entered entered = form.entered();
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

    private static Part seat(int at) {
        return new Part("seat-" + at);
    }

    private static List<Part> parts(String prefix, int number) {
        return IntStream.range(0, number)
                .mapToObj(at -> new Part(prefix + "-" + at))
                .toList();
    }
}
