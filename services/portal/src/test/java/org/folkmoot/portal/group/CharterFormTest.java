package org.folkmoot.portal.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.FormErrors.Mistake;
import org.folkmoot.portal.group.CharterPage.Topic;
import org.folkmoot.portal.service.Ballots.ClassRule;
import org.folkmoot.portal.service.Groups.QuestionRule;
import org.folkmoot.portal.service.Groups.SeatRule;
import org.junit.jupiter.api.Test;

class CharterFormTest {

    private static final LocalDate FROM = LocalDate.of(2027, 4, 1);

    private static final Entered USUAL = CharterFields.usual(FROM)
            .with("name", "Norfolk GP Voice")
            .with("kind", "ics")
            .with("reason", "One voice");

    @Test
    void the_usual_beginning_is_whole_and_comes_out_as_it_went_in() {
        // Given
        CharterForm form = CharterForm.of(USUAL);

        // When / Then
        assertThat(form.pages(CharterPage.order(null)))
                .allSatisfy(page -> assertThat(form.mistakes(page).all()).isEmpty());
        assertThat(CharterForm.of(CharterFields.of(form.charter(), FROM)).charter())
                .isEqualTo(form.charter());
    }

    @Test
    void a_question_that_is_added_has_a_usual_rule() {
        // Given
        Entered more = USUAL.with(Map.of("questions", List.of("operating-model")));

        // When
        List<QuestionRule> questions = CharterForm.of(more).charter().questions();

        // Then
        assertThat(questions).extracting(QuestionRule::question).containsExactly("operating-model");
        assertThat(questions.getFirst().rule().classes())
                .extracting(ClassRule::name)
                .containsExactly("practices", "patients");
    }

    @Test
    void a_class_that_counts_something_else_is_called_after_it() {
        // Given
        Entered other = USUAL.with("ordinary-class-0-franchise", "registered-list");
        Entered named = other.with("ordinary-class-0-name", "the-people");

        // When / Then
        assertThat(ordinary(other).name()).isEqualTo("patients");
        assertThat(ordinary(named).name()).isEqualTo("the-people");
    }

    @Test
    void seats_of_one_name_have_keys_of_their_own() {
        // Given
        Entered twice = seat(seat(USUAL, 1, "Coast & Broads"), 2, "Coast & Broads");

        // When / Then
        assertThat(CharterForm.of(twice).charter().seats())
                .extracting(SeatRule::seat)
                .containsExactly("chair", "coast-broads", "coast-broads-2");
    }

    @Test
    void a_seat_whose_key_would_be_that_of_another_is_not_lost() {
        // Given
        Entered alike = seat(seat(seat(USUAL, 1, "Member 3"), 2, "Member"), 3, "Member");

        // When / Then
        assertThat(CharterForm.of(alike).charter().seats())
                .extracting(SeatRule::seat)
                .containsExactly("chair", "member-3", "member", "member-4");
    }

    @Test
    void the_seats_after_one_that_is_removed_move_up() {
        // Given
        Entered three = seat(seat(USUAL, 1, "Coast"), 2, "Fens");

        // When / Then
        assertThat(names(CharterFields.withoutSeat(three, 0))).containsExactly("Coast", "Fens");
        assertThat(names(CharterFields.withoutSeat(three, 1))).containsExactly("Chair", "Fens");
        assertThat(names(CharterFields.withoutSeat(three, 2))).containsExactly("Chair", "Coast");
        assertThat(names(CharterFields.withoutSeat(three, 3))).containsExactly("Chair", "Coast", "Fens");
    }

    @Test
    void each_page_says_what_is_wrong_with_it() {
        assertThat(fields(USUAL.with("name", " "), CharterPage.about(Topic.NAME)))
                .containsExactly("name");
        assertThat(fields(USUAL.with("kind", "pcns"), CharterPage.about(Topic.FOOTPRINT)))
                .containsExactly("codes");
        assertThat(fields(USUAL.with("kind", "places").with("codes", "U12345"), CharterPage.about(Topic.FOOTPRINT)))
                .containsExactly("places");
        assertThat(fields(USUAL.with("kind", null), CharterPage.about(Topic.FOOTPRINT)))
                .containsExactly("kind");
        assertThat(fields(USUAL.with("seat-0-months", "many").with("seat-0-name", ""), CharterPage.seat(0)))
                .containsExactly("seat-0-name", "seat-0-months");
        assertThat(fields(USUAL.with("questions", null), CharterPage.about(Topic.QUESTIONS)))
                .containsExactly("questions");
        assertThat(fields(USUAL.with("mandateMonths", ""), CharterPage.about(Topic.MANDATES)))
                .containsExactly("mandateMonths");
        assertThat(fields(USUAL.with("reason", "").with("effectiveFrom-day", "32"), CharterPage.about(Topic.START)))
                .containsExactly("effectiveFrom-day", "reason");
    }

    @Test
    void what_is_filled_in_part_is_pointed_at_and_not_left_out() {
        var majority = new CharterPage(Topic.MAJORITY, "ordinary");
        var quorum = new CharterPage(Topic.QUORUM, "power");

        assertThat(fields(USUAL.with("ordinary-class-0-franchise", ""), majority))
                .containsExactly("ordinary-class-0-franchise");
        assertThat(fields(USUAL.with("ordinary-class-0-atLeast", ""), majority))
                .containsExactly("ordinary-class-0-atLeast");
        assertThat(fields(USUAL.with("ordinary-class-0-leastFor", "3x"), majority))
                .containsExactly("ordinary-class-0-leastFor");
        assertThat(fields(USUAL.with("ordinary-class-1-atLeast", "1/2"), majority))
                .containsExactly("ordinary-class-1-franchise");
        assertThat(fields(USUAL.with("power-quorum-1-class", "patients"), quorum))
                .containsExactly("power-quorum-1-measure");
        assertThat(fields(USUAL.with("power-quorum-0-atLeast", ""), quorum)).containsExactly("power-quorum-0-atLeast");
        assertThat(fields(
                        USUAL.with("power-quorum-0-measure", "")
                                .with("power-quorum-0-atLeast", "")
                                .with("power-quorum-0-abstentions", null),
                        quorum))
                .isEmpty();
    }

    private static Entered seat(Entered entered, int at, String name) {
        return entered.with("seat-" + at + "-name", name)
                .with("seat-" + at + "-kind", "pcn")
                .with("seat-" + at + "-months", 24);
    }

    private static ClassRule ordinary(Entered entered) {
        return CharterForm.of(entered).charter().questions().stream()
                .filter(question -> question.question().equals("ordinary"))
                .findFirst()
                .orElseThrow()
                .rule()
                .classes()
                .getFirst();
    }

    private static List<String> names(Entered entered) {
        return CharterForm.of(entered).charter().seats().stream()
                .map(SeatRule::name)
                .toList();
    }

    private static List<String> fields(Entered entered, CharterPage page) {
        return CharterForm.of(entered).mistakes(page).all().stream()
                .map(Mistake::field)
                .toList();
    }
}
