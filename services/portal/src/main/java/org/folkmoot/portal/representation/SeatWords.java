package org.folkmoot.portal.representation;

import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.service.Representation.Recurrence;
import org.folkmoot.portal.service.Representation.Representative;
import org.folkmoot.portal.service.Representation.Sitting;
import org.jspecify.annotations.Nullable;

/**
 * Where a sitting or a representative stands, in words and as the colour of a tag.
 *
 * @param words such as "Report overdue"
 * @param colour as the design system names it
 */
public record SeatWords(String words, String colour) {

    static SeatWords of(Sitting sitting) {
        return switch (sitting.state()) {
            case "cancelled" -> new SeatWords("Does not take place", "grey");
            case "ahead" -> new SeatWords("Ahead", "blue");
            case "unattended" -> new SeatWords("Nobody was named to sit there", "red");
            case "report-due" -> new SeatWords("Report awaited", "yellow");
            case "report-overdue" -> new SeatWords("Report overdue", "red");
            case "reported" ->
                sitting.reportBack() != null && sitting.reportBack().late()
                        ? new SeatWords("Reported late", "orange")
                        : new SeatWords("Reported", "green");
            default -> new SeatWords(sitting.state(), "grey");
        };
    }

    static SeatWords of(Representative representative) {
        return switch (representative.state()) {
            case "ahead" -> new SeatWords("Begins later", "grey");
            case "sits" ->
                representative.mandated()
                        ? new SeatWords("Sits there", "green")
                        : new SeatWords("Sits there without a mandate", "red");
            case "ended" -> new SeatWords("The term is over", "grey");
            case "recalled" -> new SeatWords("Recalled", "orange");
            default -> new SeatWords(representative.state(), "grey");
        };
    }

    /** How often it meets. */
    static String rhythm(@Nullable Recurrence recurrence) {
        return recurrence == null
                ? "In no rhythm"
                : "%s at %s"
                        .formatted(
                                recurrence.weeks() == 1
                                        ? "Every week"
                                        : "Every " + Words.counted(recurrence.weeks(), "week", "weeks"),
                                recurrence.time());
    }
}
