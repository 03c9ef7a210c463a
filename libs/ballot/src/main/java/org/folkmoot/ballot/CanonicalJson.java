package org.folkmoot.ballot;

import java.util.Arrays;
import java.util.Set;

/**
 * The canonical form of RFC 8785 (JSON Canonicalization Scheme): no blanks, members sorted by the UTF-16 units of their
 * names, texts with the fewest escapes. Of numbers only integers that any reader holds exactly are written; the form of
 * others needs floating point, which no ballot has.
 */
final class CanonicalJson {

    private static final long LARGEST_EXACT = (1L << 53) - 1;
    private static final int LONGEST_EXACT = 17;
    private static final int FEW = 16;

    /** A value that has no canonical form here. */
    static final class NoCanonicalForm extends Exception {

        private static final long serialVersionUID = 1L;

        NoCanonicalForm(String message) {
            super(message);
        }
    }

    private CanonicalJson() {}

    static void write(Json json, int value, Octets out) throws NoCanonicalForm {
        write(json, value, out, Set.of(), -1);
    }

    /** The same without the members of these names in objects at this depth, counted from 0. */
    static void write(Json json, int value, Octets out, Set<String> without, int depth) throws NoCanonicalForm {
        if (depth < 0 && json.isCanonical(value)) {
            out.add(json.bytes(), json.start(value), json.end(value));
            return;
        }
        switch (json.kind(value)) {
            case OBJECT -> object(json, value, out, without, depth);
            case ARRAY -> {
                char mark = '[';
                for (int item = json.first(value); item < json.next(value); item = json.next(item)) {
                    out.add(mark);
                    write(json, item, out, without, depth - 1);
                    mark = ',';
                }
                if (mark == '[') {
                    out.add(mark);
                }
                out.add(']');
            }
            case STRING -> text(json, value, out);
            case INTEGER -> out.add(integer(json, value));
            case DECIMAL -> throw new NoCanonicalForm("the number " + json.digits(value) + " is no integer");
            case TRUE -> out.add("true");
            case FALSE -> out.add("false");
            case NULL -> out.add("null");
        }
    }

    private static void object(Json json, int object, Octets out, Set<String> without, int depth)
            throws NoCanonicalForm {
        int[] members = new int[8];
        int count = 0;
        for (int member = json.first(object); member < json.next(object); member = json.next(member + 1)) {
            if (depth == 0 && without.contains(json.string(member))) {
                continue;
            }
            if (count == members.length) {
                members = Arrays.copyOf(members, count * 2);
            }
            members[count++] = member;
        }
        sort(json, members, count);
        out.add('{');
        for (int index = 0; index < count; index++) {
            if (index > 0) {
                out.add(',');
            }
            text(json, members[index], out);
            out.add(':');
            write(json, members[index] + 1, out, without, depth - 1);
        }
        out.add('}');
    }

    private static void sort(Json json, int[] members, int count) {
        if (count > FEW) {
            int[] sorted = Arrays.stream(members, 0, count)
                    .boxed()
                    .sorted(json::compare)
                    .mapToInt(Integer::intValue)
                    .toArray();
            System.arraycopy(sorted, 0, members, 0, count);
            return;
        }
        // Most objects have few members, mostly in order: an electorate has thousands of them.
        for (int index = 1; index < count; index++) {
            int member = members[index];
            int place = index;
            while (place > 0 && json.compare(members[place - 1], member) > 0) {
                members[place] = members[place - 1];
                place--;
            }
            members[place] = member;
        }
    }

    // A text without escapes is in its canonical form already.
    static void text(Json json, int value, Octets out) {
        if (json.isEscaped(value)) {
            out.quoted(json.string(value));
        } else {
            out.add('"').add(json.bytes(), json.start(value), json.end(value)).add('"');
        }
    }

    private static String integer(Json json, int value) throws NoCanonicalForm {
        String digits = json.digits(value);
        if (digits.length() > LONGEST_EXACT || Math.abs(Long.parseLong(digits)) > LARGEST_EXACT) {
            throw new NoCanonicalForm("the number " + digits + " is too large to be exact everywhere");
        }
        return Long.toString(Long.parseLong(digits));
    }
}
