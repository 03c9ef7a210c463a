package org.folkmoot.registry.odsfile;

import java.util.ArrayList;
import java.util.List;

/** Splits the text of one row at its commas, as RFC 4180 says, and says why where it cannot. */
sealed interface Columns {

    /** The values, quotation marks taken off. */
    record Split(List<String> values) implements Columns {}

    /** The text ends inside a quoted value: the row may go on in the next line. */
    record Unclosed() implements Columns {}

    /** A quotation mark inside a value that is not quoted, or something other than a comma behind a quoted one. */
    record Malformed() implements Columns {}

    Unclosed UNCLOSED = new Unclosed();
    Malformed MALFORMED = new Malformed();

    static Columns of(String text) {
        var values = new ArrayList<String>(27);
        int length = text.length();
        int at = 0;
        while (true) {
            if (at < length && text.charAt(at) == '"') {
                int start = at + 1;
                StringBuilder unescaped = null;
                int close = text.indexOf('"', start);
                while (close >= 0 && close + 1 < length && text.charAt(close + 1) == '"') {
                    unescaped = unescaped == null ? new StringBuilder() : unescaped;
                    unescaped.append(text, start, close + 1);
                    start = close + 2;
                    close = text.indexOf('"', start);
                }
                if (close < 0) {
                    return UNCLOSED;
                }
                values.add(
                        unescaped == null
                                ? text.substring(start, close)
                                : unescaped.append(text, start, close).toString());
                at = close + 1;
                if (at < length && text.charAt(at) != ',') {
                    return MALFORMED;
                }
            } else {
                int comma = text.indexOf(',', at);
                int end = comma < 0 ? length : comma;
                String value = text.substring(at, end);
                if (value.indexOf('"') >= 0) {
                    return MALFORMED;
                }
                values.add(value);
                at = end;
            }
            if (at >= length) {
                return new Split(values);
            }
            at++;
        }
    }
}
