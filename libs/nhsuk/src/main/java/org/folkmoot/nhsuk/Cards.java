package org.folkmoot.nhsuk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cards, in all their colours: plain, a link as a whole, care cards, and the warning callout. */
final class Cards {

    private static final List<String> VARIANTS = List.of("feature", "primary", "secondary", "warning");
    private static final List<String> CARE = List.of("non-urgent", "urgent", "emergency");

    private Cards() {}

    static Html card(Options options) {
        return card(
                options, description(options).content(), description(options).isTrue("html"));
    }

    /** The card around content of another component. */
    static Html around(Options options, Html content) {
        return card(options, content, true);
    }

    private static Html card(Options options, Html content, boolean isMarkup) {
        String written = options.string("classes");
        Options description = description(options);
        Options heading = heading(options);
        String variant = options.string("variant", options.string("type", ""));
        boolean isCare = CARE.contains(variant) && heading.hasContent();
        String care = isCare ? ClassNames.oneOf(CARE, "nhsuk-card--care--", variant, written) : null;
        String classes = Attributes.classes(
                "nhsuk-card",
                options.isTrue("clickable") ? "nhsuk-card--clickable" : null,
                options.isTrue("feature") ? "nhsuk-card--feature" : null,
                options.isTrue("primary") ? "nhsuk-card--primary" : null,
                options.isTrue("secondary") ? "nhsuk-card--secondary" : null,
                options.isTrue("warning") ? "nhsuk-card--warning" : null,
                ClassNames.oneOf(VARIANTS, "nhsuk-card--", variant, written),
                care == null ? null : "nhsuk-card--care " + care,
                written);

        List<Options> actions = actions(options);
        boolean isHeaded = heading.hasContent();
        boolean isHeadedOutside = isCare || !actions.isEmpty();
        Html title = isHeaded ? title(options, heading, isCare ? variant : null, classes) : Html.NONE;
        Html body = isMarkup || content.isEmpty() ? content : Html.element("p", "nhsuk-card__description", content);
        return Html.element(
                "div",
                Attributes.withClass(classes).set("id", options.string("id")).addFrom(options),
                image(options),
                isHeadedOutside
                        ? Html.element(
                                "div", "nhsuk-card__heading-container", title, actions("nhsuk-card", options, options))
                        : Html.NONE,
                Html.element(
                        "div",
                        Attributes.withClass("nhsuk-card__content", description.string("classes"))
                                .addFrom(description),
                        isHeadedOutside ? Html.NONE : title,
                        body,
                        classes.contains("nhsuk-card--primary") ? Icon.CHEVRON_RIGHT_CIRCLE.svg() : Html.NONE));
    }

    private static Options heading(Options options) {
        return options.value("heading") instanceof Options heading
                ? heading
                : Options.of(
                                "id",
                                options.value("headingId"),
                                "html",
                                options.value("headingHtml"),
                                "visuallyHiddenText",
                                options.value("headingVisuallyHiddenText"),
                                "size",
                                options.value("headingSize"),
                                "level",
                                options.value("headingLevel"),
                                "classes",
                                options.value("headingClasses"))
                        .orElse(options.at("heading"));
    }

    private static Options description(Options options) {
        return options.value("description") instanceof Options description
                ? description
                : options.at("description").orElse(Options.of("html", options.value("descriptionHtml")));
    }

    private static Html title(Options options, Options heading, @Nullable String care, String classes) {
        Html arrow = care == null
                ? Html.NONE
                : Html.element(
                        "span", Attributes.withClass("nhsuk-card--care__arrow").set("aria-hidden", "true"));
        Html text = Html.text(heading.string("text"));
        String href = options.string("href");
        String hidden = care == null ? heading.string("visuallyHiddenText") : urgency(heading, care);
        Html inside;
        if (href != null && !classes.contains("nhsuk-card--feature")) {
            inside = Html.element("a", Attributes.withClass("nhsuk-card__link").set("href", href), text);
        } else if (hidden != null) {
            inside = Html.element(
                    "span", Attributes.none().set("role", "text"), Html.visuallyHidden(Html.text(hidden + ": ")), text);
        } else {
            inside = text;
        }
        Headings.Style style = Headings.Style.of("nhsuk-card__heading", 2)
                .sizes("nhsuk-heading-", List.of("xxs", "xs", "s", "m", "l", "xl"))
                .element("h" + heading.string("level", "2"));
        return Html.of(
                text.isEmpty() ? Html.NONE : Headings.around(heading.without("visuallyHiddenText"), style, inside),
                heading.html("html"),
                arrow);
    }

