package org.folkmoot.registry.odsfile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folkmoot.nhs.OdsCode;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row while it is read. The first value that is not allowed decides the reason; what is asked for
 * after that answers anything, since the row is refused.
 */
final class Cells {

    private static final int LONGEST_TEXT = 200;
    private static final String NOTHING = "";

    private final List<String> values;
    private @Nullable Reason refused;

    Cells(List<String> values) {
        this.values = values;
    }

    /** What the row says, unless a value in it was refused. */
    Verdict verdict(Supplier<Fact> fact) {
        return refused == null ? new Verdict.Accepted(fact.get()) : new Verdict.Refused(refused);
    }

    void refuse(Reason reason) {
        if (refused == null) {
            refused = reason;
        }
    }

    /** The value without the blanks around it, perhaps empty. */
    String text(int column) {
        String value = column < 0 ? NOTHING : values.get(column).strip();
        if (value.length() > LONGEST_TEXT) {
            refuse(Reason.VALUE_TOO_LONG);
        }
        return value;
    }

    @Nullable
    String optional(int column) {
        String value = text(column);
        return value.isEmpty() ? null : value;
    }

    String required(int column) {
        String value = text(column);
        if (value.isEmpty()) {
            refuse(Reason.MISSING_VALUE);
        }
        return value;
    }

    String code(int column) {
        String value = required(column);
        if (value.isEmpty()) {
            return NOTHING;
        }
        Optional<OdsCode> code = OdsCode.parse(value);
        if (code.isEmpty()) {
            refuse(Reason.INVALID_CODE);
        }
        return code.map(OdsCode::code).orElse(NOTHING);
    }

    @Nullable
    String optionalCode(int column) {
        return text(column).isEmpty() ? null : code(column);
    }

    @Nullable
    LocalDate date(int column) {
        String value = text(column);
        if (value.isEmpty()) {
            return null;
        }
        Optional<LocalDate> date = FileDates.compact(value);
        if (date.isEmpty()) {
            refuse(Reason.INVALID_DATE);
        }
        return date.orElse(null);
    }

    LocalDate requiredDate(int column) {
        required(column);
        LocalDate date = date(column);
        return date == null ? LocalDate.EPOCH : date;
    }

    int number(int column, int most) {
        String value = required(column);
        int number = 0;
        for (int i = 0; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            number = number * 10 + digit;
            if (digit < 0 || digit > 9 || number > most) {
                refuse(Reason.INVALID_NUMBER);
                return 0;
            }
        }
        return number;
    }

    /** The values that are not empty, a line each. */
    @Nullable
    String lines(IntStream columns) {
        String lines =
                columns.mapToObj(this::text).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? null : lines;
    }

    void inOrder(@Nullable LocalDate start, @Nullable LocalDate end) {
        if (start != null && end != null && end.isBefore(start)) {
            refuse(Reason.END_BEFORE_START);
        }
    }
}
