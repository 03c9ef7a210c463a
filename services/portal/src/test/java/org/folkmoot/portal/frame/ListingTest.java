package org.folkmoot.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.portal.service.Registry.Page;
import org.junit.jupiter.api.Test;

class ListingTest {

    private static final Query HERE = Query.of("/qkk/x/").with("other", 3);

    @Test
    void of_several_lists_on_a_page_each_is_paged_and_taken_along_by_its_name() {
        // When
        var known = Listing.of("eras", IntStream.range(0, 60).boxed().toList(), 2, HERE);
        var asked = Listing.of("eras", new Page<>(List.of(1), "abc"), "aaa", HERE, row -> row);

        // Then
        assertThat(known.rows()).hasSize(Listing.ROWS).startsWith(25);
        assertThat(known.next()).isEqualTo("/qkk/x/?other=3&eras=3");
        assertThat(asked.next()).isEqualTo("/qkk/x/?other=3&eras=abc");
        assertThat(List.of(known, asked)).allSatisfy(list -> {
            assertThat(list.first()).isEqualTo("/qkk/x/?other=3");
            assertThat(list.csv()).isEqualTo("/qkk/x/?other=3&list=eras&format=csv");
            assertThat(list.xlsx()).isEqualTo("/qkk/x/?other=3&list=eras&format=xlsx");
        });
    }
}
