package org.folkmoot.registry.concentration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.folkmoot.registry.link.SomeLinks.link;
import static org.folkmoot.registry.link.SomeLinks.organisation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.folkmoot.registry.body.Organisation;
import org.folkmoot.registry.body.Organisation.Kind;
import org.folkmoot.registry.directory.IcsPractice;
import org.folkmoot.registry.link.Link;
import org.folkmoot.registry.link.LinkKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConcentrationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final Organisation LARGE = organisation("large", Kind.COMPANY);
    private static final Organisation SMALL = organisation("small", Kind.PARTNERSHIP);

    @Test
    void shares_are_of_all_patients_the_largest_first_and_what_is_not_recorded_last() {
        // Given
        List<IcsPractice> practices = List.of(
                practice("L84001", 6000), practice("L84002", 1000), practice("L84003", 2000), practice("L84004", null));
        List<Link> links =
                List.of(held("L84001", LARGE, null), held("L84002", SMALL, null), held("L84004", LARGE, null));

        // When
        List<Share> shares = Concentration.on(DAY, practices, links, new BigDecimal("0.6667"));

        // Then
        assertThat(shares)
                .containsExactly(
                        new Share(DAY, LARGE, 2, 6000, new BigDecimal("0.6667"), true),
                        new Share(DAY, SMALL, 1, 1000, new BigDecimal("0.1111"), false),
                        new Share(DAY, null, 1, 2000, new BigDecimal("0.2222"), false));
    }

    @Test
    void a_link_of_other_days_or_of_other_practices_counts_for_nothing() {
        assertThat(Concentration.on(
                        DAY,
                        List.of(practice("L84001", 6000)),
                        List.of(held("L84001", LARGE, DAY.minusDays(1)), held("L84002", SMALL, null)),
                        null))
                .containsExactly(new Share(DAY, null, 1, 6000, new BigDecimal("1.0000"), false));
    }

    @Test
    void of_two_owners_each_has_all_the_patients_and_of_one_linked_twice_nobody_has_more() {
        assertThat(Concentration.on(
                        DAY,
                        List.of(practice("L84001", 6000)),
                        List.of(held("L84001", LARGE, null), held("L84001", SMALL, null), held("L84001", LARGE, null)),
                        BigDecimal.ONE))
                .extracting(Share::patients, Share::practices, Share::overThreshold)
                .containsExactly(tuple(6000L, 1, true), tuple(6000L, 1, true));
    }

    @Test
    void of_no_patients_nobody_has_a_share() {
        assertThat(Concentration.on(
                        DAY, List.of(practice("L84001", null)), List.of(held("L84001", LARGE, null)), BigDecimal.ONE))
                .containsExactly(new Share(DAY, LARGE, 1, 0, new BigDecimal("0.0000"), false));
    }

    private static IcsPractice practice(String code, @Nullable Integer patients) {
        return new IcsPractice(code, code, "11M", "U36833", "A PCN", patients);
    }

    private static Link held(String practice, Organisation holder, @Nullable LocalDate until) {
        return link(
                organisation(practice, Kind.PRACTICE),
                LinkKind.CONTRACT_HOLDER,
                holder,
                LocalDate.of(2020, 4, 1),
                until);
    }
}
