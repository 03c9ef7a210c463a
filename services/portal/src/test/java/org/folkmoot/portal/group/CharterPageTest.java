package org.folkmoot.portal.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.group.CharterPage.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharterPageTest {

    private static final List<CharterPage> FOUNDING = CharterPage.order(null);

    @Test
    void whoever_founds_a_group_comes_from_the_name_to_the_last_page_and_back() {
        // When
        var there = new ArrayList<CharterPage>();
        for (CharterPage page = CharterPage.about(Topic.NAME);
                !page.equals(CharterPage.LAST);
                page = page.next(FOUNDING, false)) {
            there.add(page);
        }
        var back = new ArrayList<CharterPage>();
        for (var page = CharterPage.LAST.back(FOUNDING, false);
                page.isPresent();
                page = page.get().back(FOUNDING, false)) {
            back.add(page.get());
        }

        // Then
        assertThat(there).isEqualTo(FOUNDING).hasSize(7);
        assertThat(back.reversed()).isEqualTo(FOUNDING);
    }

    @Test
    void what_is_changed_from_the_last_page_leads_back_to_it() {
        for (CharterPage page : FOUNDING) {
            assertThat(page.next(FOUNDING, true)).isEqualTo(CharterPage.LAST);
            assertThat(page.back(FOUNDING, true)).contains(CharterPage.LAST);
        }
        var majority = new CharterPage(Topic.MAJORITY, "operating-model");
        assertThat(majority.next(FOUNDING, false)).isEqualTo(CharterPage.LAST);
        assertThat(CharterPage.seat(3).next(FOUNDING, true)).isEqualTo(CharterPage.about(Topic.SEATS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "footprint",
                "seats",
                "seat-0",
                "seat-12",
                "questions",
                "majority-ordinary",
                "quorum-operating-model",
                "counting-seat",
                "standing",
                "mandates",
                "start",
                "check"
            })
    void a_page_is_found_by_its_name(String name) {
        // When / Then
        assertThat(CharterPage.named(name)).map(CharterPage::name).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "seat",
                "seat-",
                "seat-007",
                "seat-200",
                "seat--1",
                "majority",
                "majority-none",
                "name-1",
                "x"
            })
    void a_name_of_no_page_is_none(String name) {
        // When / Then
        assertThat(CharterPage.named(name)).isEmpty();
    }

    @Test
    void what_a_page_sends_takes_the_place_of_what_stood_on_it_and_of_nothing_else() {
        // Given
        Entered answers = Entered.NOTHING
                .with("name", "Norfolk GP Voice")
                .with("seat-1-name", "Coast")
                .with("seat-1-codes", "U12345")
                .with("seat-10-name", "Fens")
                .with(Map.of("questions", List.of("ordinary", "seat")));

        // When
        Entered taken = CharterPage.seat(1)
                .taken(answers, Entered.NOTHING.with("seat-1-name", "Broads").with("name", "Somebody else's"));
        Entered unticked = CharterPage.about(Topic.QUESTIONS).taken(answers, Entered.NOTHING);

        // Then
        assertThat(taken.text("seat-1-name")).isEqualTo("Broads");
        assertThat(taken.fields()).doesNotContainKey("seat-1-codes");
        assertThat(taken.text("name")).isEqualTo("Norfolk GP Voice");
        assertThat(taken.text("seat-10-name")).isEqualTo("Fens");
        assertThat(unticked.all("questions")).isEmpty();
    }
}
