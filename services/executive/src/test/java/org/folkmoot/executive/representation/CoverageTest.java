package org.folkmoot.executive.representation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.folkmoot.executive.power.Condition;
import org.folkmoot.executive.power.Unmet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final LocalDate FROM = LocalDate.parse("2027-01-01");
    private static final LocalDate UNTIL = LocalDate.parse("2027-06-30");
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);

    private static final SittingView.Chair FILLED =
            new SittingView.Chair(1, "Member", new UUID(3, 3), null, true, List.of());
    private static final SittingView.Chair WITHOUT_MANDATE = new SittingView.Chair(
            1, "Member", new UUID(3, 3), null, false, List.of(new Unmet(Condition.MANDATE_NOT_LAPSED, "It lapsed.")));
    private static final SittingView.Chair EMPTY = new SittingView.Chair(1, "Member", null, null, false, List.of());

    @Test
    void a_sitting_is_covered_by_one_mandated_representative_and_not_by_one_whose_mandate_does_not_count() {
        // Given
        List<SittingView> sittings = List.of(
                sitting(ONE, SittingState.REPORTED, false, FILLED, EMPTY),
                sitting(ONE, SittingState.REPORT_OVERDUE, null, WITHOUT_MANDATE),
                sitting(ONE, SittingState.UNATTENDED, null, EMPTY),
                sitting(OTHER, SittingState.REPORTED, true, FILLED, FILLED));

        // When
        Coverage coverage = Coverage.of(FROM, UNTIL, sittings);

        // Then
        assertThat(coverage.total()).isEqualTo(new Coverage.Line(null, "All", 4, 2, 6, 3, 3, 2, 1, 1));
        assertThat(coverage.meetings())
                .containsExactly(
                        new Coverage.Line(ONE, "Committee", 3, 1, 4, 1, 2, 1, 0, 1),
                        new Coverage.Line(OTHER, "Committee", 1, 1, 2, 2, 1, 1, 1, 0));
    }

    @Test
    void what_is_ahead_or_does_not_take_place_does_not_count() {
        Coverage coverage = Coverage.of(
                FROM,
                UNTIL,
                List.of(
                        sitting(ONE, SittingState.AHEAD, null, FILLED),
                        sitting(ONE, SittingState.CANCELLED, null, FILLED)));
        assertThat(coverage.total()).isEqualTo(new Coverage.Line(null, "All", 0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(coverage.meetings()).isEmpty();
    }

    private static SittingView sitting(
            UUID meeting, SittingState state, @Nullable Boolean late, SittingView.Chair... chairs) {
        return new SittingView(
                UUID.randomUUID(),
                meeting,
                new UUID(9, 9),
                "Committee",
                "Town hall",
                Instant.parse("2027-02-02T10:00:00Z"),
                state,
                List.of(chairs),
                Stream.of(chairs).filter(chair -> !chair.mandated()).count(),
                0,
                null,
                LocalDate.parse("2027-02-09"),
                late == null ? null : new SittingView.ReportBack(Instant.EPOCH, late, null, null, null),
                null);
    }
}
