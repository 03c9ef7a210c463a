package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final Order ORDER = Order.by("week desc, practice, id");

    @Test
    void what_comes_after_a_place_is_beyond_it_by_the_first_member_in_which_they_differ() {
        assertThat(ORDER.members()).isEqualTo("week desc, practice, id");
        assertThat(ORDER.after()).isEqualTo("(week < ? or week = ? and (practice > ? or practice = ? and id > ?))");
        assertThat(ORDER.after(member -> ":m" + member))
                .isEqualTo("(week < :m1 or week = :m1 and (practice > :m2 or practice = :m2 and id > :m3))");
        assertThat(Order.by("id").after()).isEqualTo("id > ?");
    }

    @Test
    void a_places_values_come_as_often_as_they_are_asked_for() {
        assertThat(ORDER.inTurn(List.of(7, "G83001", "x"))).containsExactly(7, 7, "G83001", "G83001", "x");
        assertThat(Order.by("id").inTurn(List.of("x"))).containsExactly("x");
    }
}
