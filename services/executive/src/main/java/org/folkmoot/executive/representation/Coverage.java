package org.folkmoot.executive.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far general practice is represented: of the sittings of a period that have begun and were not cancelled. Shares are
 * counts of counts, so nothing is rounded.
 *
 * @param from the first day
 * @param until the last day
 * @param total of all meetings together
 * @param meetings of each that had a sitting
 */
record Coverage(LocalDate from, LocalDate until, Line total, List<Line> meetings) {

    private static final String ALL = "All";

    /**
     * A line of it.
     *
     * @param meeting the system meeting; absent in the total
     * @param body who meets
     * @param sittings how many there were
     * @param covered at how many of them somebody with a mandate sat
     * @param chairs general practice's seats at all of them
     * @param filled on how many of those somebody with a mandate sat
     * @param reports how many reports there are to be
     * @param filed how many of them were filed
     * @param late how many of those were filed late
     * @param overdue how many are overdue
     */
    @Schema(name = "CoverageLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            @Nullable UUID meeting,
            String body,
            long sittings,
            long covered,
            long chairs,
            long filled,
            long reports,
            long filed,
            long late,
            long overdue) {

        private static Line of(@Nullable UUID meeting, String body, List<SittingView> sittings) {
            return new Line(
                    meeting,
                    body,
                    sittings.size(),
                    sittings.stream()
                            .filter(sitting -> sitting.chairs().stream().anyMatch(SittingView.Chair::mandated))
                            .count(),
                    sittings.stream()
                            .mapToLong(sitting -> sitting.chairs().size())
                            .sum(),
                    sittings.stream()
                            .flatMap(sitting -> sitting.chairs().stream())
                            .filter(SittingView.Chair::mandated)
                            .count(),
                    sittings.stream()
                            .filter(sitting -> sitting.state() != SittingState.UNATTENDED)
                            .count(),
                    sittings.stream()
                            .filter(sitting -> sitting.reportBack() != null)
                            .count(),
                    sittings.stream()
                            .filter(sitting -> sitting.reportBack() != null
                                    && sitting.reportBack().late())
                            .count(),
                    sittings.stream()
                            .filter(sitting -> sitting.state() == SittingState.REPORT_OVERDUE)
                            .count());
        }
    }

    /** What these sittings of the period come to. */
    static Coverage of(LocalDate from, LocalDate until, List<SittingView> sittings) {
        List<SittingView> held = sittings.stream()
                .filter(sitting -> sitting.state().hasTakenPlace())
                .toList();
        Map<UUID, List<SittingView>> byMeeting = held.stream()
                .collect(Collectors.groupingBy(SittingView::meeting, LinkedHashMap::new, Collectors.toList()));
        return new Coverage(
                from,
                until,
                Line.of(null, ALL, held),
                byMeeting.values().stream()
                        .map(each -> Line.of(
                                each.getFirst().meeting(), each.getFirst().body(), each))
                        .toList());
    }
}
