package org.folkmoot.executive.notice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.executive.action.Duties.Duty;
import org.folkmoot.mail.Letter;

/** What a mail says of actions. */
final class ActionLetter {

    private static final String BECAUSE = "You get this mail because actions of your executive are yours.";
    private static final String BECAUSE_OFFICE = "You get this mail because you keep the actions of your executive.";

    private static final int SOON = 7;
    private static final int MOST = 30;

    /** As people in England read it. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    private ActionLetter() {}

    /**
     * The letter, or empty if there is nothing to say any more.
     *
     * @param duties of its receiver; of everybody for the office
     * @param day on which it tells
     * @param area of the ICS in the portal, without a slash at the end
     */
    static Optional<Letter> of(NoticeKind kind, List<Duty> duties, LocalDate day, String area) {
        List<Duty> told = duties.stream()
                .filter(duty -> kind == NoticeKind.REMINDER
                        ? duty.reminder()
                        : !duty.due().isAfter(day.plusDays(SOON)))
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
        return Optional.of(new Letter(
                subject(kind, told, day),
                paragraphs,
                office ? "See all actions" : "See your actions",
                area + (office ? "/actions/" : "/actions/?mine=true"),
                office ? BECAUSE_OFFICE : BECAUSE,
                area + "/notices/work/"));
    }

    private static String subject(NoticeKind kind, List<Duty> told, LocalDate day) {
        long late = told.stream().filter(duty -> duty.due().isBefore(day)).count();
        String number = told.size() == 1 ? "1 action" : told.size() + " actions";
        return switch (kind) {
            case REMINDER ->
                told.size() == 1
                        ? "Reminder: " + Letter.inOneLine(told.getFirst().title())
                        : "Reminder of " + number;
            case DIGEST -> "Your week: " + number + ", " + late + " overdue";
            case OFFICE -> "The executive's week: " + number + ", " + late + " overdue";
        };
    }

    private static String line(Duty duty, LocalDate day, boolean office) {
        String when = duty.due().isBefore(day)
                ? "Overdue since " + DAY.format(duty.due())
                : duty.due().equals(day) ? "Due today" : "Due on " + DAY.format(duty.due());
        String whose = office ? " (" + Letter.inOneLine(duty.owner()) + ")" : "";
        String waits = duty.blocked() ? " It waits for another action." : "";
        return when + ": " + Letter.inOneLine(duty.title()) + whose + "." + waits;
    }
}
