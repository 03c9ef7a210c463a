package org.folkmoot.executive.action;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.folkmoot.executive.paper.Paper;

/** The action log on paper. */
final class ActionLog {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final List<String> COLUMNS =
            List.of("Action", "Comes from", "Who", "Due", "State", "Evidence or reason");

    private ActionLog() {}

    /**
     * The log of these actions.
     *
     * @param whole whether they are all that were asked for
     */
    static byte[] of(List<LoggedAction> actions, boolean whole, LocalDate today) {
        Paper paper = Paper.wide("Action log")
                .under("As of " + DAY.format(today) + ", " + actions.size() + " actions"
                        + (whole ? "" : "; there are more, which do not stand here"));
        return paper.table(COLUMNS, actions.stream().map(ActionLog::row).toList())
                .pdf();
    }

    private static List<String> row(LoggedAction logged) {
        ActionView action = logged.action();
        String state = action.state().replace('-', ' ');
        return List.of(
                action.title(),
                logged.from(),
                action.ownerName(),
                DAY.format(action.due()),
                action.overdue() ? state + ", overdue" : action.blocked() ? state + ", blocked" : state,
                Objects.requireNonNullElse(action.ended(), ""));
    }
}
