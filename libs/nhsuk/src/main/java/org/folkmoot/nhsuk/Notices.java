package org.folkmoot.nhsuk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pieces of text that are set apart from the text around them. */
final class Notices {

    private static final List<String> TAG_COLOURS =
            List.of("white", "grey", "green", "aqua-green", "blue", "purple", "pink", "red", "orange", "yellow");

    private Notices() {}

    static Html tag(Options options) {
        String written = options.string("classes");
        return Html.element(
                "strong",
                Attributes.withClass(
                                "nhsuk-tag",
                                ClassNames.oneOf(TAG_COLOURS, "nhsuk-tag--", options.string("colour"), written),
                                ClassNames.when(options.isFalse("colour"), "nhsuk-tag--no-colour", written),
                                ClassNames.when(options.isFalse("border"), "nhsuk-tag--no-border", written),
                                written)
                        .set("id", options.string("id"))
                        .addFrom(options),
                options.content());
    }

    static Html insetText(Options options) {
        return Html.element(
                "div",
                Attributes.withClass("nhsuk-inset-text", options.string("classes"))
                        .set("id", options.string("id"))
                        .addFrom(options),
                Html.visuallyHidden(Html.text(options.string("visuallyHiddenText", "Information") + ": ")),
                paragraph(options, null));
    }

    /** Markup as it is, text in a paragraph. */
    private static Html paragraph(Options options, @Nullable String classes) {
        return options.isTrue("html") || !options.hasContent()
                ? options.content()
                : Html.element("p", Attributes.withClass(classes), options.content());
    }

    static Html details(Options options) {
        Options summary = options.has("summary")
                ? options.at("summary")
                : Options.of("text", options.value("summaryText"), "html", options.value("summaryHtml"));
        String written = options.string("classes");
        return Html.element(
                "details",
                Attributes.withClass(
                                "nhsuk-details",
                                ClassNames.oneOf(
                                        Buttons.REVERSE, "nhsuk-details--", options.string("variant"), written),
                                written)
                        .set("id", options.string("id"))
                        .addFrom(options)
                        .set("open", options.isTrue("open")),
                Html.element(
                        "summary",
                        Attributes.withClass("nhsuk-details__summary", summary.string("classes"))
                                .addFrom(summary),
                        Html.element("span", "nhsuk-details__summary-text", summary.content())),
                Html.element("div", "nhsuk-details__text", options.content()));
    }

    /** Details that stand out as a box of their own. */
    static Html expander(Options options) {
        return details(options.with("classes", Attributes.classes("nhsuk-expander", options.string("classes"))));
    }

    static Html panel(Options options) {
        Options heading = options.has("heading")
                ? options.at("heading")
                        .orElse(
                                options.value("heading") instanceof Options
                                        ? Options.NONE
                                        : Options.of(
                                                "level",
                                                options.value("headingLevel"),
                                                "size",
                                                options.value("titleSize"),
                                                "classes",
                                                options.value("titleClasses")))
                : Options.of(
                        "text",
                        options.value("titleText"),
                        "html",
                        options.value("titleHtml"),
                        "level",
                        options.value("headingLevel"),
                        "size",
                        options.value("titleSize"),
                        "classes",
                        options.value("titleClasses"));
        String written = options.string("classes");
        return Html.element(
                "div",
                Attributes.withClass(
                                "nhsuk-panel",
                                ClassNames.oneOf(
                                        List.of("interruption"), "nhsuk-panel--", options.string("variant"), written),
                                written)
                        .set("id", options.string("id"))
                        .addFrom(options),
                Headings.heading(
                        heading,
                        Headings.Style.of("nhsuk-panel__heading", 1)
                                .sizes("nhsuk-panel__heading--", List.of("m", "l", "xl"))
                                .element("h" + heading.string("level", "1"))),
                options.hasContent() ? Html.element("div", "nhsuk-panel__body", options.content()) : Html.NONE);
    }

    static Html notificationBanner(Options options) {
        boolean isSuccess = "success".equals(options.string("variant", options.string("type", "")));
        Options title = (options.value("title") instanceof Options said
                        ? said
                        : Options.of("id", options.value("titleId"), "level", options.value("titleHeadingLevel"))
                                .orElse(options.at("title"))
                                .orElse(Options.of(
                                        "text", options.value("titleText"), "html", options.value("titleHtml"))))
                .orElse(Options.of("text", isSuccess ? "Success" : "Important"));
        Options heading = options.at("heading");
        String titleId = title.string("id", "nhsuk-notification-banner-title");
        String titleLevel = title.string("level", title.string("headingLevel", "2"));
        String written = options.string("classes");
        return Html.element(
                "div",
                Attributes.withClass(
                                "nhsuk-notification-banner",
                                written,
                                ClassNames.when(isSuccess, "nhsuk-notification-banner--success", written))
                        .set("id", options.string("id"))
                        .set("data-module", "nhsuk-notification-banner")
                        .set("data-disable-auto-focus", Buttons.spelt(options, "disableAutoFocus"))
                        // Success is announced at once; anything else is a landmark that one can go to.
                        .set("role", options.string("role", isSuccess ? "alert" : "region"))
                        .set("aria-labelledby", titleId)
                        .addFrom(options),
                Html.element(
                        "div",
                        "nhsuk-notification-banner__header",
                        Headings.heading(
                                title.with("id", titleId).without("size", "caption", "href"),
                                Headings.Style.of("nhsuk-notification-banner__title", 2)
                                        .element("h" + titleLevel))),
                Html.element(
                        "div",
                        "nhsuk-notification-banner__content",
                        Headings.heading(
                                heading.without("size"),
                                Headings.Style.of("nhsuk-notification-banner__heading", 3)
                                        .element(heading.string("element", "h" + heading.string("level", "3")))),
                        paragraph(
                                options, heading.hasContent() ? "nhsuk-body" : "nhsuk-notification-banner__heading")));
    }
}
