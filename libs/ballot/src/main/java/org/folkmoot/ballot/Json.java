package org.folkmoot.ballot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document, read strictly (RFC 8259 and I-JSON, RFC 7493): UTF-8 without a byte order mark, no name twice in one
 * object, no half surrogate pair, nothing after the value.
 *
 * <p>Nothing is copied out of the text until it is asked for: a value is a number that says where its token stands in a
 * table. So reading a log of many thousand votes costs little more than looking at its bytes once, which an object for each
 * token would not. What was read can be asked for by several threads.
 *
 * <p>Of a long text the second half is read beside the first, from where an item of a list seems to begin. What was read there
 * counts only if the first half arrives at that very place, expecting an item of a list as deep: then it would have read the
 * same.
 */
final class Json {

    /** What a value is. */
    enum Kind {
        OBJECT(0),
        ARRAY(1),
        STRING(2),
        INTEGER(3),
        DECIMAL(4),
        TRUE(5),
        FALSE(6),
        NULL(7);

        private final int code;

        Kind(int code) {
            this.code = code;
        }
    }

    /** Why a text is not JSON as it is read here. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    private static final Kind[] KINDS = new Kind[Kind.values().length];

    // A token is a number: where it starts, where it ends, kind, marks. That of an object or array is followed by
    // another
    // number: which token comes after all that is in it.
    private static final int PLACE_BITS = 29;
    private static final int PLACE = (1 << PLACE_BITS) - 1;
    private static final int KIND_AT = 2 * PLACE_BITS;
    private static final int KIND = 7;
    private static final long ESCAPED = 1L << (KIND_AT + 3);
    private static final long CANONICAL = 1L << (KIND_AT + 4);

    private static final int DEEPEST = 32;

    /** So many bytes are worth the hands of another thread. */
    private static final int LONG = 1 << 18;

    private static final int NOWHERE = -1;

    /** How deep the lists of a ballot file are: members of the outermost object. */
    private static final int LIST_DEPTH = 1;

    private static final int SMALL_DIGITS = 17;

    /** So long is an integer that is certainly its own canonical form. */
    private static final int SHORT_DIGITS = 15;

    private static final int FEW_NAMES = 12;
    private static final int KNOWN_BITS = 10;

    /** Letters to a number of the table, seldom less: a published vote has about twenty. */
    private static final int LETTERS = 12;

    /** By the golden ratio: the upper bits of a product with it differ where any bits of the factor do. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    static {
        for (Kind kind : Kind.values()) {
            KINDS[kind.code] = kind;
        }
    }

    private final byte[] text;

    /** A text that was asked for, and how it begins. Threads may take each other's as they come: it never changes. */
    private record Known(long head, int length, int token, String text) {}

    private final @Nullable Known[] known = new Known[1 << KNOWN_BITS];
    private final long[] keys = new long[FEW_NAMES];
    private final int[] names = new int[FEW_NAMES];
    private long[] tokens;
    private int count;
    private int at;

    /** How often something stood in the text that its canonical form has not: a blank, an escape, an order of names. */
    private int oddities;

    /** Where the second half begins, or {@link #NOWHERE}. */
    private final int half;

    private final CompletableFuture<Optional<Json>> rest;

    private Json(byte[] text, int begin, int half) {
        this.text = text;
        this.tokens = new long[Math.max(64, (text.length - begin) / LETTERS)];
        this.at = begin;
        this.half = half;
        this.rest = half == NOWHERE
                ? CompletableFuture.completedFuture(Optional.empty())
                : CompletableFuture.supplyAsync(() -> items(text, half));
    }

    static Json read(byte[] text) throws Malformed {
        return read(text, text.length < LONG ? NOWHERE : middle(text));
    }

    /** After an object and a comma there may be another item of a list. */
    private static int middle(byte[] text) {
        for (int index = text.length / 2; index + 2 < text.length; index++) {
            if (text[index] == '}' && text[index + 1] == ',') {
                return index + 2;
            }
        }
        return NOWHERE;
    }

    /** @param half where the second half begins, wherever that is: it makes no difference to what is read */
    static Json read(byte[] text, int half) throws Malformed {
        Json json = new Json(text, 0, half);
        if (text.length >= 3 && text[0] == (byte) 0xef && text[1] == (byte) 0xbb && text[2] == (byte) 0xbf) {
            throw json.malformed(0, "a byte order mark");
        }
        json.value(0);
        json.blanks();
        if (json.at < text.length) {
            throw json.malformed(json.at, "something after the end");
        }
        return json;
    }

