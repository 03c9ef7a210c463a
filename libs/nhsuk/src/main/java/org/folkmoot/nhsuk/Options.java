package org.folkmoot.nhsuk;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about one component: the options of the design system's macro, by name. A value is text, a number, a
 * boolean, {@link RawString} (markup), a list, or options in turn. An option that is null is an option that is absent.
 *
 * <p>Where the design system takes "text, or an object with a text", {@link #at} makes an object of either.
 */
public final class Options {

    /** Nothing said. */
    public static final Options NONE = new Options(Map.of());

    private final Map<String, Object> values;

    private Options(Map<String, Object> values) {
        this.values = values;
    }

    /** Names and values in turn, as in {@code of("text", "Practices", "href", "/practices")}. */
    public static Options of(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            values.put(String.valueOf(namesAndValues[at]), namesAndValues[at + 1]);
        }
        return of(values);
    }

    /** A copy of the map without its nulls; maps inside it become options too. */
    public static Options of(Map<String, ? extends @Nullable Object> map) {
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (value != null) {
                values.put(name, adopted(value));
            }
        });
        return values.isEmpty() ? NONE : new Options(values);
    }

    private static Object adopted(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> named = new LinkedHashMap<>();
                map.forEach((name, inner) -> named.put(String.valueOf(name), inner));
                yield of(named);
            }
            case Object[] array -> Arrays.asList(array);
            default -> value;
        };
    }

    /** These options and one more; a null changes nothing. */
    public Options with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, adopted(value));
        return new Options(more);
    }

    /** These options without those of the names. */
    Options without(String... names) {
        Map<String, Object> fewer = new LinkedHashMap<>(values);
        fewer.keySet().removeAll(Arrays.asList(names));
        return new Options(fewer);
    }

    /** These options, and the other's where these are silent. */
    Options orElse(Options others) {
        Map<String, Object> more = new LinkedHashMap<>(others.values);
        more.putAll(values);
        return new Options(more);
    }

    /**
     * These options with one more at a dotted path: {@code label.size} is the size within the label. A label that is
     * text so far becomes an object with that text.
     */
    Options withPath(String path, @Nullable Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return with(path, value);
        }
        String name = path.substring(0, dot);
        String rest = path.substring(dot + 1);
        // The name of an attribute may have dots of its own.
        return with(name, name.equals("attributes") ? at(name).with(rest, value) : at(name).withPath(rest, value));
    }

    /** These options with the item added to the end of the list at the path. */
    Options withItem(String path, Options item) {
        List<Object> items = new ArrayList<>(listAt(path));
        items.add(item);
        return withPath(path, items);
    }

    private List<?> listAt(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? list(path) : at(path.substring(0, dot)).listAt(path.substring(dot + 1));
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** The value, or null when the page is silent on it. */
    @Nullable
    Object value(String name) {
        return values.get(name);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Whether the option says yes: it is there, and neither false, nor 0, nor empty. */
    boolean isTrue(String name) {
        return isTrue(values.get(name));
    }

    static boolean isTrue(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean yes -> yes;
            case Number number -> number.doubleValue() != 0;
            case CharSequence text -> !text.isEmpty();
            case RawString raw -> !raw.getValue().isEmpty();
            case Options options -> !options.isEmpty();
            default -> true;
        };
    }

    /** Whether the option says no in so many words; silence is not a no. */
    boolean isFalse(String name) {
        return Boolean.FALSE.equals(values.get(name));
    }

    /** The value as text; null when the page is silent or says no. */
    @Nullable
    String string(String name) {
        return isTrue(name) || values.get(name) instanceof Number ? String.valueOf(values.get(name)) : null;
    }

    String string(String name, String otherwise) {
        String said = string(name);
        return said == null ? otherwise : said;
    }

    /** The value of the first option that is there. */
    @Nullable
    Object first(String... names) {
        for (String name : names) {
            Object value = values.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** The part of that name: as it is, or made of the text or markup that stands in its place. */
    Options at(String name) {
        return part(values.get(name));
    }

    static Options part(@Nullable Object value) {
        return switch (value) {
            case null -> NONE;
            case Options options -> options;
            case Map<?, ?> map -> (Options) adopted(map);
            case RawString raw -> new Options(Map.of("html", raw));
            case Boolean ignored -> NONE;
            case Collection<?> ignored -> NONE;
            default -> new Options(Map.of("text", value.toString()));
        };
    }

    /** The list of that name; empty when there is none. */
    List<?> list(String name) {
        return switch (values.get(name)) {
            case Collection<?> items -> List.copyOf(withoutNulls(items));
            case Object[] items -> List.copyOf(withoutNulls(Arrays.asList(items)));
            case null, default -> List.of();
        };
    }

    private static List<?> withoutNulls(Collection<?> items) {
        return items.stream()
                .filter(item -> item != null && !Boolean.FALSE.equals(item))
                .toList();
    }

    /** The items of the list of that name, each made into options; what says no is left out. */
    List<Options> parts(String name) {
        return list(name).stream().map(Options::part).toList();
    }

    boolean hasContent() {
        return isTrue("html") || isTrue("text");
    }

    /** The content: markup where there is some, or else the text, escaped. */
    Html content() {
        if (isTrue("html")) {
            return html("html");
        }
        return value("text") instanceof RawString ? html("text") : Html.text(string("text"));
    }

    /** The option as markup: what the page has put there stands there. */
    Html html(String name) {
        return isTrue(name) ? Html.trusted(values.get(name)) : Html.NONE;
    }

    void forEach(BiConsumer<String, Object> action) {
        values.forEach(action);
    }

    Iterable<String> names() {
        return values.keySet();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
