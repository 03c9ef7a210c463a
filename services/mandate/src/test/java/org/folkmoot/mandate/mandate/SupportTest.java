package org.folkmoot.mandate.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.folkmoot.mandate.electorate.Practice;
import org.folkmoot.mandate.group.StandingShare;
import org.junit.jupiter.api.Test;

class SupportTest {

    private static final List<Practice> CONSTITUENTS = List.of(
            practice("D82001", 1000, "U1"),
            practice("D82002", 2000, "U1"),
            practice("D82003", 3000, "U2"),
            practice("D82004", 4000, "U2"));

    @Test
    void numbers_and_shares_are_of_the_constituents_and_a_network_needs_more_than_half() {
        // When
        Support support = Support.of(CONSTITUENTS, Set.of("D82001", "D82002", "D82003", "D99999"));

        // Then
        assertThat(support).isEqualTo(new Support(3, 4, "3/4", 6000, 10000, "3/5", 1, 2, "1/2"));
    }

    @Test
    void half_is_no_majority_where_more_than_half_is_asked_for() {
        Support half = Support.of(CONSTITUENTS, Set.of("D82001", "D82004"));
        assertThat(half.reaches(List.of(new StandingShare("practices", "1/2", true))))
                .isFalse();
        assertThat(half.reaches(List.of(new StandingShare("practices", "1/2", false))))
                .isTrue();
        assertThat(half.reaches(List.of(
                        new StandingShare("practices", "1/2", false), new StandingShare("patients", "1/2", true))))
                .as("every share that is asked for")
                .isFalse();
    }

    @Test
    void a_group_without_constituents_has_nobody_behind_it() {
        Support nobody = Support.of(List.of(), Set.of("D82001"));
        assertThat(nobody.isAny()).isFalse();
        assertThat(nobody.reaches(List.of(new StandingShare("practices", "1/2", true))))
                .isFalse();
    }

    private static Practice practice(String code, int patients, String pcn) {
        return new Practice(
                code,
                code,
                "open",
                null,
                pcn,
                null,
                null,
                patients,
                LocalDate.EPOCH,
                null,
                null,
                "2026-08-01",
                Instant.EPOCH);
    }
}