    // --- what was read ---

    /** The outermost value. */
    int root() {
        return 0;
    }

    Kind kind(int value) {
        return KINDS[(int) (tokens[value] >>> KIND_AT) & KIND];
    }

    /** The first member's name of an object, or the first item of an array; equal to {@link #next} if there is none. */
    int first(int value) {
        return value + 2;
    }

    /** What comes after this value and all that is in it. A member's value comes next after its name. */
    int next(int value) {
        return isContainer(value) ? (int) tokens[value + 1] : value + 1;
    }

    private boolean isContainer(int value) {
        return ((tokens[value] >>> KIND_AT) & KIND) <= Kind.ARRAY.code;
    }

    int start(int value) {
        return (int) tokens[value] & PLACE;
    }

    int end(int value) {
        return (int) (tokens[value] >>> PLACE_BITS) & PLACE;
    }

    byte[] bytes() {
        return text;
    }

    int size(int array) {
        int size = 0;
        for (int item = first(array); item < next(array); item = next(item)) {
            size++;
        }
        return size;
    }

    /** The value of the member of this name, or -1. */
    int member(int object, String name) {
        for (int member = first(object); member < next(object); member = next(member + 1)) {
            if (symbol(member).equals(name)) {
                return member + 1;
            }
        }
        return -1;
    }

    /** The text of a string. */
    String string(int value) {
        if (isEscaped(value)) {
            return unescaped(start(value), end(value));
        }
        return new String(text, start(value), end(value) - start(value), StandardCharsets.UTF_8);
    }

    /** The order of two strings by their UTF-16 units, found without making them where the bytes tell it. */
    int compare(int one, int other) {
        if (!isEscaped(one) && !isEscaped(other)) {
            int difference = Arrays.mismatch(text, start(one), end(one), text, start(other), end(other));
            int left = start(one) + difference;
            int right = start(other) + difference;
            if (difference < 0) {
                return 0;
            }
            if (left == end(one) || right == end(other)) {
                return Integer.compare(end(one) - start(one), end(other) - start(other));
            }
            // Bytes and UTF-16 units order alike but where a surrogate pair meets a letter above the surrogates.
            if (text[left] >= 0 && text[right] >= 0) {
                return Byte.compare(text[left], text[right]);
            }
        }
        return string(one).compareTo(string(other));
    }

    /** The text of a string that comes up often, as names do: mostly not made anew. */
    String symbol(int value) {
        if (isEscaped(value)) {
            return string(value);
        }
        int from = start(value);
        int length = end(value) - from;
        if (from + Long.BYTES > text.length) {
            return string(value);
        }
        long head = Octets.word(text, from) & mask(length);
        long mixed = length > Long.BYTES ? head ^ (Octets.word(text, from + length - Long.BYTES) + length) : head;
        int slot = (int) ((mixed * GOLDEN) >>> (Long.SIZE - KNOWN_BITS));
        Known before = known[slot];
        if (before != null
                && before.head() == head
                && before.length() == length
                && (length <= Long.BYTES || isSameText(before.token(), value))) {
            return before.text();
        }
        String made = string(value);
        known[slot] = new Known(head, length, value, made);
        return made;
    }

    /** Of a word's letters, those of a text of this length. */
    private static long mask(int length) {
        return length >= Long.BYTES ? -1 : (1L << (length * Byte.SIZE)) - 1;
    }

