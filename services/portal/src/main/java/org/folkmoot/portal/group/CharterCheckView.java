package org.folkmoot.portal.group;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.RoleName;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.group.CharterForm.QuestionFields;
import org.folkmoot.portal.group.CharterPage.Topic;
import org.folkmoot.portal.rule.RuleWords;
import org.folkmoot.portal.service.Groups.Charter;
import org.folkmoot.portal.service.Groups.QuestionRule;
import org.folkmoot.portal.service.Groups.StandingShare;
import org.jspecify.annotations.Nullable;

/**
 * The last page of the form for a constitution: all answers, each with the way to change it.
 *
 * @param way from where to where the form leads
 * @param names of those for whose practices the group is to speak, with their codes, by code
 * @param fits whether the form has a place for all that the version in force says
 * @param mistakes what is wrong, each with the page on which it can be mended
 * @param notice what else there is to say
 */
public record CharterCheckView(
        CharterWay way,
        CharterForm charter,
        Map<String, String> names,
        boolean fits,
        List<MistakeLine> mistakes,
        @Nullable CharterNotice notice) {

    private static final String NOTHING = "Not answered yet";

    /**
     * Something that is wrong.
     *
     * @param href where it can be mended; null when there is no such page
     */
    public record MistakeLine(String text, @Nullable String href) {}

    /**
     * An answer in words, and where it is changed.
     *
     * @param about what it answers, for whoever hears the link alone
     */
    public record Answer(String question, List<String> words, String about, String href) {}

    /** What is answered about one kind of question. */
    public record Question(String words, List<Answer> answers) {}

    public CharterCheckView {
        mistakes = List.copyOf(mistakes);
    }

    /** What the group is; nothing where it is there already. */
    public List<Answer> group() {
        return way.group() != null
                ? List.of()
                : List.of(
                        answer("Name", one(charter.form().text("name")), CharterPage.about(Topic.NAME)),
                        answer("Speaks for", one(footprint()), CharterPage.about(Topic.FOOTPRINT)));
    }

    /** From when the constitution holds, and why. */
    public List<Answer> start() {
        Entered entered = charter.form().entered();
        CharterPage page = CharterPage.about(Topic.START);
        return List.of(
                answer(
                        "First day",
                        one(entered.day("effectiveFrom").map(Words::words).orElse("")),
                        page),
                answer("Why", one(entered.text("reason")), page));
    }

    /** What holds for the group as a whole. */
    public List<Answer> whole() {
        Charter said = charter.charter();
        CharterPage mandates = CharterPage.about(Topic.MANDATES);
        return List.of(
                answer(
                        "Seats",
                        SeatLine.of(charter, way).stream()
                                .map(seat -> seat.name() + ": " + seat.words())
                                .toList(),
                        CharterPage.about(Topic.SEATS)),
                answer(
                        "It decides on",
                        charter.decided().stream().map(QuestionFields::words).toList(),
                        CharterPage.about(Topic.QUESTIONS)),
                answer("It is mandated by", standing(said), CharterPage.about(Topic.STANDING)),
                answer(
                        "A mandate may last",
                        one(said.mandateMonths() == 0 ? "" : Words.counted(said.mandateMonths(), "month", "months")),
                        mandates),
                answer("Who may annul a ballot", one(RoleName.words(List.of(said.annulledBy()))), mandates));
    }

    /** How each kind of question is decided. */
    public List<Question> questions() {
        return charter.charter().questions().stream().map(this::question).toList();
    }

    private Question question(QuestionRule decided) {
        String code = decided.question();
        RuleWords words = RuleWords.of(decided.rule(), code.equals("seat"));
        return new Question(
                RuleWords.question(code),
                List.of(
                        answer(
                                "Needed",
                                words.classes().stream()
                                        .map(each -> each.who() + ": " + each.needed())
                                        .toList(),
                                new CharterPage(Topic.MAJORITY, code)),
                        answer(
                                "Quorum",
                                words.quorum().isEmpty() ? List.of("No quorum is needed") : words.quorum(),
                                new CharterPage(Topic.QUORUM, code)),
                        answer(
                                "Counting",
                                words.transfer() == null
                                        ? List.of(words.tie(), words.visibility())
                                        : List.of(words.tie(), words.visibility(), words.transfer()),
                                new CharterPage(Topic.COUNTING, code))));
    }

    private Answer answer(String question, List<String> words, CharterPage page) {
        return new Answer(
                question,
                words.isEmpty() ? List.of(NOTHING) : words,
                page.question().isEmpty() ? question : question + ": " + page.question(),
                way.toChange(page).href());
    }

    private String footprint() {
        String kind = charter.form().text("kind");
        String words = kind.isEmpty() ? "" : GroupWords.words(GroupWords.FOOTPRINTS, kind);
        String codes = charter.footprint().codes().stream()
                .map(code -> names.getOrDefault(code, code))
                .collect(Collectors.joining(", "));
        return codes.isEmpty() ? words : words + ": " + codes;
    }

    private static List<String> standing(Charter said) {
        return said.standing().isEmpty()
                ? List.of("Nothing beyond a mandate")
                : said.standing().stream().map(StandingShare::words).toList();
    }

    private static List<String> one(String words) {
        return words.isEmpty() ? List.of() : List.of(words);
    }
}
