package org.folkmoot.portal.footprint;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.nhsuk.picture.Band;
import org.folkmoot.nhsuk.picture.BandChart;
import org.folkmoot.nhsuk.picture.Bar;
import org.folkmoot.nhsuk.picture.Unit;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.service.Footprints.PcnHealth;
import org.folkmoot.portal.service.Footprints.SelfCheck;
import org.jspecify.annotations.Nullable;

/**
 * How a network fares over two years, and what it says of itself.
 *
 * @param course on the first days of the months and today, the earliest first; never empty
 * @param checks what it said of itself, the newest first
 * @param says whether the person speaks for it
 * @param csv the course as a file
 * @param done what the person has just done; null if nothing
 */
public record PcnHealthView(
        String code,
        List<PcnHealth> course,
        List<Check> checks,
        boolean says,
        String csv,
        String xlsx,
        @Nullable String done) {

    /** What it said of itself once, in words. */
    public record Check(
            String fitness, List<Answer> answers, @Nullable String note, String recordedBy, Instant recordedAt) {

        static Check of(SelfCheck check) {
            return new Check(
                    Fitness.words(check),
                    SelfCheckQuestion.all().stream()
                            .map(question -> new Answer(question.words(), Fitness.answer(check, question)))
                            .toList(),
                    check.note(),
                    check.recordedBy(),
                    check.recordedAt());
        }
    }

    /** What it answered to a question. */
    public record Answer(String question, String answer) {}

    /** As it is now. */
    public PcnHealth now() {
        return course.getLast();
    }

    /** Its patients over time, since lists are published, against what is expected. */
    public BandChart picture() {
        return new BandChart(
                "Registered patients over two years",
                Unit.PATIENTS,
                "Day",
                Band.PCN_PATIENTS,
                course.stream()
                        .flatMap(month -> Stream.ofNullable(month.patients())
                                .map(patients -> new Bar(Words.words(month.asAt()), patients)))
                        .toList());
    }
}