    /** The integer that this text consists of, if it has 1 to 17 digits and nothing else; else -1. */
    long smallInteger(int value) {
        int from = start(value);
        int to = end(value);
        if (to == from || to - from > SMALL_DIGITS) {
            return -1;
        }
        long number = 0;
        for (int index = from; index < to; index++) {
            int digit = text[index] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Whether an object or array stands in the text in its canonical form. */
    boolean isCanonical(int value) {
        return (tokens[value] & CANONICAL) != 0;
    }

    boolean isEscaped(int value) {
        return (tokens[value] & ESCAPED) != 0;
    }

    /** The digits of an integer, with its sign. */
    String digits(int value) {
        return new String(text, start(value), end(value) - start(value), StandardCharsets.US_ASCII);
    }

    // --- reading ---

    private void value(int depth) throws Malformed {
        blanks();
        if (at >= text.length) {
            throw malformed(at, "the text ends where a value should stand");
        }
        switch (text[at]) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", Kind.TRUE);
            case 'f' -> word("false", Kind.FALSE);
            case 'n' -> word("null", Kind.NULL);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> throw malformed(at, "no value begins like this");
        }
    }

    private void object(int depth) throws Malformed {
        int start = at;
        int token = open(depth);
        int before = oddities;
        blanks();
        if (peek() == '}') {
            close(token, Kind.OBJECT, start, before);
            return;
        }
        int members = 0;
        int last = -1;
        boolean ascending = true;
        while (true) {
            blanks();
            if (peek() != '"') {
                throw malformed(at, "a name in quotation marks should stand here");
            }
            int name = count;
            string();
            ascending = ascending && (last < 0 || ascends(last, name));
            last = name;
            members++;
            blanks();
            expect(':');
            value(depth + 1);
            blanks();
            if (peek() == '}') {
                if (!ascending) {
                    oddities++;
                }
                close(token, Kind.OBJECT, start, before);
                if (!ascending) {
                    unique(token, members);
                }
                return;
            }
            expect(',');
        }
    }

    /** Whether a name comes after the one before it in canonical order, and so differs from all before. */
    private boolean ascends(int before, int name) {
        byte one = text[start(before)];
        byte other = text[start(name)];
        if (one != other && isPlain(one) && isPlain(other)) {
            return one < other;
        }
        return compare(before, name) < 0;
    }

    /** Whether a letter stands for itself, and is one of the name and not the quotation mark after an empty one. */
    private static boolean isPlain(byte letter) {
        return letter >= 0 && letter != '"' && letter != '\\';
    }

    private void array(int depth) throws Malformed {
        int start = at;
        int token = open(depth);
        int before = oddities;
        blanks();
        if (peek() != ']') {
            items(depth);
        }
        close(token, Kind.ARRAY, start, before);
    }

    /** The items of a list, up to the bracket that ends it. */
    private void items(int depth) throws Malformed {
        while (true) {
            if (at != half || depth != LIST_DEPTH || !takeOver()) {
                value(depth + 1);
            }
            blanks();
            if (peek() == ']') {
                return;
            }
            expect(',');
        }
    }

    /** The items of a list from that place on; empty if there are none. */
    private static Optional<Json> items(byte[] text, int begin) {
        var rest = new Json(text, begin, NOWHERE);
        try {
            rest.items(LIST_DEPTH);
            return Optional.of(rest);
        } catch (Malformed e) {
            // If it is a fault of the text, the first half comes to it, too, and can tell the line.
            return Optional.empty();
        }
    }

    /** Whether the rest of the list was read meanwhile, and now is as if it had been read here. */
    private boolean takeOver() {
        Optional<Json> read = rest.join();
        read.ifPresent(list -> {
            int shift = count;
            for (int token = 0; token < list.count; token++) {
                add(list.tokens[token]);
                if (list.isContainer(token)) {
                    token++;
                    add(list.tokens[token] + shift);
                }
            }
            oddities += list.oddities;
            at = list.at;
        });
        return read.isPresent();
    }

    /** Leaves room for the token, which is known when all is read that is in it. */
    private int open(int depth) throws Malformed {
        if (depth >= DEEPEST) {
            throw malformed(at, "nested too deep");
        }
        at++;
        int token = count;
        add(0);
        add(0);
        return token;
    }

    private void close(int token, Kind kind, int start, int odditiesBefore) {
        at++;
        tokens[token] = token(kind, start, at) | (oddities == odditiesBefore ? CANONICAL : 0);
        tokens[token + 1] = count;
    }

    private static long token(Kind kind, int start, int end) {
        return (long) kind.code << KIND_AT | (long) end << PLACE_BITS | start;
    }

    private void add(long number) {
        if (count == tokens.length) {
            tokens = Arrays.copyOf(tokens, count * 2);
        }
        tokens[count++] = number;
    }

    private void unique(int object, int members) throws Malformed {
        if (members > FEW_NAMES) {
            Set<String> seen = HashSet.newHashSet(members);
            for (int name = first(object); name < next(object); name = next(name + 1)) {
                if (!seen.add(string(name))) {
                    throw twice(name);
                }
            }
            return;
        }
        int before = 0;
        for (int name = first(object); name < next(object); name = next(name + 1)) {
            long key = key(name);
            for (int other = 0; other < before; other++) {
                boolean haveKeys = key != 0 && keys[other] != 0;
                if (haveKeys ? keys[other] == key : isSameText(names[other], name)) {
                    throw twice(name);
                }
            }
            keys[before] = key;
            names[before++] = name;
        }
    }

    private Malformed twice(int name) {
        return malformed(start(name), "the name \"" + string(name) + "\" stands twice in one object");
    }

    /** A number that two texts share only if they are the same; 0 for one that is too long, or too odd, to have one. */
    private long key(int string) {
        int from = start(string);
        int length = end(string) - from;
        return length > Long.BYTES || from + Long.BYTES > text.length || isEscaped(string)
                ? 0
                : Octets.word(text, from) & mask(length);
    }

    /** Whether two strings say the same. */
    boolean isSameText(int one, int other) {
        if (isEscaped(one) || isEscaped(other)) {
            return string(one).equals(string(other));
        }
        return Arrays.equals(text, start(one), end(one), text, start(other), end(other));
    }

    private void string() throws Malformed {
        int start = at + 1;
        int index = start;
        long escaped = 0;
        while (true) {
            index = plain(index);
            if (index >= text.length) {
                throw malformed(at, "a text without an end");
            }
            int letter = text[index];
            if (letter == '"') {
                break;
            } else if (letter == '\\') {
                escaped = ESCAPED;
                index = escape(index);
            } else if (letter >= 0) {
                throw malformed(index, "a control character in a text");
            } else {
                index = utf8(index);
            }
        }
        if (escaped != 0) {
            oddities++;
        }
        at = index + 1;
        add(token(Kind.STRING, start, index) | escaped);
    }

    /** Skips letters that are just that, eight at a time. */
    private int plain(int from) {
        int index = from;
        while (index + Long.BYTES <= text.length) {
            long word = Octets.word(text, index);
            long quotes = word ^ ONES * '"';
            long slashes = word ^ ONES * '\\';
            // Each term has the high bit of a byte set that is a control character, a quotation mark, a backslash; the
            // last, of one beyond ASCII.
            long special = (below(word, 0x20) | below(quotes, 1) | below(slashes, 1) | word) & HIGHS;
            if (special != 0) {
                return index + (Long.numberOfTrailingZeros(special) >>> 3);
            }
            index += Long.BYTES;
        }
        while (index < text.length) {
            int letter = text[index];
            if (letter < 0x20 || letter == '"' || letter == '\\') {
                return index;
            }
            index++;
        }
        return index;
    }

    /** The high bit of every byte below this, and of no byte before the first of them: the lowest byte is the first. */
    private static long below(long word, int bound) {
        return (word - ONES * bound) & ~word;
    }

    private int escape(int from) throws Malformed {
        int letter = from + 1 < text.length ? text[from + 1] : 0;
        if (letter != 'u') {
            if ("\"\\/bfnrt".indexOf(letter) < 0 || letter == 0) {
                throw malformed(from, "no such escape");
            }
            return from + 2;
        }
        int unit = unit(from);
        if (Character.isLowSurrogate((char) unit)) {
            throw malformed(from, "half a surrogate pair");
        }
        if (!Character.isHighSurrogate((char) unit)) {
            return from + 6;
        }
        if (from + 7 >= text.length
                || text[from + 6] != '\\'
                || text[from + 7] != 'u'
                || !Character.isLowSurrogate((char) unit(from + 6))) {
            throw malformed(from, "half a surrogate pair");
        }
        return from + 12;
    }

    private int unit(int from) throws Malformed {
        int unit = 0;
        for (int index = from + 2; index < from + 6; index++) {
            int digit = index < text.length ? Character.digit(text[index], 16) : -1;
            if (digit < 0) {
                throw malformed(from, "no such escape");
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    /** Well-formed UTF-8 only (Unicode, table 3-7). */
    private int utf8(int from) throws Malformed {
        int lead = text[from] & 0xff;
        int second = from + 1 < text.length ? text[from + 1] & 0xff : 0;
        if (lead >= 0xc2 && lead <= 0xdf) {
            continued(from, second >= 0x80 && second <= 0xbf);
            return from + 2;
        }
        if (lead >= 0xe0 && lead <= 0xef) {
            int least = lead == 0xe0 ? 0xa0 : 0x80;
            int most = lead == 0xed ? 0x9f : 0xbf;
            continued(from, second >= least && second <= most && continues(from + 2));
            return from + 3;
        }
        int least = lead == 0xf0 ? 0x90 : 0x80;
        int most = lead == 0xf4 ? 0x8f : 0xbf;
        continued(
                from,
                lead >= 0xf0
                        && lead <= 0xf4
                        && second >= least
                        && second <= most
                        && continues(from + 2)
                        && continues(from + 3));
        return from + 4;
    }

    private boolean continues(int index) {
        return index < text.length && (text[index] & 0xc0) == 0x80;
    }

    private void continued(int from, boolean wellFormed) throws Malformed {
        if (!wellFormed) {
            throw malformed(from, "not UTF-8");
        }
    }

    private String unescaped(int from, int to) {
        StringBuilder plain = new StringBuilder(to - from);
        int copied = from;
        for (int index = from; index < to; index++) {
            if (text[index] == '\\') {
                plain.append(new String(text, copied, index - copied, StandardCharsets.UTF_8));
                index++;
                switch (text[index]) {
                    case 'b' -> plain.append('\b');
                    case 'f' -> plain.append('\f');
                    case 'n' -> plain.append('\n');
                    case 'r' -> plain.append('\r');
                    case 't' -> plain.append('\t');
                    case 'u' -> {
                        plain.append(
                                (char) Integer.parseInt(new String(text, index + 1, 4, StandardCharsets.US_ASCII), 16));
                        index += 4;
                    }
                    default -> plain.append((char) text[index]);
                }
                copied = index + 1;
            }
        }
        return plain.append(new String(text, copied, to - copied, StandardCharsets.UTF_8))
                .toString();
    }

    private void number() throws Malformed {
        int start = at;
        int index = at;
        if (text[index] == '-') {
            index++;
        }
        int whole = digits(start, index);
        if (whole > index + 1 && text[index] == '0') {
            throw malformed(start, "a number with a leading zero");
        }
        index = whole;
        Kind kind = Kind.INTEGER;
        if (index < text.length && text[index] == '.') {
            kind = Kind.DECIMAL;
            index = digits(start, index + 1);
        }
        if (index < text.length && (text[index] == 'e' || text[index] == 'E')) {
            kind = Kind.DECIMAL;
            index++;
            if (index < text.length && (text[index] == '+' || text[index] == '-')) {
                index++;
            }
            index = digits(start, index);
        }
        if (text[start] == '-' || kind == Kind.DECIMAL || index - start > SHORT_DIGITS) {
            oddities++;
        }
        at = index;
        add(token(kind, start, at));
    }

    private int digits(int start, int from) throws Malformed {
        int index = from;
        while (index < text.length && text[index] >= '0' && text[index] <= '9') {
            index++;
        }
        if (index == from) {
            throw malformed(start, "a number without digits");
        }
        return index;
    }

    private void word(String word, Kind kind) throws Malformed {
        int start = at;
        for (int index = 0; index < word.length(); index++) {
            if (at + index >= text.length || text[at + index] != word.charAt(index)) {
                throw malformed(at, "no value begins like this");
            }
        }
        at += word.length();
        add(token(kind, start, at));
    }

    private int peek() {
        return at < text.length ? text[at] : 0;
    }

    private void expect(char letter) throws Malformed {
        if (peek() != letter) {
            throw malformed(at, "\"" + letter + "\" should stand here");
        }
        at++;
    }

    private void blanks() {
        // All of them are at most the space, and hardly a text has any where it matters.
        if (at < text.length && text[at] <= ' ') {
            skipBlanks();
        }
    }

    private void skipBlanks() {
        while (at < text.length && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
            at++;
            oddities++;
        }
    }

    private Malformed malformed(int offset, String reason) {
        int line = 1;
        int column = 1;
        for (int index = 0; index < Math.min(offset, text.length); index++) {
            if (text[index] == '\n') {
                line++;
                column = 1;
            } else if ((text[index] & 0xc0) != 0x80) {
                column++;
            }
        }
        return new Malformed("line %d, column %d: %s".formatted(line, column, reason));
    }
}
