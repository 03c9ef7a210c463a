package org.folkmoot.portal.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhsuk.picture.ClockBar;
import org.folkmoot.nhsuk.picture.ClockBar.Stretch;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.service.Referrals.ClockDetail;
import org.folkmoot.portal.service.Referrals.Pause;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.term.Terms;
import org.jspecify.annotations.Nullable;

/**
 * The clock of 28 days, in words and as a bar.
 *
 * @param sentence how it stands
 * @param pauses each time in which it stood still, in words
 * @param picture the same as a bar
 */
public record ClockView(String sentence, List<PauseLine> pauses, ClockBar picture) {

    private static final int LIMIT = 28;
    private static final String RUNNING = "The clock runs";

    /** A time in which the clock stood still. */
    public record PauseLine(String words, Pause pause) {}

    /** The clock of a referral; null before it was submitted. */
    static @Nullable ClockView of(Referral referral, LocalDate today) {
        ClockDetail clock = referral.clockDetail();
        if (clock == null) {
            return null;
        }
        List<Pause> pauses = referral.pauses().stream()
                .sorted(Comparator.comparing(Pause::from))
                .toList();
        return new ClockView(
                sentence(referral, clock),
                pauses.stream().map(ClockView::line).toList(),
                new ClockBar("Days to the assessment", LIMIT, stretches(clock, pauses, today)));
    }

    private static String sentence(Referral referral, ClockDetail clock) {
        LocalDate assessed = clock.assessedOn();
        String due = Words.words(clock.dueOn());
        if (assessed != null) {
            return "Assessed on %s, after %s of %d."
                    .formatted(Words.words(assessed), Words.counted(clock.days(), "day", "days"), LIMIT);
        }
        return switch (referral.clock()) {
            case "stopped" ->
                "The referral ended before an assessment, after %s."
                        .formatted(Words.counted(clock.days(), "day", "days"));
            case "paused" ->
                "The clock stands still. %s of %d are used."
                        .formatted(Words.counted(clock.days(), "day", "days"), LIMIT);
            case "late" -> "Day %d. The assessment was due on %s.".formatted(clock.days(), due);
            case null, default -> "Day %d of %d. The assessment is due on %s.".formatted(clock.days(), LIMIT, due);
        };
    }

    private static PauseLine line(Pause pause) {
        String from = Words.words(LondonTime.dateOf(pause.from()));
        Instant until = pause.until();
        return new PauseLine(
                "%s: %s"
                        .formatted(
                                Terms.words(Terms.PAUSES, pause.reason()),
                                until == null
                                        ? "since " + from
                                        : "from %s to %s".formatted(from, Words.words(LondonTime.dateOf(until)))),
                pause);
    }

    /** The service says how many days count and how many do not; how these lie among each other, the pauses say. */
    private static List<Stretch> stretches(ClockDetail clock, List<Pause> pauses, LocalDate today) {
        var stretches = new ArrayList<Stretch>();
        int counted = 0;
        int paused = 0;
        LocalDate day = clock.submittedOn();
        for (Pause pause : pauses) {
            int before = Math.min(days(day, LondonTime.dateOf(pause.from())), clock.days() - counted);
            Instant until = pause.until();
            LocalDate end = until == null ? today : LondonTime.dateOf(until);
            int still = Math.min(days(LondonTime.dateOf(pause.from()), end), clock.pausedDays() - paused);
            if (before > 0) {
                stretches.add(new Stretch(RUNNING, before, true));
            }
            if (still > 0) {
                stretches.add(new Stretch(Terms.words(Terms.PAUSES, pause.reason()), still, false));
            }
            counted += before;
            paused += still;
            day = end;
        }
        if (clock.days() > counted) {
            stretches.add(new Stretch(RUNNING, clock.days() - counted, true));
        }
        return stretches;
    }

    private static int days(LocalDate from, LocalDate until) {
        return Math.max(0, Math.toIntExact(ChronoUnit.DAYS.between(from, until)));
    }
}
