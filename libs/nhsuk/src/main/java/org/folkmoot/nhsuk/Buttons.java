package org.folkmoot.nhsuk;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person presses or follows: buttons and links that are set apart from the text. */
final class Buttons {

    private static final List<String> VARIANTS =
            List.of("brand", "login", "reverse", "secondary", "secondary-solid", "warning");
    static final List<String> REVERSE = List.of("reverse");

    private Buttons() {}

    static Html button(Options options) {
        String written = options.string("classes");
        Options icon = icon(options);
        String element = elementOf(options);
        boolean isLink = element.equals("a");

        Attributes attributes = Attributes.withClass(
                        "nhsuk-button",
                        ClassNames.oneOf(VARIANTS, "nhsuk-button--", options.string("variant"), written),
                        ClassNames.when(options.isTrue("icon"), "nhsuk-button--icon", written),
                        ClassNames.when(options.isTrue("small"), "nhsuk-button--small", written),
                        written)
                .set("id", options.string("id"));
        if (!isLink) {
            attributes.set("name", options.string("name"));
        }
        attributes.set("data-module", "nhsuk-button");
        attributes.set("data-prevent-double-click", spelt(options, "preventDoubleClick"));
        if (isLink) {
            attributes
                    .set("href", options.string("href", "#"))
                    .set("role", "button")
                    .set("draggable", "false")
                    .set("aria-label", options.string("ariaLabel"));
        } else {
            attributes
                    .set("type", options.string("type", "submit"))
                    .set("value", element.equals("input") ? options.string("text") : options.value("value"))
                    .set("disabled", options.isTrue("disabled"))
                    .set("aria-label", options.string("ariaLabel"))
                    .set("aria-disabled", options.isTrue("disabled") ? "true" : null);
        }
        return Html.element(element, attributes.addFrom(options), inside(options, icon));
    }

    private static Options icon(Options options) {
        Options icon = options.at("icon");
        return icon.has("text") ? Options.of("name", icon.string("text"), "placement", "start") : icon;
    }

    private static Html inside(Options options, Options icon) {
        Html drawn = icon.isTrue("html") ? icon.html("html") : Icon.named(icon.string("name"));
        Html content = options.content();
        if (!drawn.isEmpty() && !content.isEmpty()) {
            content = Html.element("span", "nhsuk-button__content", content);
        }
        return switch (icon.string("placement", "")) {
            case "start" -> Html.of(drawn, content);
            case "end" -> Html.of(content, drawn);
            default -> content;
        };
    }

    static Html actionLink(Options options) {
        String written = options.string("classes");
        String element = elementOf(options);
        Attributes attributes = Attributes.withClass(
                        "nhsuk-action-link",
                        ClassNames.oneOf(REVERSE, "nhsuk-action-link--", options.string("variant"), written),
                        written)
                .set("id", options.string("id"));
        if (element.equals("button")) {
            attributes.set("type", options.string("type", "submit"));
        } else {
            attributes
                    .set("href", options.string("href", "#"))
                    .set("target", options.isTrue("openInNewWindow") ? "_blank" : null);
        }
        return Html.element(
                element,
                attributes.addFrom(options),
                Icon.ARROW_RIGHT_CIRCLE.svg(),
                Html.element("span", "nhsuk-action-link__text", options.content()));
    }

    static Html backLink(Options options) {
        String written = options.string("classes");
        String element = elementOf(options);
        Attributes attributes = Attributes.withClass(
                        "nhsuk-back-link",
                        ClassNames.oneOf(REVERSE, "nhsuk-back-link--", options.string("variant"), written),
                        written)
                .set("id", options.string("id"));
        if (element.equals("button")) {
            attributes.set("type", options.string("type", "submit"));
        } else {
            attributes.set("href", options.string("href", "#"));
        }
        String hidden = options.string("visuallyHiddenText");
        return Html.element(
                element,
                attributes.addFrom(options),
                hidden == null ? Html.NONE : Html.visuallyHidden(Html.text(hidden + " ")),
                options.hasContent() ? options.content() : Html.text("Back"));
    }

    static Html skipLink(Options options) {
        return Html.element(
                "a",
                Attributes.withClass("nhsuk-skip-link", options.string("classes"))
                        .set("id", options.string("id"))
                        .set("data-module", "nhsuk-skip-link")
                        .set("href", options.string("href", "#maincontent"))
                        .addFrom(options),
                options.hasContent() ? options.content() : Html.text("Skip to main content"));
    }

    /** A link where there is somewhere to go, or else a button. */
    private static String elementOf(Options options) {
        String element = options.string("element");
        if (element != null) {
            return element.toLowerCase(Locale.ROOT);
        }
        return options.isTrue("href") && !options.isTrue("type") ? "a" : "button";
    }

    /** "true" or "false" when the page has said which. */
    static @Nullable String spelt(Options options, String name) {
        return options.value(name) instanceof Boolean said ? said.toString() : null;
    }
}
