package org.folkmoot.portal.care;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.portal.service.CarePlans.Activity;

/** What is done for somebody, a line for each: what, who, and by which day if there is one, with semicolons between them. */
final class ActivityLines {

    /** Strict, so that the 31st of a month that has none is a mistake and not its last day. */
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.UK).withResolverStyle(ResolverStyle.STRICT);

    private ActivityLines() {}

    /** The activities; empty if a line cannot be understood. */
    static Optional<List<Activity>> read(List<String> lines) {
        var activities = new ArrayList<Activity>();
        for (String line : lines) {
            String[] parts = line.split(";", -1);
            if (parts.length < 2
                    || parts.length > 3
                    || parts[0].isBlank()
                    || parts[1].isBlank()
                    || (parts.length == 3 && !isDay(parts[2].strip()))) {
                return Optional.empty();
            }
            activities.add(new Activity(
                    parts[0].strip(),
                    parts[1].strip(),
                    parts.length < 3 || parts[2].isBlank() ? null : LocalDate.parse(parts[2].strip(), DAY)));
        }
        return Optional.of(activities);
    }

    /** The lines of activities. A semicolon of their own would divide them anew, so it becomes a comma. */
    static String text(List<Activity> activities) {
        return activities.stream().map(ActivityLines::line).collect(Collectors.joining("\n"));
    }

    private static String line(Activity activity) {
        LocalDate by = activity.by();
        String line = activity.what().replace(';', ',') + "; " + activity.who().replace(';', ',');
        return by == null ? line : line + "; " + by.format(DAY);
    }

    private static boolean isDay(String text) {
        try {
            return text.isEmpty() || LocalDate.parse(text, DAY).isAfter(LocalDate.EPOCH);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
