package org.folkmoot.nhsuk;

import io.quarkus.qute.RawString;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The attributes of one element, in the order in which they were set; the first setting of a name stands. */
public final class Attributes {

    /** What a name may be made of: anything else could end the tag that it stands in. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_:@][A-Za-z0-9_:@.\\-]*");

    private static final Set<String> GRAPHIC = Set.of("path", "circle", "line", "polygon", "polyline", "rect");

    /** Nothing as a value: the name is written alone. */
    private final Map<String, Optional<Html>> values = new LinkedHashMap<>();

    private Attributes() {}

    /** No attribute yet. */
    public static Attributes none() {
        return new Attributes();
    }

    /** The class attribute first, unless there is no class at all. */
    public static Attributes withClass(@Nullable String... classes) {
        String all = classes(classes);
        return all.isEmpty() ? none() : none().set("class", all);
    }

    /** The names that are there, with single spaces between them. */
    static String classes(@Nullable String... classes) {
        return Stream.of(classes)
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** Sets the attribute: null and {@code false} leave it out, {@code true} writes its name alone. */
    public Attributes set(String name, @Nullable Object value) {
        if (value == null || Boolean.FALSE.equals(value)) {
            return this;
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"%s\" is no name of an attribute".formatted(name));
        }
        values.putIfAbsent(
                name,
                switch (value) {
                    case Boolean ignored -> Optional.empty();
                    case RawString raw -> Optional.of(Html.trusted(raw));
                    default -> Optional.of(Html.text(value));
                });
        return this;
    }

    /** Sets the attribute even when its value is empty. */
    Attributes always(String name, @Nullable Object value) {
        return set(name, value == null ? "" : value.toString());
    }

    /** Adds what a page gave as the option {@code attributes} of a component or of a part of it. */
    Attributes addFrom(Options options) {
        options.at("attributes").forEach((name, value) -> {
            switch (value) {
                case Options conditional when conditional.isTrue("optional") -> set(name, conditional.value("value"));
                case Options unconditional -> always(name, unconditional.value("value"));
                default -> always(name, value);
            }
        });
        return this;
    }

    static boolean isGraphic(String element) {
        return GRAPHIC.contains(element);
    }

    void writeTo(StringBuilder markup) {
        values.forEach((name, value) -> {
            markup.append(' ').append(name);
            value.ifPresent(text -> markup.append("=\"").append(text.markup()).append('"'));
        });
    }
}
