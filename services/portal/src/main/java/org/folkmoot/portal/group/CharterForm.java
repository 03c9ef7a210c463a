package org.folkmoot.portal.group;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.group.CharterPage.Topic;
import org.folkmoot.portal.rule.RuleWords;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Groups.Charter;
import org.folkmoot.portal.service.Groups.Footprint;
import org.folkmoot.portal.service.Groups.NewConstitution;

/**
 * The answers about a constitution: seats one by one, and for each kind of question up to two majorities and two quorums. A
 * constitution that has more cannot be written with this form.
 *
 * @param form all answers, and what is wrong with those of a page
 */
public record CharterForm(Form form) {

    /** The field that holds the kinds of question on which the group decides. */
    static final String QUESTIONS = "questions";

    /** The kind of footprint that is made of places, and the field in which they are chosen. */
    static final String PLACES = "places";

    /** How many majorities a kind of question can have. */
    static final int CLASSES = 2;

    /** How many quorums. */
    static final int QUORUMS = 2;

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

    /** What can be seen to be wrong on a page without asking the service. */
    FormErrors mistakes(CharterPage page) {
        return new CharterMistakes(this).of(page);
    }

    /** What was entered, as far as it makes sense. */
    Charter charter() {
        return new EnteredCharter(this).charter();
    }

    /** The constitution that was entered; ask for mistakes first. */
    NewConstitution constitution() {
        return new NewConstitution(
                charter(), form.entered().day("effectiveFrom").orElseThrow(), form.text("reason"));
    }

    /** Whose practices the group speaks for; ask for mistakes first. */
    Footprint footprint() {
        String kind = form.text("kind");
        List<String> codes = switch (kind) {
            case "ics" -> List.of();
            case PLACES -> form.entered().all(PLACES);
            default -> form.entered().codes("codes");
        };
        return new Footprint(kind, codes);
    }

    /** Whether it speaks for all practices of the ICS, and so for none by its code. */
    boolean isOfTheIcs() {
        return form.text("kind").equals("ics");
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

    static Part seat(int at) {
        return new Part("seat-" + at);
    }

    private static List<Part> parts(String prefix, int number) {
        return IntStream.range(0, number)
                .mapToObj(at -> new Part(prefix + "-" + at))
                .toList();
    }
}
