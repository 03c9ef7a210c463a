package org.folkmoot.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void one_row_more_than_the_page_has_means_that_there_is_a_next_page() {
        // When
        Page<String> page = Page.of(List.of("a", "b", "c"), 2, Cursor::after);

        // Then
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.next()).isEqualTo(Cursor.after("b").toString());
    }

    @Test
    void the_last_page_has_no_next() {
        assertThat(Page.of(List.of("a", "b"), 2, Cursor::after).next()).isNull();
        assertThat(Page.of(List.<String>of(), 2, Cursor::after).items()).isEmpty();
    }

    @Test
    void a_page_without_rows_cannot_be_asked_for() {
        assertThatIllegalArgumentException().isThrownBy(() -> Page.of(List.of("a"), 0, Cursor::after));
    }

    @Test
    void rows_become_views_and_the_cursor_stays() {
        // When
        Page<Integer> page = Page.of(List.of("a", "bb", "c"), 2, Cursor::after).map(String::length);

        // Then
        assertThat(page).isEqualTo(new Page<>(List.of(1, 2), Cursor.after("bb").toString()));
    }

    @Test
    void on_the_wire_it_is_items_and_next() throws Exception {
        // Given
        var json = JsonMapper.builder().build();

        // Then
        assertThat(json.writeValueAsString(new Page<>(List.of(1), "x"))).isEqualTo("{\"items\":[1],\"next\":\"x\"}");
        assertThat(json.writeValueAsString(new Page<>(List.of(1), null))).isEqualTo("{\"items\":[1]}");
    }
}
