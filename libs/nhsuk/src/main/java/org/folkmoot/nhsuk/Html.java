package org.folkmoot.nhsuk;

import io.quarkus.qute.RawString;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a page in which everything that was text has been escaped. It can only be made from text, from elements,
 * and from what the caller says is markup.
 *
 * @param markup never null, may be empty
 */
public record Html(String markup) {

    /** No markup at all. */
    public static final Html NONE = new Html("");

    private static final Set<String> VOID =
            Set.of("img", "input", "hr", "path", "circle", "line", "polygon", "polyline", "rect");

    /** The text, escaped for content and for attribute values. Nothing when null. */
    public static Html text(@Nullable Object text) {
        return text == null ? NONE : new Html(escaped(text.toString()));
    }

    /** Markup from elsewhere, as it is: the caller vouches for it. Nothing when null. */
    public static Html trusted(@Nullable Object markup) {
        return markup == null ? NONE : new Html(markup.toString());
    }

    /** All of the parts, one after the other. */
    public static Html of(Html... parts) {
        return of(Arrays.stream(parts));
    }

    /** All of the parts, one after the other. */
    public static Html of(Stream<Html> parts) {
        return new Html(parts.map(Html::markup).collect(Collectors.joining()));
    }

    /** An element with its content; elements that have none by definition get no end tag. */
    public static Html element(String name, Attributes attributes, Html... content) {
        StringBuilder markup = new StringBuilder("<").append(name);
        attributes.writeTo(markup);
        if (VOID.contains(name)) {
            return new Html(
                    markup.append(Attributes.isGraphic(name) ? "/>" : ">").toString());
        }
        markup.append('>');
        for (Html part : content) {
            markup.append(part.markup);
        }
        return new Html(markup.append("</").append(name).append('>').toString());
    }

    /** An element whose only attribute is its class. */
    public static Html element(String name, String classes, Html... content) {
        return element(name, Attributes.withClass(classes), content);
    }

    /** Text for those who hear the page and do not see it. */
    static Html visuallyHidden(Html content) {
        return element("span", "nhsuk-u-visually-hidden", content);
    }

    boolean isEmpty() {
        return markup.isEmpty();
    }

    /** For a template: Qute writes it as it is. */
    public RawString raw() {
        return new RawString(markup);
    }

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            switch (character) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(character);
            }
        }
        return safe.toString();
    }
}
