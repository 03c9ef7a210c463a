package org.folkmoot.registry.odsfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void values_are_divided_by_commas() {
        assertThat(Columns.of("a,b,,c,")).isEqualTo(new Columns.Split(List.of("a", "b", "", "c", "")));
        assertThat(Columns.of("")).isEqualTo(new Columns.Split(List.of("")));
    }

    @Test
    void a_quoted_value_may_hold_commas_quotes_and_line_ends() {
        assertThat(Columns.of("\"THE STOKE ROAD SURGERY,\",\"S,C&T\",\"DR \"\"X\"\" & CO\",\"\",\"a\nb\""))
                .isEqualTo(new Columns.Split(List.of("THE STOKE ROAD SURGERY,", "S,C&T", "DR \"X\" & CO", "", "a\nb")));
        assertThat(Columns.of("\"\"\"\"")).isEqualTo(new Columns.Split(List.of("\"")));
    }

    @Test
    void a_quote_that_does_not_close_is_unclosed() {
        assertThat(Columns.of("\"a")).isEqualTo(Columns.UNCLOSED);
        assertThat(Columns.of("\"a\",\"")).isEqualTo(Columns.UNCLOSED);
        assertThat(Columns.of("\"a\",\"b\"\"")).isEqualTo(Columns.UNCLOSED);
    }

    @Test
    void a_quote_where_none_may_stand_is_malformed() {
        assertThat(Columns.of("a\"b")).isEqualTo(Columns.MALFORMED);
        assertThat(Columns.of("a\",\"b\"")).isEqualTo(Columns.MALFORMED);
        assertThat(Columns.of("\"DR \"X\" & CO\"")).isEqualTo(Columns.MALFORMED);
        assertThat(Columns.of("\"a\" ,b")).isEqualTo(Columns.MALFORMED);
    }
}