    private static String urgency(Options heading, String care) {
        return heading.string(
                "visuallyHiddenText",
                switch (care) {
                    case "emergency" -> "Immediate action required";
                    case "urgent" -> "Urgent advice";
                    default -> "Non-urgent advice";
                });
    }

    private static Html image(Options options) {
        Options image = options.isTrue("imgURL") || options.isTrue("imgALT")
                ? Options.of("src", options.value("imgURL"), "alt", options.value("imgALT"))
                : options.at("image");
        if (image.isTrue("html")) {
            return image.html("html");
        }
        return image.isTrue("src")
                ? Html.element(
                        "img",
                        Attributes.withClass("nhsuk-card__img")
                                .set("src", image.string("src"))
                                .always("alt", image.value("alt")))
                : Html.NONE;
    }

    /** The actions of a card or of a row: a list, or an object with a list. */
    static List<Options> actions(Options options) {
        List<Options> listed = options.parts("actions");
        return listed.isEmpty() ? options.at("actions").parts("items") : listed;
    }

    private static Html actions(String block, Options options, Options card) {
        List<Options> actions = actions(options);
        String classes =
                Attributes.classes(block + "__actions", options.at("actions").string("classes"));
        return switch (actions.size()) {
            case 0 -> Html.NONE;
            case 1 -> Html.element("div", classes, action(actions.getFirst(), card));
            default ->
                Html.element(
                        "ul",
                        classes,
                        Html.of(actions.stream()
                                .map(action -> Html.element("li", block + "__action", action(action, card)))));
        };
    }

    /** One action, which says for those who only hear it what it is about. */
    static Html action(Options action, Options card) {
        Options heading = card.at("heading");
        boolean isLink = action.isTrue("href") && !action.isTrue("type");
        Attributes attributes =
                Attributes.withClass("nhsuk-link", action.string("classes")).set("id", action.string("id"));
        if (isLink) {
            attributes.set("href", action.string("href"));
        } else {
            attributes
                    .set("name", action.value("name"))
                    .set("type", action.string("type", "submit"))
                    .set("value", action.value("value"));
        }
        String hidden = action.string("visuallyHiddenText");
        Html about = Html.of(
                hidden == null ? Html.NONE : Html.text(" " + hidden),
                heading.hasContent() ? Html.of(Html.text(" ("), heading.content(), Html.text(")")) : Html.NONE);
        return Html.element(
                isLink ? "a" : "button",
                attributes.addFrom(action),
                action.content(),
                about.isEmpty() ? Html.NONE : Html.visuallyHidden(about));
    }

    static Html warningCallout(Options options) {
        Options heading = options.at("heading");
        String title = heading.string("text", "");
        String hidden = heading.string("visuallyHiddenText", options.string("visuallyHiddenText", "Important"));
        boolean saysSo = title.isEmpty() || title.contains("Important") || title.contains("important");
        return card(Options.of(
                "id",
                options.value("id"),
                "heading",
                heading.without("visuallyHiddenText", "size", "caption")
                        .with("visuallyHiddenText", saysSo ? null : hidden)
                        .with("level", heading.string("level", options.string("headingLevel", "3")))
                        .with("classes", heading.string("classes", options.string("headingClasses", ""))),
                "description",
                Options.of("text", options.value("text"), "html", options.value("html")),
                "actions",
                options.value("actions"),
                "classes",
                options.value("classes"),
                "attributes",
                options.value("attributes"),
                "variant",
                "warning"));
    }
}
