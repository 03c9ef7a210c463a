package org.folkmoot.executive.notice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.mail.Letter;
import org.jspecify.annotations.Nullable;

/** What a mail says of what there is to see to. */
final class WorkLetter {

    private static final String BECAUSE =
            "You get this mail because something in the work of your executive waits for you.";
    private static final String BECAUSE_OFFICE = "You get this mail because you keep the work of your executive.";

    private static final int SOON = 7;
    private static final int MOST = 30;

    /** As people in England read it. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    private WorkLetter() {}

    /** Whether a digest of that day tells of what is due then. */
    static boolean isSoon(LocalDate due, LocalDate day) {
        return !due.isAfter(day.plusDays(SOON));
    }

    /**
     * The letter, or empty if there is nothing to say any more.
     *
     * @param duties of its receiver; of everybody for the office
     * @param day on which it tells
     * @param area of the ICS in the portal, without a slash at the end
     */
    static Optional<Letter> of(NoticeKind kind, List<Duty> duties, LocalDate day, String area) {
        List<Duty> told = duties.stream()
                .filter(duty -> kind == NoticeKind.REMINDER ? duty.reminder() : isSoon(duty.due(), day))
                .toList();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        boolean office = kind == NoticeKind.OFFICE;
        var paragraphs = new ArrayList<String>();
        told.stream().limit(MOST).map(duty -> line(duty, day, office)).forEach(paragraphs::add);
        if (told.size() > MOST) {
            paragraphs.add("And " + (told.size() - MOST) + " more.");
        }
        DutyKind only = only(told);
        boolean mine = told.stream().allMatch(duty -> duty.owner() != null) && !office;
        return Optional.of(new Letter(
                subject(kind, told, day),
                paragraphs,
                only == null ? "See what needs you" : "See " + (mine ? "your " : "all ") + only.many(),
                area + (only == null ? "/" : only.page(mine)),
                office ? BECAUSE_OFFICE : BECAUSE,
                area + "/notices/work/"));
    }

    private static String subject(NoticeKind kind, List<Duty> told, LocalDate day) {
        long late = told.stream().filter(duty -> duty.due().isBefore(day)).count();
        DutyKind only = only(told);
        String number = only == null ? told.size() + " things to see to" : only.number(told.size());
        return switch (kind) {
            case REMINDER ->
                told.size() == 1
                        ? "Reminder: " + Letter.inOneLine(told.getFirst().title())
                        : "Reminder of " + number;
            case DIGEST -> "Your week: " + number + ", " + late + " overdue";
            case OFFICE -> "The executive's week: " + number + ", " + late + " overdue";
        };
    }

    /** Of which kind all are; null if of several. */
    private static @Nullable DutyKind only(List<Duty> told) {
        DutyKind first = told.getFirst().kind();
        return told.stream().allMatch(duty -> duty.kind() == first) ? first : null;
    }

    private static String line(Duty duty, LocalDate day, boolean office) {
        String when = duty.due().isBefore(day)
                ? "Overdue since " + DAY.format(duty.due())
                : duty.due().equals(day) ? "Due today" : "Due on " + DAY.format(duty.due());
        String name = duty.ownerName();
        String whose = office && name != null ? " (" + Letter.inOneLine(name) + ")" : "";
        String waits = duty.blocked() ? " It waits for another action." : "";
        return when + ": " + Letter.inOneLine(duty.title()) + whose + "." + waits;
    }
}
